"""`briefs coverage`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sample import edit, make_site
from tests.test_cli import run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_site(tmp_path))
    return tmp_path


def test_the_sentences_that_nothing_touches_are_listed(root: Path) -> None:
    edit(
        root / "briefs/strike/brief.yml",
        "      echo: The quarrel began over night shifts.",
        "      herald: nine days",
    )
    result = run("coverage", "strike")
    assert result.exit_code == 0
    assert "briefs/strike/articles/herald.md: 2 of 2 sentences touched, 100 %" in result.stdout
    assert "    9 | The quarrel began over night shifts.\n" in result.stdout


def test_as_json(root: Path) -> None:
    assert json.loads(run("coverage", "strike", "--format", "json").stdout)["share"] == 1.0


def test_a_draft_has_a_coverage_too(root: Path) -> None:
    edit(root / "briefs/strike/brief.yml", "tags:", "status: draft\ntags:")
    assert run("coverage", "strike").exit_code == 0


def test_a_brief_with_an_error_has_none(root: Path) -> None:
    edit(root / "briefs/strike/brief.yml", "about 400 dockers,", "about 500 dockers,")
    result = run("coverage", "strike")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "quote-not-found" in result.stderr


def test_a_brief_that_is_not_there_is_named_with_the_nearest(root: Path) -> None:
    result = run("coverage", "strke")
    assert result.exit_code == 2
    assert "did you mean strike?" in result.output
