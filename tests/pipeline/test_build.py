"""A build that takes what it can from the cache comes to what a clean one comes to, whatever was edited."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.edits import edit
from generator.cli import commands
from generator.pipeline import listing, make
from generator.pipeline.listing import Listing
from tests.pipeline.built import build, built_by_mkdocs, differing, forget_site, refused, site, tree

EDITS = int(os.environ.get("BRIEFS_EDITS", "60"))
"""Edits of one site in a row; the more, the longer."""

COMPARED = 20
"""After so many edits the site is built clean beside, too."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "ours")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of the briefs that are made from now on, by this process."""
    slugs: list[str] = []
    make_one = make.Maker.make

    def noted(self: make.Maker, task: make.Task) -> make.Made:
        slugs.append(task.folder.slug)
        return make_one(self, task)

    monkeypatch.setattr(make.Maker, "make", noted)
    return slugs


def clean(root: Path) -> dict[str, str]:
    """The tree of a build that takes nothing from a cache."""
    beside = root.parent / "clean"
    build(root, "-q", "--no-cache", "-j", "1", "-d", str(beside))
    return tree(beside)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_build_is_what_mkdocs_makes_of_all_pages_at_once(root: Path) -> None:
    build(root, "-q")
    assert differing(tree(root / "site"), built_by_mkdocs(root, root.parent / "whole")) == []


def test_materials_search_too(root: Path) -> None:
    change(root / "mkdocs.yml", "briefs: {", "briefs: {search: material, ")
    build(root, "-q")
    assert (root / "site/search/search_index.json").exists()
    assert differing(tree(root / "site"), built_by_mkdocs(root, root.parent / "whole")) == []


def test_one_process_and_several_make_the_same(root: Path) -> None:
    build(root, "-q", "-j", "1", "-d", str(root / "one"), "--no-cache")
    build(root, "-q", "-j", "3", "-d", str(root / "three"), "--no-cache")
    assert differing(tree(root / "one"), tree(root / "three")) == []
    assert not any((root / "one").glob(".*"))


def test_after_any_edit_the_site_is_that_of_a_clean_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(20261128)  # noqa: S311 - edits for a test
    # The brief that it links to may be deleted, and no site is built with a link that leads nowhere.
    (root / "site_src/about.md").write_text("# About\n\nSee [all briefs](briefs/index.md).\n", "utf-8")
    done = []
    for number in range(EDITS):
        done.append(edit(root, dice))
        # every other build by two processes has one that works ahead, as those of many briefs do
        monkeypatch.setattr(listing, "_LONG", 1 if number % 4 == 1 else 10**6)
        build(root, "-q", "-j", str(1 + number % 2))
        if number % COMPARED == COMPARED - 1:
            assert differing(tree(root / "site"), clean(root)) == [], done[-COMPARED:]


def test_an_edit_makes_that_brief_alone(root: Path, made: list[str]) -> None:
    build(root, "-q", "-j", "1")
    assert len(made) >= 8
    made.clear()
    change(root / "briefs/brief-00003/brief.yml", "title: ", "title: Once more ")
    build(root, "-q", "-j", "1")
    assert set(made) <= {"brief-00003", *naming("brief-00003", root)}
    assert "brief-00003" in made
    made.clear()
    build(root, "-q", "-j", "1")
    assert made == []


def naming(slug: str, root: Path) -> set[str]:
    """The briefs that name a brief."""
    return {path.parent.name for path in root.glob("briefs/*/brief.yml") if slug in path.read_text("utf-8")}


def test_what_others_say_of_a_brief_follows_it(root: Path) -> None:
    (root / "briefs/brief-00001/brief.yml").open("a", encoding="utf-8").write("related: [brief-00002]\n")
    build(root, "-q")
    change(root / "briefs/brief-00002/brief.yml", "title: ", "title: Zanzibar and ")
    build(root, "-q")
    assert "Zanzibar and" in (root / "site/briefs/brief-00001/index.html").read_text("utf-8")
    assert differing(tree(root / "site"), clean(root)) == []


