"""Pages as they are, kept in files: `pytest --update` writes them anew, and the difference is for people to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.export.citation import cite
from generator.model.page import Heading, Page
from generator.model.settings import Settings
from generator.render import record, render_brief, render_site
from tests.render.harbour import harbour

SETTINGS = Settings(
    site_url="https://example.org/",
    site_name="The Brief",
    report_url="mailto:desk@example.org?subject={title}&body={url}",
)
GOLDEN = Path(__file__).parent / "golden"


def _pages() -> dict[str, Page]:
    brief = render_brief(harbour(), SETTINGS, citation=cite(harbour(), SETTINGS))
    site = render_site([record(harbour())], Settings())
    withdrawn = render_brief(harbour("withdrawn"), Settings())
    pages = {page.path: page for page in (*brief, *site)}
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
