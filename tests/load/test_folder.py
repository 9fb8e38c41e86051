"""The folder of briefs as bytes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.load.folder import brief_names, open_folder, read_brief, read_folder, read_register


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
    assert port.links_file == "briefs/port/links.yml"
    assert port.lock_file == "briefs/port/brief.lock.yml"


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


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Folders that may not be listed, for root too."""
    listed, folders = os.listdir, set[Path]()

    def refused(path: Path) -> list[str]:
        if Path(path) in folders:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refused)
    return folders


def test_a_folder_that_cannot_be_read_is_a_problem_with_its_path(root: Path, sealed: set[Path]) -> None:
    sealed.add(root / "briefs/port/articles")
    folder, problems = read_folder(root, "briefs")
    assert dict(folder.briefs["port"].articles) == {}
    assert [(p.location.file, p.code, p.message) for p in problems] == [
        ("briefs/port/articles", "unreadable", "this cannot be read: Permission denied")
    ]


def test_what_is_in_a_folder_that_may_be_passed_but_not_listed_is_read(root: Path, sealed: set[Path]) -> None:
    files = {"brief.lock.yml": b"lock", "links.yml": b"links", "withheld/echo.txt": b"echo"}
    (root / "briefs/port/withheld").mkdir()
    for name, content in files.items():
        (root / "briefs/port" / name).write_bytes(content)
    whole, _ = read_folder(root, "briefs")
    sealed.add(root / "briefs/port")
    assert read_folder(root, "briefs") == (whole, [])
    port = whole.briefs["port"]
    assert (port.brief, port.lock, port.links) == (b"brief", b"lock", b"links")
    assert (dict(port.articles), dict(port.withheld)) == ({"herald": b"herald"}, {"echo": b"echo"})
    assert port.withheld_file("echo") == "briefs/port/withheld/echo.txt"


def test_texts_are_withheld_by_their_names_and_others_are_passed_over(root: Path) -> None:
    (root / "briefs/port/withheld").mkdir()
    for name in ("echo.txt", "herald.txt", "notes.md", ".hidden.txt"):
        (root / "briefs/port/withheld" / name).write_bytes(name.encode())
    (root / "briefs/port/withheld/post.txt").mkdir()
    (root / "briefs/other").mkdir()
    (root / "briefs/other/withheld").write_bytes(b"no folder")
    (root / "briefs/other/articles").write_bytes(b"no folder")
    folder, problems = read_folder(root, "briefs")
    assert dict(folder.briefs["port"].withheld) == {"echo": b"echo.txt", "herald": b"herald.txt"}
    assert (dict(folder.briefs["other"].withheld), dict(folder.briefs["other"].articles)) == ({}, {})
    assert [p.location.file for p in problems] == ["briefs/port/withheld/post.txt"]


def test_what_problems_say_of_files(root: Path) -> None:
    (root / "secret").write_bytes(b"secret")
    (root / "briefs/port/articles/leak.md").symlink_to(root / "secret")
    (root / "briefs/port/articles/echo.md").mkdir()
    _, problems = read_folder(root, "briefs")
    assert [(p.location.file, p.location.line, p.location.column, p.message, p.remedy) for p in problems] == [
        ("briefs/port/articles/echo.md", 1, 1, "this cannot be read: Is a directory", None),
        ("briefs/port/articles/leak.md", 1, 1, "this links to a file outside the folder of briefs", None),
    ]
    _, (problem,) = read_folder(root, "elsewhere")
    assert (problem.location.line, problem.location.column) == (1, 1)
    assert (problem.message, problem.remedy) == ("there is no such folder", "make one with `briefs new SLUG`")


def test_a_link_within_the_folder_is_followed_and_one_that_leads_nowhere_is_not_there(root: Path) -> None:
    articles = root / "briefs/port/articles"
    (articles / "echo.md").symlink_to(articles / "herald.md")
    (articles / "gone.md").symlink_to(articles / "nothing.md")
    folder, problems = read_folder(root, "briefs")
    assert dict(folder.briefs["port"].articles) == {"herald": b"herald", "echo": b"herald"}
    assert [(p.location.file, p.code) for p in problems] == [("briefs/port/articles/gone.md", "unreadable")]


