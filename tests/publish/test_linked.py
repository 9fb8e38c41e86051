"""Nothing outside the docs folder is published by a link in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.structure.files import get_files

from generator.cli import commands
from generator.preview.stock import Stock
from generator.publish.engine import configuration
from generator.publish.linked import LINK_OUTSIDE, is_out, links_out, without_links_out
from generator.publish.static import statics
from tests.sample import edit, make_site

ELSEWHERE = "of this machine alone"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside/deep").mkdir(parents=True)
    for name in ("pw.csv", "hn.md", "deep/a.txt"):
        (tmp_path / "outside" / name).write_text(ELSEWHERE)
    return make_site(tmp_path / "project")


def told(root: Path) -> list[str]:
    config = configuration(root / "mkdocs.yml", root / "site")
    found = links_out(config, root)
    assert {problem.code for problem in found} <= {LINK_OUTSIDE}
    return [problem.location.file for problem in found]


def link(root: Path, name: str, to: str) -> None:
    path = root / "site_src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments, "-f", str(root / "mkdocs.yml")])


def test_each_link_that_leads_out_is_told_once_at_its_path(root: Path) -> None:
    link(root, "pw.csv", "../../outside/pw.csv")
    link(root, "deep/hn.md", str(root.parent / "outside/hn.md"))
    link(root, "folder", "../../outside")
    link(root, "key.txt", "../mkdocs.yml")
    link(root, "gone.txt", "/nowhere/at/all")
    names = ("deep/hn.md", "folder", "gone.txt", "key.txt", "pw.csv")
    assert told(root) == [f"site_src/{name}" for name in names]


def test_links_within_the_folder_stay_and_what_is_left_out_is_not_looked_at(root: Path) -> None:
    link(root, "same.md", "about.md")
    (root / "site_src/sub").mkdir()
    link(root, "sub/up.md", "../about.md")
    link(root, "other", "sub")
    link(root, "sub/round", "..")
    link(root, "itself", "itself")
    link(root, ".hidden", "../../outside")
    link(root, "left", "../../outside")
    link(root, "left.txt", "../../outside/pw.csv")
    edit(root / "mkdocs.yml", "docs_dir:", "exclude_docs: |\n  left/\n  left.txt\ndocs_dir:")
    assert told(root) == []


def test_a_docs_folder_that_is_a_link_out_of_the_project_is_refused(root: Path) -> None:
    config = configuration(root / "mkdocs.yml", root / "site")
    os.rename(root / "site_src", root / "pages")  # noqa: PTH104
    (root / "site_src").symlink_to("pages")
    assert told(root) == []
    (root / "site_src").unlink()
    (root / "site_src").symlink_to("../outside")
    assert told(root) == ["site_src"]
    assert is_out(root / "site_src/pw.csv", config, root)
    assert list(without_links_out(get_files(config), config, root)) == []
    (root / "site_src").unlink()
    edit(root / "mkdocs.yml", "docs_dir: site_src", "docs_dir: ../outside")  # whoever says so knows it
    assert told(root) == []


def test_a_picture_outside_is_not_even_read(root: Path) -> None:
    link(root, "a.png", "../../outside/pw.csv")
    (problem,) = statics(configuration(root / "mkdocs.yml", root / "site"), frozenset(), root).problems
    assert (problem.code, problem.location.file) == (LINK_OUTSIDE, "site_src/a.png")


def test_check_and_build_refuse_it_whatever_was_built_before(root: Path) -> None:
    (root / "site_src/pw.csv").write_text(ELSEWHERE)
    assert run(root, "build", "-q", "-j", "1").exit_code == 0
    (root / "site_src/pw.csv").unlink()
    link(root, "pw.csv", "../../outside/pw.csv")
    link(root, "hn.md", "../../outside/hn.md")
    before = (root / "site").readlink()
    for arguments in (["check"], ["build", "-q", "-j", "1"], ["build", "-q", "--no-cache", "-j", "1"]):
        result = run(root, *arguments)
        assert result.exit_code == 1
        assert "site_src/pw.csv:1:1: error link-outside: this links to something outside" in result.output
        assert "site_src/hn.md:1:1: error link-outside" in result.output
    assert (root / "site").readlink() == before
    assert run(root, "check", "strike").exit_code == 0
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "odd: 1\n")
    assert run(root, "check").output.count("Unrecognised") == 1


def test_mkdocs_alone_refuses_it_too(root: Path) -> None:
    link(root, "hn.md", "../../outside/hn.md")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    built = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert built.returncode == 1
    assert "site_src/hn.md:1:1: error link-outside" in built.stderr
    assert not (root / "site").exists()


def test_a_preview_goes_on_without_it(root: Path, tmp_path: Path) -> None:
    link(root, "pw.csv", "../../outside/pw.csv")
    link(root, "hn.md", "../../outside/hn.md")
    (root / "site_src/mine.md").write_text("# Mine\n")
    stock = Stock(root / "mkdocs.yml", tmp_path / "scratch")
    text = (root / "mkdocs.yml").read_bytes()
    stock.open(text)
    try:
        assert stock.shell.file("mine/index.html")
        assert not stock.shell.file("pw.csv")
        assert not stock.shell.file("hn/index.html")
        written = [path for path in stock.folder.rglob("*") if path.is_file()]
        assert not [path for path in written if ELSEWHERE.encode() in path.read_bytes()]
        mine = root / "site_src/mine.md"
        assert stock.source_touched(mine)
        mine.unlink()
        link(root, "mine.md", "../../outside/hn.md")
        assert not stock.source_touched(mine)
        stock.open(text)
        assert not stock.shell.file("mine/index.html")
    finally:
        stock.close()
