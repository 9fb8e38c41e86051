"""The watch tells of each burst of changes once, of what is watched and of nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.preview import watch as module
from generator.preview.watch import Watch


@contextmanager
def _watching(folders: list[Path], files: list[Path]) -> Iterator[list[Collection[Path]]]:
    told: list[Collection[Path]] = []
    over = threading.Event()
    watch = Watch()
    watch.over(folders, files)
    thread = threading.Thread(target=watch.follow, args=(told.append, over.is_set))
    thread.start()
    try:
        yield told
    finally:
        over.set()
        thread.join()
        watch.end()


def _wait(met: Callable[[], bool]) -> bool:
    end = time.monotonic() + 10
    while time.monotonic() < end and not met():
        time.sleep(0.02)
    return met()


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    (tmp_path / "briefs/port/articles").mkdir(parents=True)
    (tmp_path / "briefs/port/brief.yml").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("a")
    return tmp_path / "briefs"


@pytest.mark.parametrize("watches", ["the system's", "our own"])
def test_edits_of_all_kinds_are_told(watches: str, briefs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if watches == "our own":

        def none_left() -> None:
            raise OSError(28, "no more watches")

        monkeypatch.setattr(module, "Observer", none_left)
    brief, config = briefs / "port/brief.yml", briefs.parent / "mkdocs.yml"
    with _watching([briefs], [config]) as told:

        def seen() -> set[Path]:
            return {path for burst in told for path in burst}

        brief.write_text("b, longer")
        assert _wait(lambda: brief in seen())
        (briefs / "port/articles/new.md").write_text("c")
        assert _wait(lambda: briefs / "port/articles/new.md" in seen())
        temporary = briefs.parent / "x"
        temporary.write_text("d, longer")
        temporary.rename(config)  # as many editors save
        assert _wait(lambda: config in seen())
        (briefs / "storm").mkdir()
        (briefs / "storm/brief.yml").write_text("e")
        assert _wait(lambda: any("storm" in path.parts for path in seen()))
        brief.unlink()
        told.clear()
        assert _wait(lambda: True)
        assert temporary not in seen()


def test_a_burst_is_told_once_and_reading_is_no_edit(briefs: Path) -> None:
    brief = briefs / "port/brief.yml"
    with _watching([briefs], []) as told:
        for number in range(5):
            brief.write_text(str(number))
            brief.read_text()
        assert _wait(lambda: bool(told))
        time.sleep(0.3)
        brief.read_text()
        time.sleep(0.3)
        assert len(told) == 1


def test_a_folder_beside_a_watched_file_is_told_and_its_files_are_not(briefs: Path) -> None:
    root = briefs.parent
    with _watching([briefs], [root / "mkdocs.yml"]) as told:
        (root / "notes.txt").write_text("x")
        (root / "overrides").mkdir()
        assert _wait(lambda: bool(told))
        assert {path for burst in told for path in burst} == {root / "overrides"}
