"""Prints what a search costs readers and the site, ours beside Material's: `python -m benchmarks.search [N]...`."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.generate import generate
from generator import pipeline
from generator.model.settings import Settings
from generator.publish.find import SiteSearch, by_year, groups, level_for, lot_of, packed_group

RUNS = 3
CHROMIUM = "/usr/bin/chromium"
QUERY = "ferry route"
OF_SEARCH = ("/search/", "/workers/", "/lunr/", "find.js")
NOTE = f"""
Fetched: all that is asked for by a search in a page that was opened with an empty cache, until the first result is
there, over a server that packs scripts and JSON. Result: from that page's first byte, the words “{QUERY}” put in as
soon as it stands. Indexing in seconds of CPU, all groups and the largest one. All in one run, medians of {RUNS}."""


def main(sizes: list[int]) -> None:
    """A table with a line for each size and engine."""
    heads = [
        "briefs",
        "search",
        "fetched, KB",
        "unpacked, KB",
        "requests",
        "result, s",
        "index, MB",
        "all, s CPU",
        "an edit, s CPU",
    ]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            root = Path(folder)
            generate(size, root)
            for engine in ("pagefind", "material"):
                print(_line(size, engine, root, browser), flush=True)
            browser.close()
    print(NOTE)


def _line(size: int, engine: str, root: Path, browser: Browser) -> str:
    _configure(root, engine)
    _run("briefs", "build", "-q", cwd=root)
    with _served(root / "site") as (address, sent):
        visits = [_visit(browser, address, sent) for _ in range(RUNS)]
    packed, plain, requests, seconds = (statistics.median(values) for values in zip(*visits, strict=True))
    index = sum(file.stat().st_size for file in (root / "site" / "search").rglob("*") if file.is_file())
    whole, one = _indexing(root) if engine == "pagefind" else (_materials_indexing(root), "all")
    return (
        f"| {size} | {engine} | {packed / 1000:.0f} | {plain / 1000:.0f} | {requests:.0f} | {seconds:.2f} "
        f"| {index / 1e6:.1f} | {whole} | {one} |"
    )


def _visit(browser: Browser, address: str, sent: dict[str, tuple[int, int]]) -> tuple[int, int, int, float]:
    """Packed bytes, bytes unpacked, requests, and seconds to the first result, of a browser that knows nothing."""
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        if any(part in request.url for part in OF_SEARCH):
            asked.append(request.url.removeprefix(address).split("?")[0])

    context.on("request", note)
    begin = time.monotonic()
    tab.goto(f"{address}/method/", wait_until="domcontentloaded")
    tab.locator(".md-search__input").click()
    tab.locator(".md-search__input").fill(QUERY)
    tab.locator(".md-search-result__item").first.wait_for(timeout=120_000)
    seconds = time.monotonic() - begin
    context.close()
    known = [sent[path] for path in asked if path in sent]
    return sum(packed for packed, _ in known), sum(plain for _, plain in known), len(known), seconds


def _indexing(root: Path) -> tuple[str, str]:
    """Seconds in which all is indexed, and in which the largest group is, to which an edit may belong."""
    settings = Settings()
    entries = [*pipeline.entries_of(pipeline.check(root, settings), settings)]
    largest, level = (
        max(groups(entries).values(), key=len),
        level_for(by_year(lot_of([entry]) for entry in entries)),
    )
    with tempfile.TemporaryDirectory() as folder:
        whole = _timed(lambda: SiteSearch("en").write(entries, Path(folder, "site")))
        one = statistics.median(_timed(lambda: packed_group(largest, "en", level)) for _ in range(RUNS))
    return f"{whole:.2f}", f"{one:.2f}"


def _materials_indexing(root: Path) -> str:
    """By how many seconds a build is longer for it, one build each."""
    with_it = _timed(lambda: _run("briefs", "build", "-q", cwd=root))
    _configure(root, "none")
    return f"{with_it - _timed(lambda: _run('briefs', 'build', '-q', cwd=root)):.2f}"


def _configure(root: Path, engine: str) -> None:
    file = root / "mkdocs.yml"
    config = yaml.safe_load(file.read_text("utf-8"))
    ours = {"briefs": {"search": "pagefind" if engine == "pagefind" else "material"}}
    config["plugins"] = [*(["search"] if engine == "material" else []), ours]
    file.write_text(yaml.safe_dump(config), "utf-8")


def _timed(work: Callable[[], object]) -> float:
    """CPU seconds, those of the programs that it starts too."""
    before = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - before


def _run(program: str, *arguments: str, cwd: Path) -> None:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)  # noqa: S603 - our own command


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """The address of a server that packs scripts and JSON, and what it sent by path: bytes packed, bytes unpacked."""
    sent: dict[str, tuple[int, int]] = {}

    class Packing(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                self.send_error(404)
                return
            plain = file.read_bytes()
            packs = file.suffix in (".js", ".json", ".html", ".css", ".svg")
            content = gzip.compress(plain, 6) if packs else plain
            sent[self.path.split("?")[0]] = (len(content), len(plain))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    handler = functools.partial(Packing, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", sent
        server.shutdown()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1000])