def test_a_linked_folder_of_articles_outside_is_refused_file_by_file(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_bytes(b"a")
    (root / "briefs/other").mkdir()
    (root / "briefs/other/articles").symlink_to(outside)
    folder, problems = read_folder(root, "briefs")
    assert dict(folder.briefs["other"].articles) == {}
    assert [(p.location.file, p.code) for p in problems] == [("briefs/other/articles/a.md", "link-outside")]


def test_a_folder_of_briefs_that_lies_elsewhere_is_named_by_its_whole_path(
    root: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    folder, problems = read_folder(site, "../briefs")
    assert problems == []
    assert folder.briefs["port"].brief_file == "../briefs/port/brief.yml"
    folder, problems = read_folder(site, str(root / "briefs"))
    assert problems == []
    assert folder.briefs["port"].brief_file == (root / "briefs/port/brief.yml").as_posix()


def test_one_brief_is_read_alone(root: Path) -> None:
    (root / "briefs/other").mkdir()
    (root / "briefs/other/brief.yml").write_bytes(b"other")
    (root / "briefs/port/articles/echo.md").mkdir()
    folder, problems = read_folder(root, "briefs", "other")
    assert (list(folder.briefs), problems) == (["other"], [])
    brief, problems = read_brief(root, "briefs", "other")
    assert brief == folder.briefs["other"]
    assert problems == []
    brief, problems = read_brief(root, "briefs", "port")
    assert brief is not None
    assert dict(brief.articles) == {"herald": b"herald"}
    assert [problem.code for problem in problems] == ["unreadable"]
    assert read_brief(root, "briefs", "nothing") == (None, [])
    assert dict(read_folder(root, "briefs", "nothing")[0].briefs) == {}


def test_the_register_is_read_alone(root: Path) -> None:
    folder, problems = read_register(root, "briefs")
    assert (folder.parties_file, folder.parties, dict(folder.briefs), problems) == (
        "briefs/parties.yml", b"parties", {}, [],
    )  # fmt: skip
    (root / "briefs/parties.yml").unlink()
    (root / "briefs/parties.yml").mkdir()
    folder, problems = read_register(root, "briefs")
    assert folder.parties is None
    assert [(p.location.file, p.code) for p in problems] == [("briefs/parties.yml", "unreadable")]


def test_the_names_of_briefs_are_in_order(root: Path) -> None:
    for name in ("zoo", "abc", ".hidden", "_notes"):
        (root / "briefs" / name).mkdir()
    (root / "briefs/readme.txt").write_bytes(b"")
    assert brief_names(root, "briefs") == ["abc", "port", "zoo"]
    assert brief_names(root, "nowhere") == []


def test_briefs_are_read_when_they_are_asked_for(root: Path) -> None:
    folder, briefs, problems = open_folder(root, "briefs")
    (root / "briefs/port/brief.yml").write_bytes(b"changed")
    (root / "briefs/port/articles/echo.md").mkdir()
    assert (dict(folder.briefs), problems) == ({}, [])
    ((name, brief),) = briefs
    assert (name, brief.brief) == ("port", b"changed")
    assert [problem.code for problem in problems] == ["unreadable"]
    folder, briefs, problems = open_folder(root, "nowhere")
    assert (folder.parties_file, folder.parties, list(briefs)) == ("nowhere/parties.yml", None, [])
    assert [problem.code for problem in problems] == ["no-briefs"]


def test_names_that_are_no_utf_8_do_not_stop_it(root: Path) -> None:
    name = os.fsencode(root / "briefs/port/articles") + b"/\xff.md"
    try:
        with open(name, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"")
    except OSError:
        pytest.skip("this file system takes no such name")
    folder, _ = read_folder(root, "briefs")
    assert sorted(folder.briefs["port"].articles) == [r"\udcff", "herald"]


def test_what_cannot_even_be_looked_at_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = os.lstat

    def refused(path: os.PathLike[str]) -> os.stat_result:
        if str(path).endswith("herald.md"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return look(path)

    monkeypatch.setattr("generator.load.folder.os.lstat", refused)
    folder, problems = read_folder(root, "briefs")
    assert "herald" not in folder.briefs["port"].articles
    assert [(p.location.file, p.code) for p in problems] == [("briefs/port/articles/herald.md", "unreadable")]
    assert "Input/output error" in problems[0].message
