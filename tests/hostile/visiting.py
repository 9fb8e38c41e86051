"""Pages of a site seen by a browser in two ways: as readers have them, or many at once in frames.

In a frame a page is a document like any other: its own scripts and handlers run, its policy holds. What it lacks is
the theme's script and style sheets, which cost far more than the page and are the same in all.
"""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.acceptance.hostile.test_hostile import EXAMINE

if TYPE_CHECKING:
    from playwright.sync_api import Page

OURS = re.compile(
    rb'<(?:script [^>]*src|link [^>]*href)="(?:\.\.?/)*assets/(?:javascripts|stylesheets|briefs|images)/[^"]*"[^>]*>'
)
"""Elements by which a page asks for the theme's files."""

POLICY = re.compile(rb"<meta[^>]*http-equiv=[\"']?content-security-policy[^>]*>", re.IGNORECASE)
REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=(?:\.\./)+[a-z0-9_./-]*">')
"""What an old address has, and no other page: it leads to another page of the site."""

FRAMES = 12
AT_ONCE = 60
PER_TAB = 600
"""Pages that one tab shows: after some thousands Chromium gives up loading frames (`ERR_INSUFFICIENT_RESOURCES`)."""

TRIES = 3
"""How often a page is asked for that Chromium doesn't show."""

PATIENCE = 180_000
"""Milliseconds for one page: a machine that has much else to do lets it wait."""

HARNESS = b"<!doctype html><title>Frames</title><body></body>"
_LOOK = (
    EXAMINE.replace("document", "page").replace("window.__", "page.defaultView?.__").replace("()", "page", 1)
)
_SHORTER = """seen => ({...seen, links: [...new Set(seen.links.filter(link => link).map(link => {
  const at = new URL(link, location);
  return at.protocol.startsWith("http") ? at.origin + "/" : link;
}))]})"""
PARSE_TEXTS = f"""texts => {{
  const examine = {_LOOK}, shorter = {_SHORTER}, parser = new DOMParser();
  return texts.map(text => ({{...shorter(examine(parser.parseFromString(text, "text/html"))), text: ""}}));
}}"""
VISIT = f"""async ([names, frames, patience]) => {{
  const examine = {_LOOK}, shorter = {_SHORTER};
  const found = {{}};
  const waiting = [...names];
  const follow = async frame => {{
    for (let name; (name = waiting.shift()); ) {{
      const loaded = new Promise((done, fail) => {{
        frame.onload = done;
        setTimeout(() => fail(new Error(name)), patience);
      }});
      frame.src = name;
      await loaded;
      const page = frame.contentDocument; // none of another site, nor of the browser
      found[name] = page && {{...shorter(examine(page)), address: page.location.pathname}};
    }}
  }};
  const made = Array.from({{length: frames}}, () => document.body.appendChild(document.createElement("iframe")));
  await Promise.all(made.map(follow));
  made.forEach(frame => frame.remove());
  return [found, window.__pwned];
}}"""


class _Pages(http.server.SimpleHTTPRequestHandler):
    """A site's files: below /bare without the theme's scripts and style sheets, below /off without a policy."""

    def do_GET(self) -> None:
        bare, self.path = self.path.startswith("/bare/"), self.path.removeprefix("/bare")
        off, self.path = self.path.startswith("/off/"), self.path.removeprefix("/off")
        file = Path(self.translate_path(self.path))
        if self.path == "/frames":
            self._answer(HARNESS, "text/html; charset=utf-8")
        elif file.suffix == ".html" and file.is_file():
            body = OURS.sub(b"", REFRESH.sub(b"", file.read_bytes())) if bare else file.read_bytes()
            self._answer(POLICY.sub(b"", body) if off else body, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a site's files."""
    with _Server(("127.0.0.1", 0), functools.partial(_Pages, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def ways(site: Path, pages: Sequence[Path], *, both: bool = True) -> list[str]:
    """The address of each page: without its policy where it has one, and with `both` with it too."""
    found = []
    for page in pages:
        name = quote(page.relative_to(site).as_posix())
        has_policy = POLICY.search(page.read_bytes())
        found += [f"/{name}"] * (both or not has_policy) + [f"/off/{name}"] * bool(has_policy)
    return found


def visit_in_frames(
    fresh: Callable[[], Page], address: str, names: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """What each page shows, by its address. Each call of `fresh` opens a tab."""
    seen: dict[str, dict[str, Any]] = {}
    for _ in range(TRIES):
        left = [name for name in names if name not in seen]
        for at in range(0, len(left), PER_TAB):
            with closing(fresh()) as tab:
                seen |= _visit(tab, address, left[at : at + PER_TAB])
    left = [name for name in names if name not in seen]
    assert not left, f"not shown, or gone elsewhere: {left[:20]}"
    return {name: seen[name] for name in names}


def _visit(tab: Page, address: str, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    seen: dict[str, dict[str, Any]] = {}
    tab.goto(f"{address}/frames", wait_until="load")
    for at in range(0, len(names), AT_ONCE):
        bare = [f"/bare{name}" for name in names[at : at + AT_ONCE]]
        found, above = tab.evaluate(VISIT, [bare, FRAMES, PATIENCE])
        assert above is None, "something ran that reached for the page around it"
        shown = {name.removeprefix("/bare"): page for name, page in found.items() if page is not None}
        assert all(page["address"] == f"/bare{name}" for name, page in shown.items()), "a page went elsewhere"
        seen |= shown
    return seen
