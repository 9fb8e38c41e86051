/* Lets the page be seen before Material's script, the largest, has its turn: a browser runs what is deferred first, and
   on a phone that is half a second in which there is nothing to read. */

(() => {
  "use strict";

  const address = document.currentScript.dataset.then;
  let begun = false;

  function begin() {
    if (begun) return;
    begun = true;
    const script = document.createElement("script");
    script.src = address;
    document.body.append(script);
  }

  requestAnimationFrame(() => setTimeout(begin));
  setTimeout(begin, 1000); // a tab in the background is not painted
})();
