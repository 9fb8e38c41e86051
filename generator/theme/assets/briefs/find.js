/* What is searched: the indexes of all groups, put together by Pagefind, and a result as something to show. Loaded when
   something is first looked for. It asks nobody but the site. */

const CJK = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]";
const BETWEEN = new RegExp(`(?<=${CJK})(?=${CJK})`, "gu");
const PARTED = new RegExp(`(?<=${CJK}) (?=${CJK})`, "gu");
const SHOWN = 32; // words of an excerpt
const BEFORE = 6; // of them before the first that was looked for

const PAGES = 0.4; // a page that only names a word is less than a claim that has it

/** The search of the site whose top is at the address `top`. What can't be had is raised. */
export async function load(top) {
  const folder = new URL("search/", top);
  const [{ groups, heads, dates }, { createInstance }] = await Promise.all([
    json(new URL("find.json", folder), { cache: "no-cache" }),
    import(new URL("engine/pagefind.js", folder)),
  ]);
  const engine = createInstance({ metaCacheTag: heads }); // by which the files of the index are called (publish/find/reader.js)
  await engine.init();
  await Promise.all(
    Object.entries(groups).map(([group, digest]) =>
      engine.mergeIndex(new URL(`${group}/`, folder).href, {
        metaCacheTag: digest,
        mergeFilter: { group: digest },
        indexWeight: group.startsWith("pages") ? PAGES : 1,
      }),
    ),
  );
  return new Search(engine, groups, new URL(`dates-${dates}.json`, folder), top, broken(heads, engine));
}

/** Rejected once a file of the index can't be had, of which the engine itself would say nothing (publish/find/reader.js). */
function broken(heads, engine) {
  const never = new Promise((_, reject) => {
    new BroadcastChannel(`search ${heads}`).onmessage = ({ data }) => {
      reject(new Error(data));
      engine.destroy();
    };
  });
  never.catch(() => {});
  return never;
}

class Search {
  constructor(engine, groups, dates, top, broken) {
    this.broken = broken;
    this.engine = engine;
    this.groups = groups;
    this.dates = dates;
    this.top = top;
  }

