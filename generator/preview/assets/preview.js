/* What the preview adds to a page: it follows edits, keeps the notice as it is now, copies places, and copies a
   selected passage as YAML. It writes no markup but what the preview's server sends, which escapes every text. */

(() => {
  "use strict";

  const OWN = "/.preview/";
  const own = document.getElementById("briefs-preview-script");
  const notice = document.getElementById("briefs-preview");
  const seen = { path: own.dataset.path, token: own.dataset.token, said: own.dataset.said };
  const CONTENT = "[data-md-component=container]";
  const TOPIC = "[data-md-component=header-topic]";
  const HEAD = "title, meta, link:not([rel=stylesheet], [rel=icon]), script[type='application/ld+json']";
  let stream = null;
  /** The page as it came, before any script had a hand in it. */
  let shown = read("force-cache");

  /* --- Edits --- */

  /** Listens as long as the page is in sight: a browser allows few connections to one host. */
  function listen() {
    stream?.close();
    stream = null;
    if (document.visibilityState !== "visible") return;
    stream = new EventSource(`${OWN}events?${new URLSearchParams(seen)}`);
    stream.addEventListener("page", (event) => {
      if (JSON.parse(event.data) !== seen.token) renew(JSON.parse(event.data));
    });
    stream.addEventListener("notice", (event) => say(JSON.parse(event.data)));
  }

  /** Puts the new page in place of the old, as instant navigation does, so that nothing of the reader's is lost: where
      they are, what they unfolded, what they typed in the search. Where more than the content is new, it loads anew. */
  async function renew(token) {
    const before = shown;
    shown = read("no-cache");
    const [old, { page, around }] = await Promise.all([before, shown]);
    const container = document.querySelector(CONTENT);
    if (!window.document$ || !container || old.around !== around) return location.reload();
    seen.token = token;
    const unfolded = [...container.querySelectorAll("details[open] > summary")].map((each) => each.textContent);
    const { scrollX: left, scrollY: top } = window;
    for (const part of [CONTENT, TOPIC]) {
      const fresh = page.querySelector(part);
      if (fresh) document.querySelector(part)?.replaceWith(document.importNode(fresh, true));
    }
    document.title = page.title;
    for (const each of document.querySelectorAll(`${CONTENT} summary`)) {
      if (unfolded.includes(each.textContent)) each.parentElement.open = true;
    }
    window.document$.next(document);
    scrollTo({ left, top, behavior: "instant" });
    return undefined;
  }

  async function read(cache) {
    const answer = await fetch(location.pathname, { cache });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { page, around: frame(page) };
  }

  /** What of a page is around its content. */
  function frame(page) {
    const rest = page.documentElement.cloneNode(true);
    for (const part of rest.querySelectorAll(`${CONTENT}, ${TOPIC}, ${HEAD}, #briefs-preview, script[id^=briefs-preview]`)) {
      part.remove();
    }
    return rest.innerHTML;
  }

  function say({ html, said }) {
    seen.said = said;
    const folded = notice.querySelector("details:not([open])") && true;
    const focused = notice.contains(document.activeElement);
    notice.innerHTML = html;
    notice.hidden = !html;
    if (folded) notice.querySelector("details")?.removeAttribute("open");
    if (focused) notice.querySelector("summary, a, button")?.focus();
  }

  /** Instant navigation shows another page under the same script: what it is called now the server is asked. */
  async function arrive() {
    shown = read("no-cache");
    const { page } = await shown;
    const data = page.getElementById("briefs-preview-script")?.dataset;
    if (!data || data.path === seen.path) return;
    Object.assign(seen, { path: data.path, token: data.token });
    say({ html: page.getElementById("briefs-preview").innerHTML, said: data.said });
    listen();
  }

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => stream?.close());
  window.addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
  const here = () => location.pathname.replace(/\/$/, "/index.html");
  window.document$?.subscribe?.(() => here().endsWith(seen.path) || arrive());

  /* --- Places --- */

  notice.addEventListener("click", async (event) => {
    const place = event.target.closest("[data-copy]");
    if (!place) return;
    const text = place.textContent;
    await copy(place.dataset.copy);
    place.textContent = "copied";
    setTimeout(() => (place.textContent = text), 1200);
  });

  /* --- A passage as YAML --- */

  const TEXTS = ".b-title--article, .b-article :is(.b-text, .b-subheading), .b-quotes .b-quote, .b-untouched [data-start]";
  const PASSAGES = ".b-title--article, .b-article, .b-quotes li, .b-untouched--whole, .b-untouched li";
  const NO_TEXT = ".b-num, .b-gap, .b-margin";
  const MOST = 20000;
  const offer = document.createElement("section");
  offer.id = "briefs-preview-copy";
  offer.lang = "en";
  offer.ariaLabel = "Selected passage";
  offer.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy as YAML (y)";
  button.setAttribute("aria-keyshortcuts", "y");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  offer.append(button, told);
  document.body.append(offer);

  /** What is selected of an article's text, with what stands before and after it; null where nothing of it is. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const chosen = texts(document.body).filter((node) => part(node, range));
    const first = chosen[0];
    const passage = first?.parentElement.closest(PASSAGES);
    if (!passage) return null;
    const asked = { path: seen.path, text: "", before: "", after: "", title: passage.matches(".b-title--article") };
    for (const node of texts(passage)) {
      const cut = part(node, range);
      if (cut) {
        asked.before += node.data.slice(0, cut[0]);
        asked.text += node.data.slice(...cut);
        asked.after += node.data.slice(cut[1]);
      } else if (range.comparePoint(node, 0) < 0) asked.before += node.data;
      else asked.after += node.data;
    }
    for (const node of chosen) if (!passage.contains(node)) asked.text += node.data.slice(...part(node, range));
    if (!asked.text.trim()) return null;
    const start = first.parentElement.closest("[data-start]")?.dataset.start;
    if (start) asked.start = Number(start);
    return { ...asked, before: asked.before.slice(-MOST), after: asked.after.slice(0, MOST) };
  }

  function texts(root) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(TEXTS) && !node.parentElement.closest(NO_TEXT)
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    );
    const found = [];
    while (walk.nextNode()) found.push(walk.currentNode);
    return found;
  }

  /** Where in a text the range begins and ends; null where it has no part of it. */
  function part(node, range) {
    if (!range.intersectsNode(node)) return null;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    return from < to ? [from, to] : null;
  }

  /** The selection that was answered last. */
  let answered = "";

  function show() {
    const asked = selected();
    if (!asked) {
      offer.hidden = document.activeElement !== button;
      return;
    }
    if (answered !== asked.before + asked.text) told.textContent = "";
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    offer.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 300)) + scrollX}px`;
    offer.style.top = `${box.bottom + scrollY + 6}px`;
    offer.hidden = false;
  }

  async function take() {
    const asked = selected();
    if (!asked) return;
    const said = {};
    if (asked.text.length > MOST) said.why = "this is too long for a quotation";
    else {
      const answer = await fetch(`${OWN}quote`, { method: "POST", body: JSON.stringify(asked) });
      Object.assign(said, answer.ok ? await answer.json() : { why: "the preview does not answer" });
    }
    if (said.yaml) await copy(said.yaml);
    answered = asked.before + asked.text;
    show();
    told.textContent = said.yaml ? " Copied: paste it on a line of its own below “reports:”" : ` Not copied: ${said.why}`;
  }

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(show);
  });
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", take);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "y" || event.ctrlKey || event.metaKey || event.altKey || typing || !selected()) return;
    event.preventDefault();
    take();
  });

  /** The clipboard's own way needs a secure context, which a preview on another machine's address is not. */
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return undefined;
  }
})();
