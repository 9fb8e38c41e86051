/* At an address that the site doesn't have: shows the search, with the words of the address in it. */

(() => {
  "use strict";

  const form = document.querySelector(".b-lost__search");
  if (!form) return;
  const top = new URL(form.action).pathname;
  form.hidden = false;
  form.elements.q.value = words(location.pathname.startsWith(top) ? location.pathname.slice(top.length) : "");

  /** The words of a path below the folder it begins with: "north korea drone" of "briefs/north-korea-drone/". */
  function words(path) {
    const parts = read(path).replace(/(^|\/)index\.html?$|\.html?$/i, "").split("/").filter(Boolean);
    const found = parts.slice(parts.length > 1 ? 1 : 0).join(" ").match(/[\p{L}\p{N}]+/gu) ?? [];
    return found.slice(0, 8).join(" ").slice(0, 80);
  }

  function read(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path; // a percent sign that encodes nothing
    }
  }
})();