def test_a_party_that_is_renamed_is_renamed_where_it_is_named(root: Path, made: list[str]) -> None:
    build(root, "-q", "-j", "1")
    made.clear()
    register = root / "briefs/parties.yml"
    register.write_text(
        f"{register.read_text('utf-8')}\nnobody-so-far: {{name: Nobody So Far, kind: agency}}\n", "utf-8"
    )
    build(root, "-q", "-j", "1")
    described = set(made)
    assert described < {path.parent.name for path in root.glob("briefs/*/brief.yml")}
    assert differing(tree(root / "site"), clean(root)) == []


def test_nothing_is_to_be_done_twice(root: Path) -> None:
    build(root, "-q")
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    build(root, "-q")
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before


def test_an_edit_that_is_undone_comes_back_to_the_same_site(root: Path) -> None:
    build(root, "-q")
    before, brief = tree(root / "site"), root / "briefs/brief-00003/brief.yml"
    text = brief.read_text("utf-8")
    change(brief, "title: ", "title: Once more ")
    build(root, "-q")
    brief.write_text(text, "utf-8")
    build(root, "-q")
    assert differing(tree(root / "site"), before) == []


@pytest.mark.parametrize("part", ["pieces", "sites", "templates", "state", "."])
def test_the_cache_may_be_deleted(part: str, root: Path) -> None:
    build(root, "-q")
    before, gone = tree(root / "site"), root / ".cache/briefs" / part
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    build(root, "-q")
    assert differing(tree(root / "site"), before) == []


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda content: content[:-3], lambda content: content[:-3] + b"xyz"]
)
def test_what_is_damaged_in_the_cache_is_made_anew(damage: object, root: Path) -> None:
    build(root, "-q")
    before = tree(root / "site")
    dice = random.Random(1)  # noqa: S311
    for path in sorted((root / ".cache/briefs").rglob("*")):
        if path.is_file() and path.name != "lock" and dice.random() < 0.5:
            content = path.read_bytes()
            path.unlink()  # as a file that was cut short; what the site has is another file then
            path.write_bytes(damage(content))  # type: ignore[operator]
    forget_site(root)
    build(root, "-q")
    assert differing(tree(root / "site"), before) == []


def test_a_site_that_somebody_changed_is_put_right(root: Path) -> None:
    build(root, "-q")
    before = tree(root / "site")
    page = root / "site/briefs/brief-00002/index.html"
    with page.open("r+b") as file:  # in place: the file is the cache's too
        file.write(b"<!-- not ours -->")
    (root / "site/briefs/brief-00003/index.html").unlink()
    (root / "site/stray.txt").write_text("what is this")
    shutil.rmtree(root / "site/tags")
    build(root, "-q")
    assert differing(tree(root / "site"), before) == []


def test_what_is_hidden_in_the_site_stays(root: Path) -> None:
    build(root, "-q")
    (root / "site/.well-known").mkdir()
    (root / "site/.well-known/security.txt").write_text("Contact: desk@example.org")
    for number in range(3):
        change(root / "briefs/brief-00003/brief.yml", "title: ", f"title: Take {number} ")
        build(root, "-q")
        assert (root / "site/.well-known/security.txt").read_text() == "Contact: desk@example.org"


