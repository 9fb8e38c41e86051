"""Folders are made with those above them, or it is said which one can't be."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.publish import disk


def test_a_folder_comes_with_those_above_it(tmp_path: Path) -> None:
    disk.mkdir(tmp_path / "a/b/c")
    disk.mkdir(str(tmp_path / "a/b/c"))
    assert (tmp_path / "a/b/c").stat().st_mode & 0o777 == disk.FOLDER


def test_a_file_gives_way_to_a_folder_and_a_link_to_one_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for name in ("file", "link"):
        disk.mkdir(tmp_path / name)
        assert (tmp_path / name).is_dir()
    assert (tmp_path / "link").is_symlink()


def test_where_no_folder_can_be_made_the_path_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in /proc, which has no such file whatever is to be made."""
    usual = os.mkdir

    def refused(path: str, mode: int = 0o777) -> None:
        if Path(path).name == "x":
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path))
        usual(path, mode)

    monkeypatch.setattr(os, "mkdir", refused)
    for path in (tmp_path / "x", tmp_path / "x/y", tmp_path / "a/x"):
        with pytest.raises(OSError, match="no folder can be made here") as told:
            disk.mkdir(path)
        assert Path(told.value.filename).name == "x"


def test_a_working_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FileNotFoundError):
        disk.mkdir("a/b")
