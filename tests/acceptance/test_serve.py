"""A preview: the pages of the site, drafts too, anew after each edit of a brief."""

from __future__ import annotations

import pytest

from .broken.port import ALDER, BRIEF, FILES
from .conftest import own_site
from .desk import Desk
from .serving import ask, serving, wait
from .site_pages import read

DRAFT = "briefs/storm/brief.yml"


def _page(address: str, path: str) -> str:
    return ask(f"{address}/{path}")[1]


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
    with serving(desk, program) as address:
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
        assert wait(lambda: f"An edit under {program}." in _page(address, "briefs/port/"))
        desk.write({ALDER: FILES[ALDER].replace("Many hurt in the port", f"A headline under {program}")})
        assert wait(lambda: f"A headline under {program}" in _page(address, "briefs/port/alder/"))
        new = {name.replace("/storm/", "/flood/"): text for name, text in FILES.items() if "/storm/" in name}
        desk.write(new)
        assert wait(lambda: "A storm" in _page(address, "briefs/flood/"))
    desk.write(FILES | {DRAFT: FILES[DRAFT].replace("summary:", "status: draft\nsummary:")})
    for name in new:
        (desk.root / name).unlink()
