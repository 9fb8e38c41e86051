"""`briefs fmt`: what it writes, lists and shows, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample import ARTICLES, BRIEF, PARTIES, edit, make_site
from tests.test_cli import files_of, run

FILE = "briefs/strike/brief.yml"
HERALD = "briefs/strike/articles/herald.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_site(tmp_path))
    return tmp_path


def untidy(root: Path) -> None:
    edit(root / FILE, "date: 2026-03-04", "date:   2026-03-04  # the day  ")
    edit(root / HERALD, "outlet: herald", "outlet:  herald")
    edit(root / "briefs/parties.yml", "herald: {", "herald:    { ")


def test_what_is_laid_out_already_is_not_written(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    result = run("fmt")
    assert (result.exit_code, result.output) == (0, "4 files, 0 laid out\n")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_every_file_is_laid_out_and_no_other_is_touched(root: Path) -> None:
    before = files_of(root)
    untidy(root)
    result = run("fmt")
    assert (result.exit_code, result.output) == (0, "4 files, 3 laid out\n")
    after = files_of(root)
    assert after.pop(FILE).decode() == BRIEF.replace("date: 2026-03-04", "date: 2026-03-04  # the day")
    before.pop(FILE)
    assert after == before


def test_only_the_briefs_that_are_named_are_laid_out(root: Path) -> None:
    make_site(root, "other")
    untidy(root)
    edit(root / "briefs/other/brief.yml", "date: ", "date:   ")
    assert run("fmt", "strike").output == "3 files, 2 laid out\n"
    assert (root / "briefs/parties.yml").read_text() == PARTIES.replace("herald: {", "herald:    { ")
    assert "date:   " in (root / "briefs/other/brief.yml").read_text()


def test_a_brief_that_is_not_there_is_named_with_the_nearest(root: Path) -> None:
    result = run("fmt", "strke")
    assert result.exit_code == 2
    assert "did you mean strike?" in result.output


def test_check_lists_what_would_change_and_writes_nothing(root: Path) -> None:
    untidy(root)
    before = files_of(root)
    result = run("fmt", "--check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == ["briefs/parties.yml", FILE, HERALD]
    assert result.stderr == "4 files, 3 would change\n"
    assert files_of(root) == before
    run("fmt")
    assert run("fmt", "--check", "-q").output == ""


def test_diff_shows_what_would_change_and_writes_nothing(root: Path) -> None:
    untidy(root)
    before = files_of(root)
    result = run("fmt", "--diff", "-q")
    assert result.exit_code == 0
    assert "-outlet:  herald\n+outlet: herald\n" in result.stdout
    assert f"--- {FILE}\n+++ {FILE}\n" in result.stdout
    assert files_of(root) == before
    assert run("fmt", "--diff", "--check").exit_code == 1


def test_a_file_with_an_error_of_yaml_is_left_alone_and_told_of(root: Path) -> None:
    untidy(root)
    edit(root / FILE, "summary: Two", "summary: Two: ")
    before = (root / FILE).read_bytes()
    result = run("fmt")
    assert result.exit_code == 1
    assert f"{FILE}:2:" in result.stderr
    assert (root / FILE).read_bytes() == before
    assert (root / HERALD).read_text() == ARTICLES["herald"]


def test_what_cannot_be_laid_out_without_loss_is_left_alone_with_a_warning(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untidy(root)
    before = files_of(root)
    monkeypatch.setattr("generator.layout.sheet.is_same", lambda one, other: False)
    result = run("fmt")
    assert result.exit_code == 0
    assert f"{FILE}:1:1: warning not-laid-out" in result.stderr
    assert files_of(root) == before


def test_the_files_mode_and_a_link_to_it_are_kept(root: Path) -> None:
    untidy(root)
    kept = root / "briefs/strike/_kept.yml"
    (root / FILE).rename(kept)
    kept.chmod(0o640)
    (root / FILE).symlink_to("_kept.yml")
    run("fmt")
    assert (root / FILE).is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o640
    assert "date: 2026-03-04  # the day\n" in kept.read_text()


def test_a_last_line_without_an_end_gets_one_and_the_difference_says_so(root: Path) -> None:
    (root / FILE).write_text(BRIEF.rstrip("\n"))
    assert "\\ No newline at end of file\n" in run("fmt", "--diff").stdout
    run("fmt")
    assert (root / FILE).read_text() == BRIEF


def test_the_shipped_briefs_are_laid_out() -> None:
    shipped = Path(__file__).parents[2] / "mkdocs.yml"
    assert run("fmt", "--check", "-q", "-f", str(shipped)).output == ""


def test_a_new_brief_is_laid_out(root: Path) -> None:
    run("new", "harbour-fire")
    assert run("fmt", "--check", "-q").output == ""
