"""The pages of a built site are mended, and their style sheets as large as the pages need."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.theme.mend import mended, tightened
from tests import found
from tests.sample import edit, make_site

SWITCH = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'
RULE = ".md-typeset .admonition-title"


def built(root: Path, *, dirty: bool = False) -> str:
    """The theme's sheet of a site."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=dirty)
    build(config, dirty=dirty)
    return (root / "site/assets/briefs/theme.css").read_text("utf-8")


def docs(root: Path) -> Path:
    """The folder of a site's own pages."""
    folder = root / "site_src"
    folder.mkdir(exist_ok=True)
    return folder


def test_a_checkbox_has_no_autocomplete() -> None:
    assert mended(SWITCH) == SWITCH.replace(' autocomplete="off"', "")
    other = '<input type="text" class="md-search__input" autocomplete="off">'
    assert mended(other) == other


@pytest.mark.parametrize(
    ("page", "tight"),
    [
        ("", ""),
        ("<p>a\nb</p>", "<p>a\nb</p>"),
        ("<p>a\n\n  b</p>", "<p>a\n\n  b</p>"),
        ("<div>\n  \n\n  <p>a</p>\n</div>", "<div>\n<p>a</p>\n</div>"),
        ("<pre>\n\n <b>a</b>\n\n  <i></pre>\n\n<p>", "<pre>\n\n <b>a</b>\n\n  <i></pre>\n<p>"),
        ("<textarea>\n  <p></textarea>", "<textarea>\n  <p></textarea>"),
        ("<script>\n  1\n  <2</script>", "<script>\n  1\n  <2</script>"),
        ('<p title="a\n  b">', '<p title="a\n  b">'),
        ('<p class="b-found" hidden>“a” &lt;b&gt;</p>\n<p>c</p>', "<p>c</p>"),
    ],
)
def test_a_page_loses_its_blanks_and_what_was_for_the_search(page: str, tight: str) -> None:
    assert tightened(page) == tight


def test_what_is_found_of_a_claim_is_in_the_search_and_not_in_the_page(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    built(root)
    [brief] = root.glob("site/briefs/*/index.html")
    assert "b-found" not in brief.read_text("utf-8")
    [claim] = [entry for entry in found.entries(root / "site") if entry["location"].endswith("#claim-wage")]
    assert "dockers will get a wage rise" in claim["content"]


def test_so_it_is_with_materials_search(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    edit(root / "mkdocs.yml", "[search, briefs]", "[search, {briefs: {search: material}}]")
    built(root)
    [brief] = root.glob("site/briefs/*/index.html")
    assert "b-found" not in brief.read_text("utf-8")
    entries = json.loads((root / "site/search/search_index.json").read_text("utf-8"))["docs"]
    [claim] = [entry for entry in entries if entry["location"].endswith("#claim-wage")]
    assert "dockers will get a wage rise" in claim["text"]


def test_a_feature_that_a_page_uses_keeps_its_rules(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    assert RULE not in built(root)
    docs(root).joinpath("own.md").write_text('<p class="admonition-title">A</p>\n')
    assert RULE in built(root)


def test_a_script_of_the_sites_own_keeps_what_it_may_write(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    docs(root).joinpath("own.js").write_text("document.body.classList.add('admonition', 'admonition-title')")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nextra_javascript: [own.js]\n")
    assert RULE in built(root)
    page = (root / "site/index.html").read_text("utf-8")
    assert re.search(r'<script src="[^"]*bundle', page), "a script that doesn't wait must find what it needs"


def test_where_not_every_page_is_built_every_rule_stays(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    built(root)
    assert RULE in built(root, dirty=True)
