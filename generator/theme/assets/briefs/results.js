/* The page of all results: filters with their counts, an order, and more results as they are asked for. What is chosen
   stands in the address. */

import { load, nodes } from "./find.js";

const STEP = 20; // results at a time
const FILTERS = ["kind", "status", "outlet", "party", "tag", "year"];

/** Begins on the page that is `root`; `top` is the address of the site's top. */
export function begin(root, top) {
  const form = root.querySelector("form");
  const said = root.querySelector(".b-results__said");
  const list = root.querySelector(".b-results__list");
  const more = root.querySelector(".b-results__more");
  const clear = root.querySelector(".b-results__clear");
  const fields = form.elements;
  let ready = load(top);
  const lang = document.documentElement.lang || undefined;
  let turn = 0;
  let waiting = 0;
  let results = [];
  let words = [];
  let values = null; // of each filter every value there is, once all are read
  let filling = null; // reads them

  const chosen = () => FILTERS.filter((name) => fields[name].value);
  const say = (text) => said.textContent !== text && (said.textContent = text);

  function read() {
    const given = new URLSearchParams(location.search);
    fields.q.value = given.get("q") ?? "";
    for (const name of [...FILTERS, "order"]) {
      const value = given.get(name) ?? "";
      const known = [...fields[name].options].some((option) => option.value === value);
      if (!known && ["outlet", "party", "tag", "year"].includes(name)) fields[name].append(new Option(value, value));
      fields[name].value = value;
    }
  }

  function write() {
    const url = new URL(location.href);
    for (const name of ["q", ...FILTERS, "order"]) {
      if (fields[name].value) url.searchParams.set(name, fields[name].value);
      else url.searchParams.delete(name);
    }
    url.searchParams.delete("h");
    history.replaceState(history.state, "", url);
  }

  /** The site may have become another since it was loaded. */
  function anew() {
    ready = load(top);
    ready.catch(() => {});
  }

  async function look(isFirst = true) {
    const own = ++turn;
    const text = fields.q.value.trim();
    clear.hidden = !chosen().length;
    const slow = setTimeout(() => say(root.dataset.loading), 250);
    try {
      const search = await ready;
      if (!text && !chosen().length) {
        if (own === turn) await show([], [], root.dataset.start);
      } else {
        const wanted = Object.fromEntries(chosen().map((name) => [name, spelt(name, fields[name].value)]));
        const found = await search.find(text, wanted, fields.order.value);
        if (own !== turn) return;
        const number = found.results.length;
        const line = number > 1 ? root.dataset.many : number ? root.dataset.one : root.dataset.none;
        await show(found.results, found.words, line.replace("{n}", number.toLocaleString(lang)));
        if (values) count(found.counts);
      }
      filling ??= fill(search);
    } catch (error) {
      console.error(error);
      anew();
      if (own !== turn) return;
      if (isFirst) await look(false);
      else say(root.dataset.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Puts what was found in the place of what was shown, once the first of it is read: no list is empty between. */
  async function show(found, sought, line) {
    const own = turn;
    const next = await items(found.slice(0, STEP), sought);
    if (own !== turn) return;
    results = found;
    words = sought;
    list.replaceChildren(...next);
    list.hidden = !found.length;
    more.hidden = next.length >= found.length;
    say(line);
  }

  async function further() {
    const own = turn;
    const shown = list.children.length;
    const next = await items(results.slice(shown, shown + STEP), words);
    if (own !== turn || list.children.length !== shown) return null;
    list.append(...next);
    more.hidden = list.children.length >= results.length;
    return next[0];
  }

  async function items(some, sought) {
    const search = await ready;
    return (await Promise.all(some.map((result) => search.read(result, sought)))).map(item);
  }

  /** Every value of each filter, once they are there: of a tag that is written in several ways the first. Where they
      can't be had the next look asks again. */
  async function fill(search) {
    let every;
    try {
      every = await search.filters();
    } catch (error) {
      console.error(error);
      filling = null;
      return;
    }
    const read = {};
    for (const name of FILTERS) {
      read[name] = new Map();
      const field = fields[name];
      const known = new Set([...field.options].map((option) => option.value));
      const order = Object.keys(every[name] ?? {}).sort((a, b) => a.localeCompare(b, lang));
      if (name === "year") order.reverse();
      for (const value of order) {
        const key = value.toLocaleLowerCase(lang);
        if (read[name].has(key)) read[name].get(key).push(value);
        else {
          read[name].set(key, [value]);
          if (!known.has(value)) field.append(new Option(value, value));
        }
      }
      for (const option of field.options) if (option.value) option.dataset.word = option.textContent;
    }
    values = read;
    look();
  }

  function spelt(name, value) {
    return values?.[name].get(value.toLocaleLowerCase(lang)) ?? [value];
  }

  function count(counts) {
    for (const name of FILTERS) {
      for (const option of fields[name].options) {
        if (!option.dataset.word) continue;
        const number = spelt(name, option.value).reduce((sum, value) => sum + (counts?.[name]?.[value] ?? 0), 0);
        option.textContent = counts ? `${option.dataset.word} (${number.toLocaleString(lang)})` : option.dataset.word;
        option.hidden = !!counts && !number && !option.selected;
      }
    }
  }

  function item(result) {
    const link = made("a", "", ...nodes(result.title));
    link.href = result.address;
    const about = made("p", "b-results__about");
    if (result.status) about.append(made("span", `b-pill b-pill--${result.status.replaceAll(" ", "-")}`, result.statusWord), " ");
    about.append([result.within, result.said].filter(Boolean).join(" · "));
    const parts = [made("h2", "b-results__title", link)];
    if (about.textContent.trim()) parts.push(about);
    if (result.excerpt.length) parts.push(made("p", "b-results__text", ...nodes(result.excerpt)));
    for (const part of parts) part.dir = "auto";
    return made("li", `b-results__item b-results__item--${result.kind}`, ...parts);
  }

  function made(name, style, ...content) {
    const element = document.createElement(name);
    if (style) element.className = style;
    element.append(...content);
    return element;
  }

  function choose(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      write();
      look();
    }, pause);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(0);
  });
  fields.q.addEventListener("input", () => choose(200));
  for (const name of [...FILTERS, "order"]) fields[name].addEventListener("change", () => choose(0));
  clear.addEventListener("click", () => {
    for (const name of FILTERS) fields[name].value = "";
    fields.q.focus();
    choose(0);
  });
  more.addEventListener("click", async () => {
    try {
      (await further())?.querySelector("a").focus();
    } catch (error) {
      console.error(error);
      anew();
      look();
    }
  });
  window.addEventListener("popstate", () => {
    read();
    look();
  });

  root.querySelector(".b-results__lists").hidden = true;
  form.hidden = false;
  read();
  look();
}
