"""The names of hand-written files and folders, which titles are made of, are text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from ..desk import CONFIG, bare_site

FOLDER = "'><img src=x onerror=alert(1)>"
FILE = "<b>Bold<b onclick=alert(2)> &lt;i>"


@pytest.mark.parametrize(
    "nav", ["", 'nav: ["{}"]\n'], ids=["a nav of all there is", "a nav that names the file"]
)
@pytest.mark.parametrize(
    "sections", ["", ", features: [navigation.tabs, navigation.path, navigation.indexes]"]
)
def test_names_of_files_and_folders_show_as_they_are(nav: str, sections: str, tmp_path: Path) -> None:
    config = CONFIG.replace("font: false", f"font: false{sections}") + nav.format(f"{FOLDER}/{FILE}.md")
    desk = bare_site(tmp_path).write({"mkdocs.yml": config, f"site_src/{FOLDER}/{FILE}.md": "No heading.\n"})
    outcome = desk.run("build", "-q", "-d", str(tmp_path / "site"))
    assert outcome.code == 0, outcome.err
    page = html.fromstring((tmp_path / "site" / FOLDER / FILE / "index.html").read_text("utf-8"))
    assert [element.text_content() for element in page.iter("h1")] == [FILE]
    assert FILE in (page.findtext("head/title") or "")
    for each in (tmp_path / "site").rglob("*.html"):
        whole = html.fromstring(each.read_text("utf-8"))
        assert not whole.xpath("//img[@src='x'] | //article//b | //@onerror | //@onclick"), each
        assert nav or FOLDER in whole.text_content(), each
