"""A reader who never stops: of a site's folder and of a server on it, until standard input ends; then what was seen.

`python -m tests.faults.reader SITE` prints a JSON object.
"""

from __future__ import annotations

import json
import os
import re
import sys
import threading
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import sha256
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_META = re.compile(rb'<meta name="release" content="([0-9a-f]{32})">')


@dataclass
class Seen:
    """What a reader saw: whole passes over a folder, passes over one that was let go meanwhile, moments without any
    site, pages by a server, the releases that manifests and pages named, what was
    wrong; and which pages there were last."""

    passes: int = 0
    outdated: int = 0
    missing: int = 0
    pages: int = 0
    manifests: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: there are thousands."""


def read_by(folder: int, path: str) -> bytes:
    """A file below an open folder."""
    with os.fdopen(os.open(path, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()


def fault_in(folder: int, seen: Seen) -> str:
    """What is wrong with the release in an open folder, whatever name it has by now; its pages are kept in mind."""
    manifest = json.loads(read_by(folder, "manifest.json"))
    seen.manifests.add(manifest["release"])
    seen.there = sorted(path for path in manifest["files"] if path.endswith(".html"))
    there = set()
    for where, folders, names, _ in os.fwalk(".", dir_fd=folder):
        if where == ".":
            folders[:] = [name for name in folders if not name.startswith(".")]
        there |= {f"{where}/{name}"[2:] for name in names}
    there = {path for path in there if not path.startswith(".")}
    if there != {*manifest["files"], "manifest.json"}:
        return f"files {sorted(there ^ {*manifest['files'], 'manifest.json'})}"
    for path, file in manifest["files"].items():
        content = read_by(folder, path)
        if sha256(content).hexdigest() != file["sha256"]:
            return f"{path} is not of {manifest['release']}"
        named = _META.findall(content) if path.endswith(".html") else []
        if any(each.decode() != manifest["release"] for each in named):
            return f"{path} names {named} in {manifest['release']}"
    return ""


def look(site: Path, seen: Seen) -> None:
    """One pass over the folder that the site is at this moment."""
    try:
        folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        seen.missing += 1
        return
    try:
        try:
            fault = fault_in(folder, seen)
        except (OSError, ValueError) as error:
            fault = repr(error)
        if not fault:
            seen.passes += 1
        elif is_kept(site, os.fstat(folder).st_ino):
            seen.faults.append(fault)
        else:
            seen.outdated += 1
    finally:
        os.close(folder)


def is_kept(site: Path, node: int) -> bool:
    """Whether a folder is the site, or a release that may be gone back to."""
    shelf = site.with_name("releases")
    places = [site, *(place for place in shelf.iterdir() if not place.name.startswith("."))]
    nodes = set()
    for place in places:
        try:
            nodes.add(place.stat().st_ino)
        except FileNotFoundError:
            continue
    return node in nodes


def ask(address: tuple[str, int], paths: list[str], seen: Seen) -> None:
    """Pages one by one, as a browser gets them."""
    connection = HTTPConnection(*address, timeout=900)
    for path in paths:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == 200:
            seen.pages += 1
            seen.named |= {each.decode() for each in _META.findall(content)}
            if b"</html>" not in content:
                seen.faults.append(f"{path} is cut short")
        elif path == "index.html":
            seen.missing += 1
    connection.close()


def main(site: Path) -> None:
    """Reads until nobody writes to standard input any more."""
    seen, ended = Seen(), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("reading", flush=True)
    turn, is_last = 0, False
    while not is_last:
        is_last = ended.is_set()  # once more after the end: on a busy machine there was no time for it before
        look(site, seen)
        others = [seen.there[(turn + step) % len(seen.there)] for step in range(2) if seen.there]
        ask(server.server_address[:2], ["index.html", *others], seen)  # type: ignore[arg-type]
        turn += 2
    server.shutdown()
    told = asdict(seen)
    print(
        json.dumps({name: sorted(value) if isinstance(value, set) else value for name, value in told.items()})
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
