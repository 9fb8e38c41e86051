"""Prints how soon an edit is seen in a browser, beside a full build: `python -m benchmarks.preview [N]...`."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from benchmarks.generate import generate

CHROMIUM = "/usr/bin/chromium"
RUNS = 5
HEADS = [
    "briefs",
    "start to first page, s",
    "edit to event, s",
    "edit to page in the browser, s",
    "full build, s",
    "build / edit",
]

WHAT = """\
The browser shows the brief's page; an edit is its brief.yml with another title, a minute after the start; in a
large site the search is still prepared then. Edit to event: until the preview says that the page changed. Full build:
`mkdocs build` of the same site. Medians of five edits."""


def main(sizes: list[int]) -> None:
    """A table with a line for each size; every figure of the preview is the median of five edits in this one run."""
    print(f"| {' | '.join(HEADS)} |\n|{'---|' * len(HEADS)}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(_line(size, Path(folder)), flush=True)
    print(f"\n{WHAT}")


# --- Private functions ---


def _line(size: int, root: Path) -> str:
    generate(size, root)
    brief = root / "briefs" / f"brief-{size // 2:05}" / "brief.yml"
    with _serving(root) as (host, begun):
        address = f"http://{host}/briefs/{brief.parent.name}/"
        first = _until(lambda: _answers(address)) - begun
        events = statistics.median(_event(address, host, brief, run) for run in range(RUNS))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(address)
            _settle(page)
            seen = statistics.median(_seen(page, brief, run) for run in range(RUNS))
            browser.close()
    built = _build(root)
    return f"| {size} | {first:.2f} | {events:.3f} | {seen:.3f} | {built:.1f} | {built / seen:.0f} |"


def _edit(brief: Path, title: str) -> float:
    """Writes another title; when."""
    _, _, rest = brief.read_text("utf-8").partition("\n")
    begin = time.monotonic()
    brief.write_text(f"title: {title}\n{rest}", "utf-8")
    return begin


def _settle(page: Page, seconds: int = 60) -> None:
    """Waits while Material's worker reads the search index, once for each page that is loaded, where it is there."""
    ready = "!document.querySelector('.md-search-result__meta')?.textContent.includes('Initializing')"
    with suppress(PlaywrightTimeout):
        page.wait_for_function(ready, timeout=1000 * seconds)


def _seen(page: Page, brief: Path, run: int) -> float:
    """Seconds until the new title is in the page that the browser shows, without anyone's doing."""
    page.wait_for_timeout(1500)
    begin = _edit(brief, f"Seen {run}")
    page.wait_for_function(f"document.querySelector('h1')?.textContent.includes('Seen {run}')", polling=5)
    return time.monotonic() - begin


def _event(address: str, host: str, brief: Path, run: int) -> float:
    """Seconds until the stream of events says that the page is another."""
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", f"/.preview/events?path=briefs/{brief.parent.name}/index.html")
    answer = connection.getresponse()
    while b"event: notice" not in answer.readline():
        pass
    time.sleep(1.5)
    begin = _edit(brief, f"Told {run}")
    while b"event: page" not in answer.readline():
        pass
    connection.close()
    return time.monotonic() - begin


def _answers(address: str) -> bool:
    host, _, path = address.removeprefix("http://").partition("/")
    try:
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("GET", f"/{path}")
        return connection.getresponse().status == 200
    except OSError:
        return False


def _until(met: Callable[[], bool], seconds: float = 60) -> float:
    """When it came to be."""
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise SystemExit("the preview does not answer")
        time.sleep(0.02)
    return time.monotonic()


@contextmanager
def _serving(root: Path) -> Iterator[tuple[str, float]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    begun = time.monotonic()
    with subprocess.Popen([_found("briefs"), "serve", "-q", "-a", host], cwd=root, env=_quiet()) as server:  # noqa: S603
        try:
            yield host, begun
        finally:
            server.terminate()


def _build(root: Path) -> float:
    begin = time.monotonic()
    subprocess.run(  # noqa: S603 - our own command
        [_found("mkdocs"), "build", "-q", "-d", str(root / "built")],
        cwd=root,
        check=True,
        env=_quiet(),
    )
    return time.monotonic() - begin


def _found(command: str) -> str:
    return shutil.which(command, path=str(Path(sys.executable).parent)) or command


def _quiet() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 100, 1000])
