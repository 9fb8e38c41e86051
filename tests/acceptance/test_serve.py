"""A preview: the pages of the site, drafts too, anew after each edit of a brief."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .broken.port import ALDER, BRIEF, FILES
from .conftest import own_site
from .desk import Desk
from .site_pages import read

DRAFT = "briefs/storm/brief.yml"


def _page(address: str, path: str) -> str:
    try:
        with urllib.request.urlopen(f"{address}/{path}", timeout=5) as answer:  # noqa: S310 - our own server
            text: str = answer.read().decode("utf-8")
            return text
    except (urllib.error.URLError, ConnectionError):
        return ""


def _wait(met: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if met():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def _serving(program: str, desk: Desk) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(Path(sys.executable).with_name(program)), "serve", "-a", host]
    with subprocess.Popen(
        command, cwd=desk.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            assert _wait(lambda: bool(_page(f"http://{host}", "about/")))
            yield f"http://{host}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    draft = FILES[DRAFT].replace("summary:", "status: draft\nsummary:")
    config = own_site(tmp_path_factory.mktemp("serve")).root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("site_url: https://example.org/", "site_url: http://127.0.0.1/")
    desk = Desk(config.parent).write({**FILES, DRAFT: draft, "mkdocs.yml": text})
    assert desk.run("build", "-q").code == 0
    return desk


@pytest.mark.parametrize("program", ["mkdocs", "briefs"])
def test_a_preview_follows_each_edit_and_shows_drafts(program: str, desk: Desk) -> None:
    with _serving(program, desk) as address:
        # not the brief's own page: it names a related brief, which is a draft and so in the preview alone
        served = read(_page(address, "briefs/port/alder/")).dom
        built = read((desk.root / "site" / "briefs" / "port" / "alder" / "index.html").read_text("utf-8")).dom
        first = next(number for number, event in enumerate(built) if event[0] == "h1")
        served, built = served[served.index(built[first]) :], built[first:]
        own = (
            served.index(("details", "class=b-passage b-untouched")) - 1
        )  # what only editors see, in a part of its own
        assert [*served[:own], *served[own + len(served) - len(built) :]] == built
        assert "A storm" in _page(address, "briefs/storm/")
        desk.write({BRIEF: FILES[BRIEF].replace("Two reports of a fire.", f"An edit under {program}.")})
        assert _wait(lambda: f"An edit under {program}." in _page(address, "briefs/port/"))
        desk.write({ALDER: FILES[ALDER].replace("Many hurt in the port", f"A headline under {program}")})
        assert _wait(lambda: f"A headline under {program}" in _page(address, "briefs/port/alder/"))
        new = {name.replace("/storm/", "/flood/"): text for name, text in FILES.items() if "/storm/" in name}
        desk.write(new)
        assert _wait(lambda: "A storm" in _page(address, "briefs/flood/"))
    desk.write(FILES | {DRAFT: FILES[DRAFT].replace("summary:", "status: draft\nsummary:")})
    for name in new:
        (desk.root / name).unlink()
