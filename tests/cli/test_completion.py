"""`briefs completion`, and what a shell is offered."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample import edit, make_site
from tests.test_cli import run

BRIEFS = Path(sys.executable).parent / "briefs"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_site(tmp_path)
    for name in ("storm", ".hidden", "_aside"):
        (tmp_path / "briefs" / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str) -> list[str]:
    """What bash is offered for the last word of `line`."""
    words = line.split(" ")
    done = subprocess.run(
        [BRIEFS],
        env={
            **os.environ,
            "_BRIEFS_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return [each.partition(",")[2] for each in done.stdout.split()]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("briefs cov", ["coverage"]),
        ("briefs check st", ["storm", "strike"]),
        ("briefs check storm st", ["strike"]),
        ("briefs coverage str", ["strike"]),
        ("briefs export ", ["storm", "strike"]),
        ("briefs fmt x", []),
        ("briefs check --form", ["--format"]),
        ("briefs completion z", ["zsh"]),
    ],
)
@pytest.mark.usefixtures("root")
def test_commands_options_and_slugs_are_offered(line: str, words: list[str]) -> None:
    assert offered(line) == words


def test_slugs_come_from_the_folder_that_the_site_names(root: Path) -> None:
    edit(
        root / "mkdocs.yml",
        "plugins: [search, briefs]",
        "plugins:\n  - briefs:\n      briefs_dir: 'texts' # ours",
    )
    assert offered("briefs check ") == []
    (root / "texts" / "flood").mkdir(parents=True)
    assert offered("briefs check ") == ["flood"]


def test_outside_of_a_site_no_slug_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("briefs check ") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script_and_reads_it(shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_BRIEFS_COMPLETE={shell}_complete" in result.stdout
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here to read it")
    subprocess.run([shell, "-n"], input=result.stdout, text=True, check=True)


def test_another_shell_is_wrong_usage() -> None:
    assert run("completion", "tcsh").exit_code == 2