def test_two_builds_at_once_both_end_well(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("briefs")), "build", "-q", "-f", str(root / "mkdocs.yml")]
    codes: list[int] = []
    threads = [threading.Thread(target=lambda: codes.append(subprocess.call(command))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0, 0, 0]
    assert differing(tree(root / "site"), clean(root)) == []


def test_a_brief_with_an_error_leaves_the_site_and_keeps_what_else_was_made(
    root: Path, made: list[str]
) -> None:
    build(root, "-q", "-j", "1")
    before = tree(root / "site")
    change(root / "briefs/brief-00003/brief.yml", "title: ", "titel: ")
    change(root / "briefs/brief-00004/brief.yml", "title: ", "title: Once more ")
    result = CliRunner().invoke(commands, ["build", "-q", "-j", "1", "-f", str(root / "mkdocs.yml")])
    assert result.exit_code == 1
    assert "brief-00003/brief.yml" in result.output
    assert tree(root / "site") == before
    change(root / "briefs/brief-00003/brief.yml", "titel: ", "title: ")
    made.clear()
    build(root, "-q", "-j", "1")
    assert "brief-00004" not in made
    assert differing(tree(root / "site"), clean(root)) == []


def test_a_warning_is_told_each_time(root: Path) -> None:
    (root / "site_src/about.md").write_text(
        '# About\n\n<p style="color: red">An [absolute](/briefs/) link.</p>\n', "utf-8"
    )
    said = [build(root), build(root)]
    assert said[0] == said[1]
    assert "inline-style" in said[1]


def test_a_link_to_a_claim_that_is_not_there_is_told(root: Path) -> None:
    change(root / "mkdocs.yml", "nav:", "validation: {links: {anchors: warn}}\nnav:")
    (root / "site_src/about.md").write_text(
        "# About\n\n[A claim](briefs/brief-00000/index.md#claim-none)\n", "utf-8"
    )
    before = tree(root / "site") if (root / "site").exists() else {}
    for _ in range(2):
        said = refused(root)
        assert "does not contain an anchor '#claim-none'" in said
        assert "site_src/about.md:1:1: error dead-link" in said
    assert (tree(root / "site") if (root / "site").exists() else {}) == before


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("hooks: [hook.py]\n", "a hook"),
        ("extra_templates: [robots.txt]\n", "`extra_templates`"),
        ("markdown_extensions: [pymdownx.snippets]\n", "`pymdownx.snippets`"),
    ],
)
def test_what_looks_at_all_pages_gets_them_all(what: str, told: str, root: Path) -> None:
    (root / "hook.py").write_text("def on_page_content(html, **_):\n    return html\n")
    (root / "mkdocs.yml").open("a", encoding="utf-8").write(what)
    assert f"All pages are built anew, because of {told}" in build(root)
    assert differing(tree(root / "site"), built_by_mkdocs(root, root.parent / "whole")) == []


def test_a_template_of_the_sites_own_changes_every_page(root: Path) -> None:
    build(root, "-q")
    (root / "mine").mkdir()
    change(root / "mkdocs.yml", "name: material", "name: material, custom_dir: mine")
    for text in ("first", "second"):
        (root / "mine/main.html").write_text(
            '{% extends "base.html" %}{% block announce %}' + text + "{% endblock %}", encoding="utf-8"
        )
        build(root, "-q")
        assert text in (root / "site/briefs/brief-00003/index.html").read_text("utf-8")
    assert differing(tree(root / "site"), clean(root)) == []


def test_years_made_apart_make_the_same_site(root: Path) -> None:
    build(root, "-q")
    whole = tree(root / "site")
    change(root / "mkdocs.yml", "briefs: {", "briefs: {shards: year, ")
    build(root, "-q", "-j", "2")
    assert differing(tree(root / "site"), whole) == []
    years = {path.stem for path in (root / ".cache/briefs/state").glob("made-*.json")}
    assert len(years) > 1


def test_a_year_in_which_nothing_changed_is_left_alone(root: Path) -> None:
    change(root / "mkdocs.yml", "briefs: {", "briefs: {shards: year, ")
    build(root, "-q")
    kept = {path: path.stat().st_mtime_ns for path in (root / ".cache/briefs/state").glob("made-*.json")}
    brief = root / "briefs/brief-00003/brief.yml"
    change(brief, "title: ", "title: Once more ")
    build(root, "-q")
    written = {path.name for path, time in kept.items() if path.stat().st_mtime_ns != time}
    years = {
        listed.year
        for slug, listed in Listing(root, "briefs").briefs.items()
        if slug in {"brief-00003", *naming("brief-00003", root)}
    }
    assert written == {f"made-{year}.json" for year in years}
    assert differing(tree(root / "site"), clean(root)) == []


def test_damaged_pieces_of_which_no_state_tells_are_made_anew(root: Path) -> None:
    build(root, "-q")
    before = tree(root / "site")
    shutil.rmtree(root / ".cache/briefs/state")
    for path in (root / ".cache/briefs/pieces").glob("*/*/0"):
        path.unlink()
        path.write_bytes(b"not this")
    forget_site(root)
    build(root, "-q")
    assert differing(tree(root / "site"), before) == []
