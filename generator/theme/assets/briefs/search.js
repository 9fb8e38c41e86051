/* The search box: Material's own, with its keys and its look, over an index of ours (find.js, which is loaded when the box
   is opened). On the page that an address with `?h=` leads to, the words looked for are marked. */

(() => {
  "use strict";

  const SHOWN = 10; // results in the box; all of them are on a page of their own
  const PAUSE = 150; // milliseconds after a key in which the next one may come

  const config = JSON.parse(document.getElementById("__config").textContent);
  const top = new URL(config.base.replace(/\/?$/, "/"), location.href);
  const scripts = document.currentScript.src;
  const box = document.querySelector("[data-b-search]");
  const has = (feature) => config.features.includes(feature);

  if (has("search.highlight")) {
    if (window.document$?.subscribe) window.document$.subscribe(highlight);
    else highlight();
  }
  if (box) begin();
  if (box && window.document$?.subscribe) window.document$.subscribe(results);
  else if (box) results();

  /** On the page of all results, its own script. */
  async function results() {
    const root = document.querySelector("[data-b-results]");
    if (root) (await import(new URL("results.js", scripts))).begin(root, top);
  }

  function begin() {
    const toggle = document.getElementById("__search");
    const query = box.querySelector(".md-search__input");
    const share = box.querySelector("[data-clipboard-text]");
    const said = box.querySelector(".md-search-result__meta");
    const list = box.querySelector(".md-search-result__list");
    const all = box.querySelector(".b-find-all");
    let asked = ""; // what was looked for last
    let turn = 0;
    let waiting = 0;
    let loading = null; // the script and the search that it loads
    let done = Promise.resolve(); // when what was looked for last is shown

    const isOpen = () => toggle.checked;
    const set = (open) => open !== isOpen() && toggle.click();

    /** The search; after a failure it is tried again when next asked for. */
    function loaded() {
      loading ??= (async () => {
        const find = await import(new URL("find.js", scripts));
        return { find, search: await find.load(top) };
      })();
      loading.catch(() => (loading = null));
      return loading;
    }

    function say(text) {
      if (said.textContent !== text) said.textContent = text;
    }

    function look(text) {
      asked = text;
      done = found(text, ++turn);
    }

    async function found(text, own, isFirst = true) {
      if (share) share.href = share.dataset.clipboardText = shared(text);
      if (!/[^\x00-\xff]|[^\s"]{2}/.test(text)) {
        show([], 0, ""); // of a lone Latin letter there is too much
        return;
      }
      const slow = setTimeout(() => say(said.dataset.loading), 250);
      try {
        const { find, search } = await loaded();
        const { results, words } = await search.find(text);
        const best = await Promise.all(results.slice(0, SHOWN).map((result) => search.read(result, words)));
        if (own !== turn) return;
        show(best.map((each) => item(each, words, find.nodes)), results.length, text);
      } catch (error) {
        console.error(error);
        loading = null;
        if (own !== turn) return;
        if (isFirst) await found(text, own, false); // the site may have become another since
        else say(said.dataset.failed);
      } finally {
        clearTimeout(slow);
      }
    }

    function show(items, number, text) {
      const { translations: words } = config;
      list.replaceChildren(...items);
      list.parentElement.parentElement.scrollTop = 0;
      all.hidden = !number;
      if (number) {
        const link = all.firstElementChild;
        const address = new URL("search/", top);
        address.searchParams.set("q", text);
        link.href = address;
        link.textContent = (number > 1 ? all.dataset.many : all.dataset.one).replace("{n}", number.toLocaleString(lang()));
      }
      if (!text) say(words["search.result.placeholder"]);
      else if (!number) say(words["search.result.none"]);
      else say(number > 1 ? words["search.result.other"].replace("#", number.toLocaleString(lang())) : words["search.result.one"]);
    }

    function soon() {
      clearTimeout(waiting);
      const text = query.value.trim();
      if (text !== asked) waiting = setTimeout(() => look(text), text && asked ? PAUSE : 0);
    }

    /* As Material's bundle has it (components/search): what opens and closes the box, and where the arrows lead. */

    query.addEventListener("focus", () => {
      setTimeout(() => document.activeElement === query && set(true), 1); // after what the label does by itself
      loaded().catch(() => {});
      if (!query.value) show([], 0, "");
      soon();
    });
    query.addEventListener("input", soon);
    query.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && best(event));
    query.form.addEventListener("submit", (event) => event.preventDefault());
    query.form.addEventListener("reset", () => {
      query.focus();
      setTimeout(soon);
    });
    for (const label of document.querySelectorAll(".md-header [for=__search]")) {
      label.addEventListener("click", () => query.focus());
    }
    share?.addEventListener("click", (event) => event.preventDefault());
    box.addEventListener("click", (event) => event.target.closest?.("a:not([data-clipboard-text])") && set(false));
    toggle.addEventListener("change", () => {
      list.setAttribute("role", isOpen() ? "list" : "presentation");
      list.hidden = !isOpen();
    });
    list.hidden = true;

    window.keyboard$?.subscribe((key) => {
      if (key.mode === "search") within(key);
      else if (["f", "s", "/"].includes(key.type)) {
        query.focus();
        query.select();
        key.claim();
      }
    });

    /** Opens the best result once it is there, if nobody has left the field until then. The field hears the key itself:
        Material's keyboard passes one on only where the box is open already, which is a moment after the field has the focus. */
    function best(event) {
      event.preventDefault();
      clearTimeout(waiting);
      const text = query.value.trim();
      if (text !== asked) look(text);
      done.then(() => document.activeElement === query && list.querySelector("a")?.click());
    }

    function within(key) {
      const active = document.activeElement;
      if (key.type === "Escape" || key.type === "Tab") {
        set(false);
        query.blur();
      } else if (key.type === "ArrowUp" || key.type === "ArrowDown") {
        const stops = [query, ...box.querySelectorAll(".b-find-all:not([hidden]) a, .md-search-result__link")];
        const at = Math.max(0, stops.indexOf(active));
        stops[(at + stops.length + (key.type === "ArrowUp" ? -1 : 1)) % stops.length].focus();
        key.claim();
      } else if (key.type !== "Enter" && active !== query && !["Shift", "Alt", "AltGraph"].includes(key.type)) {
        query.focus();
      }
    }

    const given = new URLSearchParams(location.search).get("q");
    if (given !== null && !document.querySelector("[data-b-results]")) {
      query.value = given;
      set(true);
      query.focus();
      soon();
      toggle.addEventListener("change", () => {
        const url = new URL(location.href);
        url.searchParams.delete("q");
        history.replaceState({}, "", url);
      }, { once: true });
    }

    function shared(text) {
      const url = new URL(location.href);
      url.hash = "";
      url.search = `q=${encodeURIComponent(text).replace(/%20/g, "+")}`;
      return url.href;
    }
  }

  const lang = () => document.documentElement.lang || undefined;

  /** A result as Material shows one: a page with its sign, a claim as a part of its page. */
  function item(result, words, nodes) {
    const isClaim = result.kind === "claim";
    const article = made("article", "md-search-result__article md-typeset");
    if (!isClaim) article.append(made("div", "md-search-result__icon md-icon"));
    article.append(made(isClaim ? "h2" : "h1", "", ...nodes(result.title)));
    const about = [];
    if (result.status) about.push(made("span", `b-pill b-pill--${result.status.replaceAll(" ", "-")}`, result.statusWord));
    const named = [result.within, result.said].filter(Boolean).join(" · ");
    if (named) about.push(made("span", "b-find__of", named));
    if (about.length) article.append(made("p", "b-find__about", ...about));
    if (result.excerpt.length) article.append(made("p", "b-find__text", ...nodes(result.excerpt)));
    const link = made("a", "md-search-result__link", article);
    link.tabIndex = -1;
    link.href = has("search.highlight") ? withWords(result.address, words) : result.address;
    for (const part of article.children) part.dir = "auto";
    return made("li", "md-search-result__item", link);
  }

  function withWords(address, words) {
    const url = new URL(address);
    url.searchParams.set("h", words.join(" "));
    return url;
  }

  function made(name, style, ...content) {
    const element = document.createElement(name);
    if (style) element.className = style;
    element.append(...content);
    return element;
  }

  /** Marks the words of `?h=` in the page's text, and words that begin with them, as Material marks them. */
  function highlight() {
    const words = (new URLSearchParams(location.search).get("h") ?? "").match(/[\p{L}\p{N}]+/gu);
    const content = document.querySelector("[data-md-component=content]");
    if (!words || !content) return;
    const any = words.map((word) => (word.length > 5 ? word.slice(0, -2) : word)).join("|");
    const sought = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})[\\p{L}\\p{N}]*`, "giu");
    const walk = document.createNodeIterator(content, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      const parent = text.parentElement;
      if (parent?.offsetHeight && !parent.closest("script, style, svg, mark, select") && text.data.search(sought) >= 0) texts.push(text);
    }
    for (const text of texts) {
      const pieces = [];
      let end = 0;
      for (const hit of text.data.matchAll(sought)) {
        const mark = made("mark", "", hit[0]);
        mark.dataset.mdHighlight = "";
        pieces.push(text.data.slice(end, hit.index), mark);
        end = hit.index + hit[0].length;
      }
      text.replaceWith(...pieces, text.data.slice(end));
    }
  }
})();
