/* What a reader can do with a brief besides reading it: filter the table by status, lay two sources side by side, and
   read an article with its notes level with their passages. Everything is on the page without it. It asks nobody for
   anything, keeps what the reader chose in the address, and writes no style but positions. */

(() => {
  "use strict";

  /** What the page that is shown now listens with; the next page that instant navigation shows ends it. */
  let ends = new AbortController();

  function start() {
    ends.abort();
    ends = new AbortController();
    const table = document.querySelector(".b-scroll > .b-table");
    const controls = document.querySelector(".b-controls");
    if (table && controls) {
      repeatHeads(table, ends.signal);
      answer(table, controls, ends.signal);
    }
    if (location.protocol === "file:") nameIndexes();
    for (const label of document.querySelectorAll(".md-header label[for='__drawer']")) reach(label, ends.signal);
    const article = document.querySelector(".b-article__head")?.parentElement;
    if (article) {
      lightUp(article, ends.signal);
      place(article, ends.signal);
    }
  }

  /* --- The table: filter and compare --- */

  function answer(table, controls, signal) {
    const rows = [...table.querySelectorAll(".b-row")];
    const sources = [...table.querySelectorAll("thead [data-source]")].map((head) => head.dataset.source);
    const toggles = [...document.querySelectorAll(".b-strip__counts[data-filter] [data-status]")].map(toggle);
    const picks = [...controls.querySelectorAll(".b-compare__pick")];
    const words = controls.querySelector(".b-showing__words");
    const all = controls.querySelector(".b-all");
    const here = location.pathname;
    let statuses = [];
    let pair = [];

    /** The choice that the address holds; what it doesn't know it passes over. */
    function read() {
      const asked = new URLSearchParams(location.search);
      const known = (name, among) => among.filter((word) => (asked.get(name) ?? "").split(",").includes(word));
      statuses = known("status", toggles.map((button) => button.dataset.status));
      pair = (asked.get("compare") ?? "").split(",").filter((source) => sources.includes(source));
      if (picks.length !== 2 || pair.length !== 2 || pair[0] === pair[1]) pair = [];
      picks.forEach((pick, n) => (pick.value = pair[n] ?? ""));
    }

    function write() {
      const url = new URL(location.href);
      const asked = url.search.slice(1).split("&").filter((part) => part && !/^(status|compare)=/.test(part));
      if (statuses.length) asked.push(`status=${statuses.join(",")}`);
      if (pair.length) asked.push(`compare=${pair.join(",")}`);
      url.search = asked.join("&");
      const row = linked();
      if (row && !fits(row)) url.hash = "";
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // A browser that keeps the address of a file as it is: the choice holds until the page is left.
      }
    }

    function linked() {
      return target()?.closest(".b-row");
    }

    function reporting(row) {
      const cells = [...row.querySelectorAll(".b-cell:not(.b-cell--none)")];
      return cells.filter((cell) => pair.includes(cell.dataset.source)).length;
    }

    function fits(row) {
      return (!statuses.length || statuses.includes(row.dataset.status)) && (!pair.length || reporting(row) > 0);
    }

    function show() {
      const chosen = statuses.length + pair.length > 0;
      const row = linked();
      const shown = rows.filter((each) => fits(each) || each === row);
      const both = shown.filter((each) => reporting(each) === 2);
      for (const each of rows) {
        each.classList.toggle("b-out", !shown.includes(each));
        mark(each, both.includes(each), controls.dataset.both);
      }
      for (const part of table.closest(".b-framed").querySelectorAll("[data-source]")) {
        part.classList.toggle("b-out", pair.length > 0 && !pair.includes(part.dataset.source));
      }
      for (const each of table.closest(".b-framed").querySelectorAll(".b-table")) {
        each.classList.toggle("b-table--pair", pair.length > 0);
      }
      for (const button of toggles) {
        button.setAttribute("aria-pressed", String(statuses.includes(button.dataset.status)));
      }
      picks.forEach((pick, n) => {
        for (const option of pick.options) option.disabled = !!option.value && option.value === picks[1 - n]?.value;
      });
      all.hidden = !chosen;
      if (chosen || words.textContent) say(shown.length, both.length);
    }

    function say(shown, both) {
      const claims = words.dataset.claims.replace("{shown}", shown).replace("{all}", rows.length);
      const said = pair.length ? `${claims}; ${words.dataset.both.replace("{both}", both)}.` : `${claims}.`;
      if (words.textContent !== said) words.textContent = said;
    }

    function restore() {
      if (location.pathname !== here) return;
      const hidden = linked()?.classList.contains("b-out");
      read();
      show();
      if (hidden) target()?.scrollIntoView();
    }

    function choose() {
      write();
      show();
    }

    controls.hidden = false;
    for (const button of toggles) {
      on(button, "click", signal, () => {
        const word = button.dataset.status;
        statuses = toggles
          .map((each) => each.dataset.status)
          .filter((each) => (each === word) !== statuses.includes(each));
        choose();
      });
    }
    for (const pick of picks) {
      on(pick, "change", signal, () => {
        const picked = picks.map((each) => each.value).filter(Boolean);
        pair = picked.length === 2 ? picked : [];
        choose();
      });
    }
    on(all, "click", signal, () => {
      statuses = [];
      pair = [];
      picks.forEach((pick) => (pick.value = ""));
      choose();
      toggles[0]?.focus({ preventScroll: true });
    });
    onAddress(signal, restore);
    read();
    show();
    if (linked() && statuses.length + pair.length > 0) arrive();
  }

  /** The names of the sources once more, in sight as long as the table is; they scroll sideways with it. */
  function repeatHeads(table, signal) {
    const box = table.parentElement;
    const bar = box.previousElementSibling;
    const inner = bar.firstElementChild;
    const follow = () => (inner.scrollLeft = box.scrollLeft);
    const lead = () => (box.scrollLeft = inner.scrollLeft);
    const line = parseFloat(getComputedStyle(bar).top) || 0;
    const watch = new IntersectionObserver(
      (seen) => {
        const { width, bottom } = seen.at(-1).boundingClientRect;
        const passed = width > 0 && bottom <= line;
        if (passed && !inner.firstElementChild) inner.append(names(table));
        bar.classList.toggle("b-heads--shown", passed);
        follow();
      },
      // All that is below counts as in sight, so that a jump over the whole table is noticed.
      { rootMargin: `${-line}px 0px 1000000px 0px` },
    );
    watch.observe(table.tHead);
    signal.addEventListener("abort", () => watch.disconnect());
    on(box, "scroll", signal, follow);
    on(inner, "scroll", signal, lead);
  }

  /** A table of the names above the columns of `table`, as it is shown now; no one hears them twice. */
  function names(table) {
    const heads = document.createElement("table");
    const row = document.createElement("tr");
    for (const head of table.tHead.rows[0].cells) {
      const cell = document.createElement("td");
      const text = document.createElement("span");
      cell.className = `${head.className} b-heads__name`;
      if (head.dataset.source) cell.dataset.source = head.dataset.source;
      text.className = "b-heads__text";
      text.dir = "auto";
      text.textContent = (head.firstElementChild ?? head).textContent;
      cell.append(text);
      row.append(cell);
    }
    heads.className = table.className;
    heads.append(row);
    return heads;
  }

  /** A count of the strip as a switch. */
  function toggle(count) {
    if (count.localName === "button") return count;
    const list = count.parentElement;
    list.setAttribute("aria-label", list.dataset.filter);
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${count.className} b-strip__switch`;
    button.title = count.title;
    button.dataset.status = count.dataset.status;
    button.append(...count.childNodes);
    count.removeAttribute("class");
    count.removeAttribute("title");
    delete count.dataset.status;
    count.append(button);
    return button;
  }

  /** Says of a row that both of the compared sources report it, or no longer. */
  function mark(row, both, word) {
    const there = row.querySelector(".b-both");
    if (!both) return there?.remove();
    if (there) return undefined;
    const said = document.createElement("span");
    said.className = "b-mark b-both";
    said.textContent = word;
    return row.querySelector(".b-pill").after(" ", said);
  }

  /* --- The article: a passage and its note light up together --- */

  function lightUp(article, signal) {
    const parts = [...article.querySelectorAll("[data-h]")];
    const numbers = (element) => element?.closest?.("[data-h]")?.dataset.h.split(" ") ?? [];
    let lit = "";

    function light(pointed) {
      const wanted = [...new Set([...numbers(pointed), ...numbers(document.activeElement)])];
      if (lit === wanted.join(" ")) return;
      lit = wanted.join(" ");
      for (const part of parts) part.classList.toggle("b-lit", numbers(part).some((n) => wanted.includes(n)));
    }

    on(article, "pointerover", signal, (event) => light(event.target));
    on(article, "pointerleave", signal, () => light(null));
    on(article, "focusin", signal, (event) => light(event.target));
    on(article, "focusout", signal, () => setTimeout(light, 0, null));
  }

  /* --- The article: notes level with their passages, pushed down where they would overlap --- */

  const GAP = 10;
  /** How far notes may run on beside the next paragraph, in pixels, before that waits for them. */
  const LAG = 240;
  const narrow = matchMedia("(max-width: 62rem)");

  function place(article, signal) {
    const notes = [...article.querySelectorAll(".b-margin__note")];
    const paragraphs = [...article.querySelectorAll(".b-para")];
    const waits = paragraphs.map(() => 0);
    const body = paragraphs.at(-1)?.parentElement;
    if (!notes.length) return;

    function lay() {
      article.classList.toggle("b-placed", !narrow.matches);
      if (narrow.matches) {
        body.style.minHeight = "";
        return;
      }
      // Measured first, then written. `moved` is by how much what is measured will move: the new waits, less the old.
      const written = [];
      let free = -Infinity;
      let moved = 0;
      paragraphs.forEach((paragraph, n) => {
        moved -= waits[n];
        const top = paragraph.firstElementChild.getBoundingClientRect().top + moved;
        waits[n] = Math.max(0, free - LAG - top);
        moved += waits[n];
        const wait = waits[n];
        written.push(() => paragraph.style.setProperty("--b-wait", `${wait}px`));
        for (const note of paragraph.querySelectorAll(".b-margin__note")) {
          const base = note.parentElement.getBoundingClientRect().top + moved;
          const passage = document.getElementById(`h-${note.dataset.h}`)?.getClientRects()[0];
          const level = Math.max(passage ? passage.top + moved : base, free);
          free = level + note.offsetHeight + GAP;
          written.push(() => (note.style.top = `${level - base}px`));
        }
      });
      const height = Math.ceil(free - body.getBoundingClientRect().top);
      for (const write of written) write();
      body.style.minHeight = `${height}px`;
    }

    let waiting = 0;
    const later = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(lay);
    };
    const watch = new ResizeObserver(later);
    for (const part of [...notes, ...paragraphs]) watch.observe(part);
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(waiting);
      watch.disconnect();
    });
    on(narrow, "change", signal, lay);
    on(window, "resize", signal, later);
    document.fonts?.ready.then(() => signal.aborted || lay());
    lay();
    arrive();
  }

  /* --- Material's button for the drawer: a label, which the keyboard doesn't reach --- */

  function reach(label, signal) {
    const box = document.getElementById(label.htmlFor);
    const button = label.querySelector("[role=button]") ?? within(label);
    const tell = () => (button.ariaExpanded = String(box.checked));
    button.ariaLabel = document.querySelector(".md-nav--primary")?.ariaLabel ?? "";
    on(button, "keydown", signal, (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      box.click();
    });
    on(document, "keydown", signal, (event) => {
      if (event.key !== "Escape" || !box.checked) return;
      box.click();
      button.focus();
    });
    on(box, "change", signal, tell);
    tell();
  }

  /** A button around what the label holds: a label of a control may have no role itself (ARIA in HTML, "label"). */
  function within(label) {
    const button = document.createElement("span");
    button.role = "button";
    button.tabIndex = 0;
    button.append(...label.childNodes);
    label.append(button);
    return button;
  }

  /* --- From a file: a browser shows a folder's list, not its page, where the address ends with the folder --- */

  function nameIndexes() {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
  }

  /* --- What both need --- */

  function on(what, event, signal, answer) {
    what.addEventListener(event, answer, { signal });
  }

  /** Calls `answer` whenever the address changes within the page, by whatever means. */
  function onAddress(signal, answer) {
    for (const event of ["hashchange", "popstate", "pageshow"]) on(window, event, signal, answer);
    const watched = window.location$?.subscribe?.(answer);
    if (watched) signal.addEventListener("abort", () => watched.unsubscribe());
  }

  /** What the address points at. */
  function target() {
    const name = location.hash.slice(1);
    if (!name) return null;
    return document.getElementById(name) ?? document.getElementById(decoded(name));
  }

  /** Goes where the address points, now that the page has its shape; not where a reader comes back to a place. */
  function arrive() {
    const visit = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
    if (visit === "navigate") target()?.scrollIntoView();
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  // Material tells of each page that instant navigation shows, but of none where that is off, as from a file.
  start();
  window.document$?.subscribe?.(start);
})();
