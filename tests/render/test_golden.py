"""Pages as they are, kept in files: `pytest --update` writes them anew, and the difference is for people to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare import ORDER, compare
from generator.export.citation import cite
from generator.model.page import Heading, Page
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from generator.render import (
    about_page,
    imprint_page,
    record,
    render_brief,
    render_site,
)
from generator.render.method import WORKED, Rules, method_page
from tests.render.harbour import harbour

SETTINGS = Settings(
    site_url="https://example.org/",
    site_name="The Brief",
    report_url="mailto:desk@example.org?subject={title}&body={url}",
)
PUBLISHED = replace(
    SETTINGS,
    publisher=Publisher(
        "The Harbour Review",
        address=("1 Quay Street", "Fennmouth"),
        email="desk@example.org",
        responsible=("Ada Reed",),
        owners=("Ada Reed, 60 %", "Ben Marsh, 40 %"),
        funding="Readers pay.",
        corrections_policy="At once, and *openly*.",
    ),
)
GOLDEN = Path(__file__).parent / "golden"


def _pages() -> dict[str, Page]:
    brief = render_brief(harbour(), SETTINGS, citation=cite(harbour(), SETTINGS))
    site = render_site([record(harbour())], Settings())
    withdrawn = render_brief(harbour("withdrawn"), Settings())
    rules = Rules(ORDER, compare(WORKED, {})[0].claims)
    standing = (method_page(PUBLISHED, rules), about_page(PUBLISHED), imprint_page(PUBLISHED))
    swedish = method_page(replace(PUBLISHED, language="sv"), rules)
    pages = {
        page.path: page for page in (*brief, *site, *standing, replace(swedish, path="sv/method/index.md"))
    }
    return {**pages, "withdrawn/index.md": withdrawn[0]}


def _readable(page: Page) -> str:
    lines = [f"{key}: {value}" for key, value in page.meta.items()]
    lines += [f"edit: {page.edit}", f"revised: {page.revised}"]
    for part in page.parts:
        lines += ["", f"{'#' * part.level} {part.text}" if isinstance(part, Heading) else part.html.strip()]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", sorted(_pages()))
def test_a_page_is_as_it_was(path: str, update: bool) -> None:
    file = GOLDEN / (path.removesuffix("/index.md").replace("/", "--").replace("index.md", "home") + ".html")
    page = _readable(_pages()[path])
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, encoding="utf-8")
    assert page == file.read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_page() -> None:
    assert len(list(GOLDEN.glob("*.html"))) == len(_pages())
