"""The desk's commands: exit statuses, quiet, drafts, a new brief; a failed build leaves the old site whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import found

from .broken import edits_of_words as words
from .broken import edits_of_yaml as syntax
from .broken.port import BRIEF, FILES, Edit, edited, unmarked
from .conftest import own_site
from .desk import Desk, bare_site
from .site_pages import tree

BUILDS = [
    *syntax.SYNTAX[:2],
    syntax.UNKNOWN_KEYS[0],
    syntax.MISSING_KEYS[0],
    syntax.WRONG_KINDS[0],
    words.WORDS[0],
    words.IDS[0],
    words.IDS[4],
    words.DATES[0],
    words.FIGURES[0],
    words.QUOTES[0],
    words.QUOTES[3],
    words.ADDRESSES[0],
]
OLD = {"index.html": "<p>The old site</p>", "briefs/port/index.html": "<p>The old brief</p>"}


def _old_site(desk: Desk) -> dict[str, str]:
    desk.write({f"site/{name}": text for name, text in OLD.items()})
    return tree(desk.root / "site")


@pytest.mark.parametrize("edit", BUILDS, ids=[edit.name for edit in BUILDS])
def test_a_failed_build_leaves_the_old_site_whole(edit: Edit, tmp_path: Path) -> None:
    files, due = unmarked(edited(edit))
    desk = bare_site(tmp_path).write(files)
    before = _old_site(desk)
    outcome = desk.run("build")
    assert outcome.code == 1
    place = min(due)
    assert f"{place.file}:{place.line}:" in outcome.err
    assert "Traceback" not in outcome.out + outcome.err
    assert tree(desk.root / "site") == before
    left = {path.name for path in desk.root.iterdir()}
    assert left == {"mkdocs.yml", "site_src", "briefs", "site", "releases", ".cache"}


@pytest.mark.parametrize("edit", [words.QUOTES[0], syntax.SYNTAX[0]], ids=["a quote", "the syntax"])
def test_mkdocs_too_leaves_the_old_site_whole(edit: Edit, tmp_path: Path) -> None:
    files, due = unmarked(edited(edit))
    desk = bare_site(tmp_path).write(files)
    before = _old_site(desk)
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    done = subprocess.run([mkdocs, "build"], cwd=desk.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    place = min(due)
    assert f"{place.file}:{place.line}:" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(desk.root / "site") == before


def test_a_warning_fails_only_a_strict_build(tmp_path: Path) -> None:
    unused = FILES["briefs/port/articles/birch.md"].replace("birch", "cedar")
    desk = own_site(tmp_path).write({**FILES, "briefs/port/articles/cedar.md": unused})
    before = _old_site(desk)
    assert desk.run("build", "--strict").code == 1
    assert tree(desk.root / "site") == before
    assert desk.run("build", "-q").code == 0
    assert tree(desk.root / "site") != before


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A published brief, a draft and a withdrawn one, built together."""
    desk = own_site(tmp_path_factory.mktemp("statuses")).write(FILES)
    for status in ("draft", "withdrawn"):
        for name in ("brief.yml", "articles/alder.md"):
            text = FILES[f"briefs/storm/{name}"].replace("A storm", f"A {status} storm over Lethe")
            text = text.replace("summary:", f"status: {status}\nsummary:")
            desk.write({f"briefs/{status}-storm/{name}": text})
    outcome = desk.run("build", "-q")
    assert outcome.code == 0, outcome.err
    return desk


def test_drafts_are_not_built(built: Desk) -> None:
    site = built.root / "site"
    assert (site / "briefs" / "port" / "index.html").is_file()
    assert not (site / "briefs" / "draft-storm").exists()
    for path in site.rglob("*.html"):
        assert "draft storm over Lethe" not in path.read_text("utf-8"), path
    assert not [name for name, text in found.texts(site).items() if "draft storm over Lethe" in text]


def test_a_source_without_a_report_is_not_reported_or_unchecked(built: Desk) -> None:
    page = (built.root / "site" / "briefs" / "port" / "index.html").read_text("utf-8").lower()
    assert "unchecked" in page
    files = {BRIEF: FILES[BRIEF].replace("    unchecked: [birch]\n", "")}
    desk = own_site(built.root / "again").write({**FILES, **files})
    assert desk.run("build", "-q").code == 0
    page = (desk.root / "site" / "briefs" / "port" / "index.html").read_text("utf-8").lower()
    assert "not reported" in page
    assert "unchecked" not in page


def test_quiet_says_nothing_when_all_is_well(built: Desk) -> None:
    outcome = built.run("check", "-q")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert built.run("build", "-q").err == ""


def test_quiet_still_tells_problems(tmp_path: Path) -> None:
    files, _ = unmarked(edited(words.WORDS[0]))
    outcome = bare_site(tmp_path).write(files).run("check", "-q")
    assert outcome.code == 1
    assert f"{BRIEF}:4:9" in outcome.out + outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "yaml"),
        ("check", "--no-such-option"),
        ("export",),
        ("export", "nowhere"),
        ("new",),
        ("new", "../out"),
        ("new", "Not A Slug"),
        ("new", "port"),
    ],
)
def test_wrong_usage_is_exit_status_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    desk = bare_site(tmp_path).write(FILES)
    outcome = desk.run(*arguments)
    assert outcome.code == 2
    assert outcome.err
    assert not (tmp_path.parent / "out").exists()


def test_a_broken_brief_is_not_exported(tmp_path: Path) -> None:
    files, _ = unmarked(edited(words.QUOTES[0]))
    outcome = bare_site(tmp_path).write(files).run("export", "port")
    assert outcome.code == 1
    assert outcome.out == ""
    assert "quote-not-found" in outcome.err


def test_a_new_brief_is_a_draft_that_passes(tmp_path: Path) -> None:
    desk = bare_site(tmp_path).write(FILES)
    assert desk.run("new", "regatta").code == 0
    begun = yaml.safe_load((tmp_path / "briefs" / "regatta" / "brief.yml").read_text("utf-8"))
    assert begun["status"] == "draft"
    outcome = desk.check()
    assert outcome.problems == []
    assert outcome.code == 0
    assert desk.export("regatta")["slug"] == "regatta"
    assert desk.run("build", "-q").code == 0
    assert not (tmp_path / "site" / "briefs" / "regatta").exists()


def test_a_new_brief_is_the_first_of_an_empty_site(tmp_path: Path) -> None:
    desk = Desk(tmp_path).write(
        {"mkdocs.yml": "site_name: x\nplugins: [briefs]\n", "docs/about.md": "# About\n"}
    )
    assert desk.run("new", "regatta").code == 0
    assert desk.check().problems == []
    assert desk.export("regatta")["slug"] == "regatta"
