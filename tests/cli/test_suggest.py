"""`briefs suggest`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.sample import edit, make_site
from tests.test_cli import run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_site(tmp_path))
    return tmp_path


def test_drafts_are_printed_as_yaml_below_suggested(root: Path) -> None:
    before = (root / "briefs/strike/brief.yml").read_bytes()
    result = run("suggest", "strike")
    assert result.exit_code == 0
    said = yaml.safe_load(result.stdout)["suggested"]
    assert {source for claim in said for source in claim["reports"]} == {"herald", "echo"}
    assert "claims drafted" in result.stderr
    assert (root / "briefs/strike/brief.yml").read_bytes() == before


def test_the_same_as_json(root: Path) -> None:
    drafts = json.loads(run("suggest", "strike", "--format", "json").stdout)
    assert drafts["suggested"] == yaml.safe_load(run("suggest", "strike").stdout)["suggested"]


def test_written_into_the_brief_they_change_nothing_that_is_published(root: Path) -> None:
    run("render", "--out", "before")
    before = (root / "briefs/strike/brief.yml").read_text("utf-8")
    assert run("suggest", "strike", "--write").exit_code == 0
    after = (root / "briefs/strike/brief.yml").read_text("utf-8")
    assert after.startswith(before)
    assert "\nsuggested:\n" in after
    assert run("check", "--strict").exit_code == 0
    assert run("fmt", "--check").exit_code == 0
    run("render", "--out", "after")
    files = {path.relative_to(root / "before") for path in (root / "before").rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(root / "after") for path in (root / "after").rglob("*") if path.is_file()
    }
    assert all(
        (root / "before" / path).read_bytes() == (root / "after" / path).read_bytes() for path in files
    )


def test_written_twice_they_stand_there_once(root: Path) -> None:
    run("suggest", "strike", "--write")
    once = (root / "briefs/strike/brief.yml").read_text("utf-8")
    run("suggest", "strike", "--write")
    assert (root / "briefs/strike/brief.yml").read_text("utf-8") == once


def test_drafts_that_an_editor_left_half_done_are_no_problem(root: Path) -> None:
    brief = root / "briefs/strike/brief.yml"
    brief.write_text(
        brief.read_text("utf-8") + "suggested:\n  - id: No Id\n    reports: {nobody: 5}\n", "utf-8"
    )
    assert run("check", "--strict").exit_code == 0
    assert "No Id" not in run("export", "strike").stdout


def test_a_brief_with_articles_alone_gets_a_beginning(root: Path) -> None:
    (root / "briefs/strike/brief.yml").unlink()
    (root / "briefs/parties.yml").unlink()
    assert run("suggest", "strike", "--write").exit_code == 0
    begun = yaml.safe_load((root / "briefs/strike/brief.yml").read_text("utf-8"))
    assert (begun["title"], begun["status"], begun["sources"]) == ("Strike", "draft", ["echo", "herald"])
    assert begun["suggested"]


def test_a_brief_that_cannot_be_read_is_left_alone(root: Path) -> None:
    edit(root / "briefs/strike/brief.yml", "tags: [harbour, labour]", "tags: [harbour")
    before = (root / "briefs/strike/brief.yml").read_bytes()
    result = run("suggest", "strike", "--write")
    assert (result.exit_code, "stays as it is" in result.stderr) == (1, True)
    assert (root / "briefs/strike/brief.yml").read_bytes() == before


def test_a_file_to_whose_end_nothing_can_be_added_is_left_alone(root: Path) -> None:
    brief = root / "briefs/strike/brief.yml"
    brief.write_text(brief.read_text("utf-8") + "notice: |+\n  Kept.\n\n\n", "utf-8")
    before = brief.read_bytes()
    result = run("suggest", "strike", "--write")
    assert (result.exit_code, brief.read_bytes()) == (1, before)


def test_json_cannot_be_written_into_a_brief(root: Path) -> None:
    assert run("suggest", "strike", "--write", "--format", "json").exit_code == 2


def test_a_brief_that_is_not_there_is_named_with_the_nearest(root: Path) -> None:
    result = run("suggest", "strke")
    assert result.exit_code == 2
    assert "did you mean strike?" in result.output
