"""The folder of briefs as it was at a revision."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.load import revision
from generator.load.folder import read_folder
from generator.load.revision import NoRevisionError, folder_at

FILES = {
    "briefs/parties.yml": b"parties\n",
    "briefs/port/brief.yml": b"brief\r\n\xff\0",
    "briefs/port/articles/herald.md": b"herald",
    "briefs/port/articles/a b é.md": b"",
    "briefs/zoo/articles/echo.md": b"echo",
}
OTHERS = {
    "briefs/port/articles/picture.png": b"x",
    "briefs/port/articles/deep/er.md": b"x",
    "briefs/port/articles/.hidden.md": b"x",
    "briefs/port/notes.md": b"x",
    "briefs/_draft/brief.yml": b"x",
    "briefs/.old/brief.yml": b"x",
    "briefs/brief.yml": b"x",
    "elsewhere/port/brief.yml": b"x",
}


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "core.autocrlf=false"]
    return subprocess.run(
        ["git", "-C", str(root), *who, *arguments], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    for name, content in {**FILES, **OTHERS}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "briefs/port/articles/link.md").symlink_to("herald.md")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_it_is_what_was_committed_byte_for_byte(root: Path) -> None:
    for path in sorted((root / "briefs").rglob("*.*")):
        if path.is_file() and not path.is_symlink():
            path.write_bytes(b"changed")
    (root / "briefs/port/articles/new.md").write_bytes(b"new")
    git(root, "add", "-A")
    folder = folder_at(root, "briefs", "HEAD")
    assert (folder.parties_file, folder.parties) == ("briefs/parties.yml", b"parties\n")
    assert list(folder.briefs) == ["port", "zoo"]
    port, zoo = folder.briefs["port"], folder.briefs["zoo"]
    assert (port.slug, port.name, port.brief) == ("port", "briefs/port", b"brief\r\n\xff\0")
    assert dict(port.articles) == {"a b é": b"", "herald": b"herald"}
    assert (zoo.brief, dict(zoo.articles)) == (None, {"echo": b"echo"})


def test_it_is_as_the_folder_is_read(root: Path) -> None:
    (root / "briefs/port/articles/link.md").unlink()
    at, (here, problems) = folder_at(root, "briefs", "HEAD"), read_folder(root, "briefs")
    assert problems == []
    assert dict(at.briefs) == {slug: here.briefs[slug] for slug in ("port", "zoo")}
    assert (at.parties_file, at.parties) == (here.parties_file, here.parties)


def test_a_folder_that_was_not_there_is_empty(root: Path) -> None:
    folder = folder_at(root, "nowhere", "HEAD")
    assert (folder.parties, dict(folder.briefs)) == (None, {})


def test_why_there_is_nothing_to_read_is_said(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoRevisionError, match="Needed a single revision"):
        folder_at(root, "briefs", "nothing")
    with pytest.raises(NoRevisionError, match="Needed a single revision"):
        folder_at(root, "briefs", "--all")
    shutil.rmtree(root / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRevisionError, match="not a git repository"):
        folder_at(root, "briefs", "HEAD")
    monkeypatch.setattr(revision.shutil, "which", lambda _: None)
    with pytest.raises(NoRevisionError, match="git isn't installed"):
        folder_at(root, "briefs", "HEAD")


def test_a_git_that_fails_without_a_word_is_told_by_its_status(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = shutil.which("false")
    monkeypatch.setattr(revision.shutil, "which", lambda _: false)
    with pytest.raises(NoRevisionError, match="git failed with status 1"):
        folder_at(root, "briefs", "HEAD")