  /** What is found, best first, or by date (`newest`, `oldest`): `results` with an `id`, `counts` of each value of each
      filter that is loaded. All words are in each result; where nothing has them all, as many as can be are, and there
      are no `counts`. Without a word it is all that the filters let through. */
  async find(text, filters = {}, order = "") {
    const term = parted(text);
    const words = term.startsWith('"') ? [] : [...new Set(term.split(" ").filter(Boolean))];
    const wanted = Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length));
    for (const [filter, values] of Object.entries(wanted)) wanted[filter] = { any: values };
    const groups = words.length > 1 ? await this.#holding(words) : null;
    const narrowed = groups ? { ...wanted, group: { any: groups } } : wanted;
    let found = groups?.length === 0 ? { results: [] } : await this.#asked(term || null, narrowed);
    if (words.length > 1 && !found.results.length) found = { results: await this.#nearest(words, wanted) };
    const results = order ? await this.#dated(found.results, order) : found.results;
    return { results, counts: found.filters, words: term.replaceAll('"', "").split(" ").filter(Boolean) };
  }

  /** Each filter's values, and of how many entries each is. */
  filters() {
    return Promise.race([this.engine.filters(), this.broken]);
  }

  /** A result as it is shown: an address, texts, and of title and excerpt the pieces of which some are `marked`. */
  async read(result, words) {
    const { raw_url: url, content, meta, filters, locations } = await result.data();
    const [path, anchor] = url.replace(/^\//, "").split("#");
    const address = new URL(encodeURI(path).replace(/[?#]/g, encodeURIComponent), this.top);
    if (anchor) address.hash = anchor.replace(/\.html$/, "");
    const title = whole(meta.title ?? "");
    return {
      address,
      title: marked(title, words),
      kind: filters.kind?.[0] ?? "page",
      status: filters.status?.[0] ?? "",
      statusWord: whole(meta.status ?? ""),
      within: whole(meta.within ?? ""),
      said: whole(meta.said ?? ""),
      excerpt: whole(content).replace(/\.$/, "") === title.replace(/\.$/, "") ? [] : excerpt(content, locations),
      score: result.score,
    };
  }

  #asked(term, filters = {}) {
    return Promise.race([this.engine.search(term, { filters }), this.broken]);
  }

  /** The groups in which every one of the words is, if it isn't all of them: Pagefind passes over a word that a whole
      index doesn't have. */
  async #holding(words) {
    const found = await Promise.all(words.map((word) => this.#asked(word)));
    const sets = found.map(({ results }) => new Set(results.map(({ id }) => id.split("-")[0])));
    const every = Object.values(this.groups).filter((digest) => sets.every((set) => set.has(digest)));
    return every.length < Object.keys(this.groups).length ? every : null;
  }

  /** What has the most of the words, which nothing has all of. */
  async #nearest(words, filters) {
    const found = await Promise.all(words.map((word) => this.#asked(word, filters)));
    const near = new Map();
    for (const result of found.flatMap(({ results }) => results)) {
      const known = near.get(result.id) ?? { id: result.id, score: 0, of: [] };
      known.score += result.score;
      known.of.push(result);
      known.data = async () => {
        const data = await known.of[0].data();
        return { ...data, locations: known.of.flatMap((each) => each.words) };
      };
      near.set(result.id, known);
    }
    const most = Math.max(0, ...[...near.values()].map(({ of }) => of.length));
    return [...near.values()].filter(({ of }) => of.length === most).sort((a, b) => b.score - a.score);
  }

  /** Results by date; what has none comes last. Pagefind puts results of several indexes in the order of their scores. */
  async #dated(results, order) {
    this.days ??= json(this.dates).then((dates) =>
      Object.entries(dates).map(([digest, runs]) => [digest, runs.flatMap(([day, number]) => Array(number).fill(day))]),
    );
    const days = Object.fromEntries(await this.days);
    const day = ({ id }) => days[id.split("-")[0]]?.[Number(id.split("-")[1])] ?? "";
    const sign = order === "oldest" ? 1 : -1;
    const keyed = results.map((result) => [day(result), result]);
    keyed.sort(([a], [b]) => (a && b ? sign * (a < b ? -1 : a > b ? 1 : 0) : (a ? 0 : 1) - (b ? 0 : 1)));
    return keyed.map(([, result]) => result);
  }
}

/** The pieces of `text` as nodes, what is marked in `<mark>`. */
export function nodes(pieces) {
  return pieces.map(({ text, mark }) => {
    if (!mark) return document.createTextNode(text);
    const element = document.createElement("mark");
    element.textContent = text;
    return element;
  });
}

async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** What is looked for as the index has it: each character of a script without blanks is a word. */
function parted(text) {
  return text.replace(BETWEEN, " ").replace(/\s+/g, " ").trim();
}

/** A text of the index without the blanks that part such characters. */
function whole(text) {
  return text.replace(PARTED, "");
}

/** The part of the content where most of the words at `locations` are. */
function excerpt(content, locations) {
  const words = content.split(/\s+/);
  const hits = [...new Set(locations)].sort((a, b) => a - b).filter((place) => place < words.length);
  const within = (start) => hits.filter((place) => place >= start && place < start + SHOWN).length;
  const starts = hits.map((place) => Math.max(0, Math.min(place - BEFORE, words.length - SHOWN)));
  const start = starts.reduce((best, each) => (within(each) > within(best) ? each : best), starts[0] ?? 0);
  const end = Math.min(words.length, start + SHOWN);
  const pieces = [{ text: start ? "… " : "", mark: false }];
  for (let place = start; place < end; place += 1) {
    if (place > start) pieces.push({ text: " ", mark: false });
    pieces.push({ text: words[place], mark: hits.includes(place) });
  }
  if (end < words.length) pieces.push({ text: " …", mark: false });
  return joined(pieces);
}

/** `text` with the words that begin like one of `words` marked. */
function marked(text, words) {
  const begins = words.map(plain).filter(Boolean).map((word) => (word.length > 5 ? word.slice(0, -2) : word));
  const pieces = text.split(/(\s+)/).map((piece) => {
    const letters = plain(piece);
    return { text: piece, mark: !!letters && begins.some((begin) => letters.startsWith(begin)) };
  });
  return joined(pieces);
}

/** Neighbours that are marked alike as one piece, and without the blanks between characters of scripts without any. */
function joined(pieces) {
  const out = [];
  pieces.forEach(({ text, mark }, n) => {
    const isBetween = text === " " && pieces[n - 1]?.mark && pieces[n + 1]?.mark;
    const is = mark || isBetween;
    if (out.at(-1)?.mark === is) out.at(-1).text += text;
    else if (text) out.push({ text, mark: is });
  });
  return out.map(({ text, mark }) => ({ text: whole(text), mark }));
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
