"""A new folder takes an old one's place, or the old one stays."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import beside


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_folder_appears_where_there_was_none(tmp_path: Path) -> None:
    with beside(tmp_path / "deep" / "site") as new:
        (new / "index.html").write_text("new")
    assert names(tmp_path / "deep") == ["site", "site/index.html"]


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with beside(site) as new:
        (new / "new.html").write_text("new")
        assert names(site) == ["old.html"]
    assert names(tmp_path) == ["site", "site/new.html"]


def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    with pytest.raises(ZeroDivisionError), beside(site) as new:
        (new / "half.html").write_text(str(1 // 0))
    assert names(tmp_path) == ["site", "site/old.html"]


def test_a_failed_second_rename_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    rename = Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError(28, "No space left on device", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(OSError, match="No space"), beside(site) as new:
        (new / "new.html").write_text("new")
    assert names(tmp_path) == ["site", "site/old.html"]


def test_a_link_stays_a_link_to_the_new_folder(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "site"
    link.symlink_to(real)
    with beside(link) as new:
        (new / "new.html").write_text("new")
    assert link.is_symlink()
    assert names(link) == ["new.html"]


def test_the_new_folder_can_be_read_by_a_server(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    with beside(tmp_path / "site") as new:
        (new / "index.html").write_text("new")
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "made").stat().st_mode


def test_what_is_hidden_in_the_old_folder_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".nojekyll").write_text("old")
    with beside(site) as new:
        (new / ".nojekyll").write_text("new")
    assert names(tmp_path) == ["site", "site/.git", "site/.git/HEAD", "site/.nojekyll"]
    assert (site / ".nojekyll").read_text() == "new"


def test_what_is_no_folder_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotADirectoryError, match="pipe"), beside(pipe):
        pass
    assert pipe.is_fifo()
    assert names(tmp_path) == ["pipe"]


def test_a_failed_first_rename_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    site.mkdir()
    rename = Path.rename

    def fail_for_the_old(self: Path, target: Path) -> Path:
        if self == site:
            raise OSError(16, "Device or resource busy", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_old)
    with pytest.raises(OSError, match="busy"), beside(site):
        pass
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("renames", [0, 1])
def test_what_somebody_left_who_was_killed_is_mended(
    renames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the midst of it, or between the two renames, when the folder has no name of its own."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    if not (child := os.fork()):
        with beside(site) as new:
            (new / "half.html").write_text("half")
            if not renames:
                os.kill(os.getpid(), signal.SIGKILL)
            monkeypatch.setattr(Path, "rename", renamed_once(Path.rename))
    os.waitpid(child, 0)
    assert site.exists() == (not renames)
    with beside(site) as new:
        assert names(site) == ["old.html"]
        assert len(list(tmp_path.iterdir())) == 2
        (new / "new.html").write_text("new")
    assert names(tmp_path) == ["site", "site/new.html"]


def renamed_once(usual: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    def rename(self: Path, target: Path) -> Path:
        if self.name.startswith("."):
            os.kill(os.getpid(), signal.SIGKILL)
        return usual(self, target)

    return rename
