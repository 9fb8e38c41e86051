"""`briefs init`: a new site that builds at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.export.schema import FILES, schema_text
from tests.test_cli import files_of, run


def program(name: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("init", "my-new_site", "-q").output == ""
    monkeypatch.chdir(tmp_path / "my-new_site")
    return tmp_path / "my-new_site"


def test_it_is_valid_laid_out_and_builds_strictly_by_both_programs(site: Path) -> None:
    assert run("check", "--strict").output == "1 brief, no problems\n"
    assert run("fmt", "--check", "-q").exit_code == 0
    assert program("briefs", "build", "--strict", "-q", cwd=site).returncode == 0
    page = (site / "site/briefs/orrin-dam/index.html").read_text("utf-8")
    assert "<title>The dam above Orrin leaks - My new site</title>" in page
    built = program("mkdocs", "build", "--strict", "--site-dir", "other", cwd=site)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr


def test_a_brief_can_be_begun_in_it(site: Path) -> None:
    assert run("new", "harbour-fire").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_its_schemas_lie_where_its_files_look_for_them(site: Path) -> None:
    for kind, name in FILES.items():
        assert (site / "briefs/.schema" / name).read_text("utf-8") == schema_text(kind)
    for file in ("briefs/parties.yml", "briefs/orrin-dam/brief.yml"):
        modeline = (site / file).read_text("utf-8").splitlines()[0]
        assert ((site / file).parent / modeline.partition("$schema=")[2]).is_file()


def test_it_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "  cd here\n  briefs serve  " in run("init", "here").output
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path / "there")
    result = run("init", ".")
    assert result.exit_code == 0
    assert "cd " not in result.output


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    (tmp_path / "here/.hidden").write_text("mine")
    result = run("init", "here")
    assert result.exit_code == 2
    assert "here is not empty" in result.output
    assert files_of(tmp_path) == {"here/.hidden": b"mine"}


def test_a_file_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").write_text("mine")
    assert run("init", "here").exit_code == 2
    below = run("init", "here/there")
    assert below.exit_code == 1
    assert "here" in below.output
