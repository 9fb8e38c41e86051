"""The folder of briefs as bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load.folder import read_folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    articles = tmp_path / "briefs" / "port" / "articles"
    articles.mkdir(parents=True)
    (tmp_path / "briefs/parties.yml").write_bytes(b"parties")
    (tmp_path / "briefs/port/brief.yml").write_bytes(b"brief")
    (articles / "herald.md").write_bytes(b"herald")
    return tmp_path


def test_it_holds_the_register_the_briefs_and_their_articles(root: Path) -> None:
    folder, problems = read_folder(root, "briefs")
    assert problems == []
    assert folder.parties == b"parties"
    port = folder.briefs["port"]
    assert (port.brief, dict(port.articles)) == (b"brief", {"herald": b"herald"})
    assert port.brief_file == "briefs/port/brief.yml"
    assert port.article_file("herald") == "briefs/port/articles/herald.md"


def test_what_is_hidden_or_no_article_is_passed_over(root: Path) -> None:
    (root / "briefs/.port.new-1").mkdir()
    (root / "briefs/_notes").mkdir()
    (root / "briefs/port/articles/.raw").mkdir()
    (root / "briefs/port/articles/picture.png").write_bytes(b"")
    (root / "briefs/README.txt").write_bytes(b"")
    folder, problems = read_folder(root, "briefs")
    assert problems == []
    assert list(folder.briefs) == ["port"]
    assert list(folder.briefs["port"].articles) == ["herald"]


def test_what_is_missing_is_none(root: Path) -> None:
    (root / "briefs/parties.yml").unlink()
    (root / "briefs/port/brief.yml").unlink()
    folder, problems = read_folder(root, "briefs")
    assert problems == []
    assert folder.parties is None
    assert folder.briefs["port"].brief is None


def test_no_folder_of_briefs_is_a_problem(tmp_path: Path) -> None:
    folder, problems = read_folder(tmp_path, "briefs")
    assert dict(folder.briefs) == {}
    assert [(p.location.file, p.code) for p in problems] == [("briefs", "no-briefs")]


def test_a_link_out_of_the_folder_is_refused(root: Path) -> None:
    secret = root / "secret.md"
    secret.write_bytes(b"secret")
    (root / "briefs/port/articles/leak.md").symlink_to(secret)
    folder, problems = read_folder(root, "briefs")
    assert "leak" not in folder.briefs["port"].articles
    assert [(p.location.file, p.code) for p in problems] == [("briefs/port/articles/leak.md", "link-outside")]


def test_a_file_that_cannot_be_read_is_a_problem_with_its_path(root: Path) -> None:
    (root / "briefs/port/brief.yml").unlink()
    (root / "briefs/port/brief.yml").mkdir()
    folder, problems = read_folder(root, "briefs")
    assert folder.briefs["port"].brief is None
    assert [(p.location.file, p.code) for p in problems] == [("briefs/port/brief.yml", "unreadable")]


def test_names_that_are_no_utf_8_do_not_stop_it(root: Path) -> None:
    name = os.fsencode(root / "briefs/port/articles") + b"/\xff.md"
    try:
        with open(name, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"")
    except OSError:
        pytest.skip("this file system takes no such name")
    folder, _ = read_folder(root, "briefs")
    assert len(folder.briefs["port"].articles) == 2
