/* What Pagefind's worker asks for, out of the few files that the site has of it (join.py): the metadata of all groups in
   one, the chunks of all groups for a word in one, the texts of eight results in one. It stands before Pagefind's own
   script, which knows of none of it: where that asks for a file of an index, it gets the bytes that it expects. */

(() => {
  "use strict";

  const FEW = 8; // texts in a file
  const SIGNATURE = new TextEncoder().encode("pagefind_dcd");
  const top = new URL("../", self.location.href).href;
  const get = self.fetch.bind(self);
  const kept = new Map(); // what was fetched, by its address
  let heads = null;
  let tag = ""; // what the heads are called by

  self.fetch = async (input, init) => {
    const url = new URL(String(input.url ?? input), self.location.href);
    const asked = url.href.startsWith(top) ? ASKED.exec(url.href.slice(top.length).split("?")[0]) : null;
    if (!asked) return get(input, init);
    const { group, kind, name } = asked.groups;
    if (kind === "pagefind-entry.json") return new Response(JSON.stringify(await entry(group, url.searchParams.get("ts"))));
    return new Response(await of(group, kind, name));
  };

  const ASKED = /^(?<group>[^/]+)\/(?<kind>pagefind-entry\.json|pagefind(?=\.[^/]+\.pf_meta)|index|filter|fragment)[./]?(?<name>[^/]*?)(?:\.pf_\w+)?$/;

  /** The file that leads to a group's metadata. The engine's own index is asked for first, with what the heads are called by. */
  async function entry(group, digest) {
    if (!heads) {
      tag = digest;
      heads = unpacked(`heads-${tag}.pf_heads`);
      heads.catch(() => (heads = null));
    }
    const { version, language, program, include_characters, groups } = await heads;
    const hash = groups[group]?.digest ?? "none";
    const languages = { [language]: { hash, wasm: program, page_count: groups[group]?.pages.length ?? 0 } };
    return { version, languages, include_characters };
  }

  async function of(group, kind, name) {
    const all = await heads;
    const own = all.groups[group];
    if (kind === "pagefind") return signed(meta(all, own));
    const part = name.slice(name.indexOf("-") + 1);
    if (kind === "fragment") {
      const texts = await unpacked(`${group}/${own.digest}-${Math.floor(part / FEW)}.pf_texts`);
      return signed(new TextEncoder().encode(JSON.stringify(texts[part % FEW])));
    }
    return shelved(all, group, kind === "filter" ? `filter-${part}` : part);
  }

  /** A group's part of a shelf: after how many there are, and the bytes of each, they stand in the order of the groups. */
  async function shelved({ groups, shelves }, group, name) {
    const bytes = await fetched(`shelves/${name}-${shelves[name].digest}.pf_shelf`).catch(gone);
    const view = new DataView(bytes);
    const number = Object.keys(groups).indexOf(group);
    let start = 4 + 4 * view.getUint32(0, true);
    for (let before = 0; before < number; before += 1) start += view.getUint32(4 + 4 * before, true);
    return bytes.slice(start, start + view.getUint32(4 + 4 * number, true));
  }

  /** Never: of a chunk that can't be had Pagefind would say that nothing was found. find.js hears of it, and fails or
      begins anew: another release may have taken the site's place. */
  function gone(error) {
    new BroadcastChannel(`search ${tag}`).postMessage(error.message);
    return new Promise(() => {});
  }

  /** A group's metadata as Pagefind has them: `[version, pages, chunks, filters, sorts, fields]`. */
  function meta({ version, shelves }, own) {
    if (!own) return cbor([version, [], [], [], [], []]);
    const { digest, pages, words, filters, fields } = own;
    return cbor([
      version,
      pages.map((length, number) => [`${digest}-${number}`, length]),
      words.map((name) => [...shelves[name].bounds, `${digest}-${name}`]),
      filters.map((name) => [name, `${digest}-${name}`]),
      [],
      fields,
    ]);
  }

  async function unpacked(path) {
    const stream = new Response(await fetched(path)).body.pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  function fetched(path) {
    if (!kept.has(path)) {
      const due = get(new URL(path, top)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${path}`);
        return answer.arrayBuffer();
      });
      due.catch(() => kept.delete(path));
      kept.set(path, due);
    }
    return kept.get(path);
  }

  function signed(bytes) {
    const whole = new Uint8Array(SIGNATURE.length + bytes.length);
    whole.set(SIGNATURE);
    whole.set(bytes, SIGNATURE.length);
    return whole;
  }

  /** A value of lists, texts and whole numbers as CBOR (RFC 8949, section 3). */
  function cbor(value) {
    const encoder = new TextEncoder();
    let bytes = new Uint8Array(1 << 16);
    let length = 0;

    function room(more) {
      if (length + more <= bytes.length) return;
      const larger = new Uint8Array(2 * (length + more));
      larger.set(bytes);
      bytes = larger;
    }

    function head(major, number) {
      room(5);
      const size = number < 24 ? 0 : number < 0x100 ? 1 : number < 0x10000 ? 2 : 4;
      bytes[length++] = (major << 5) | (size ? 23 + [0, 1, 2, 0, 3][size] : number);
      for (let byte = size - 1; byte >= 0; byte -= 1) bytes[length++] = (number >>> (8 * byte)) & 255;
    }

    function write(each) {
      if (typeof each === "number") head(0, each);
      else if (typeof each === "string") {
        const text = encoder.encode(each);
        head(3, text.length);
        room(text.length);
        bytes.set(text, length);
        length += text.length;
      } else {
        head(4, each.length);
        each.forEach(write);
      }
    }

    write(value);
    return bytes.subarray(0, length);
  }
})();
