"""Made-up sites, built in one way and another, and what came of it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from benchmarks.generate import generate
from generator.cli import commands


def site(root: Path, briefs: int = 8) -> Path:
    """A site of made-up briefs below `root`, with a page by hand that points into the first of them."""
    generate(briefs, root)
    (root / "site_src/about.md").write_text(
        "# About\n\nSee [the first](briefs/brief-00000/index.md) and its [data](briefs/brief-00000/claims.csv).\n",
        encoding="utf-8",
    )
    return root


def build(root: Path, *arguments: str) -> str:
    """What `briefs build` said; it must not fail."""
    result = CliRunner().invoke(commands, ["build", "-f", str(root / "mkdocs.yml"), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def refused(root: Path, *arguments: str) -> str:
    """What `briefs build` said of a site that it must not build."""
    result = CliRunner().invoke(commands, ["build", "-f", str(root / "mkdocs.yml"), *arguments])
    assert result.exit_code == 1, result.output
    return result.output


def built_by_mkdocs(root: Path, folder: Path) -> dict[str, str]:
    """The tree that `mkdocs build` makes of the site, in a process of its own."""
    subprocess.run(by_mkdocs(root, folder), check=True, capture_output=True)
    return tree(folder)


def by_mkdocs(root: Path, folder: Path) -> list[str]:
    """The command by which MkDocs alone builds the site into a folder."""
    config = str(root / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", str(folder)]


def forget_site(root: Path) -> None:
    """Removes the site with all its releases."""
    (root / "site").unlink()
    shutil.rmtree(root / "releases")


def tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The paths at which two trees are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
