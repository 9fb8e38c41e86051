"""What is kept in the cache is found again whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.mark import HOST
from generator.model.piece import Contents, Leaf, Piece
from generator.publish import store as room
from generator.publish.store import SpoiledError, Store, kept_of, key_of

FILES = {"a/index.html": b"<p>a", "a/data.csv": b"1,2\n"}
PIECE = Piece(leaves=(Leaf("a/index.md", "a/", "2026-01-02"),))
CONTENTS = Contents(files=kept_of(FILES), words="b-head md-nav")


def kept(folder: Path, key: str = "00ff") -> Store:
    store = Store(folder)
    store.save(key, PIECE, CONTENTS, FILES.values(), b"found")
    return store


def test_a_piece_is_found_again(tmp_path: Path) -> None:
    store = kept(tmp_path)
    assert store.load("00ff") == PIECE
    assert store.contents("00ff") == CONTENTS
    assert [store.content("00ff", n, each) for n, each in enumerate(CONTENTS.files)] == [*FILES.values()]
    assert store.side("00ff") == b"found"
    assert store.is_whole("00ff")


def test_what_was_not_kept_is_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.load("00ff") is None
    assert store.side("00ff") is None
    assert not store.is_whole("00ff")
    with pytest.raises(SpoiledError):
        store.contents("00ff")


@pytest.mark.parametrize("name", ["piece.json", "contents.json", "side", "0", "1"])
def test_what_was_damaged_is_not_whole(name: str, tmp_path: Path) -> None:
    store = kept(tmp_path)
    file = tmp_path / "00/00ff" / name
    file.write_bytes(file.read_bytes()[:-1])
    assert not store.is_whole("00ff")
    file.unlink()
    assert not store.is_whole("00ff")


def test_a_damaged_piece_gives_way_to_a_whole_one(tmp_path: Path) -> None:
    store = kept(tmp_path)
    (tmp_path / "00/00ff/piece.json").write_bytes(b"")
    kept(tmp_path)
    assert store.is_whole("00ff")
    assert sorted(path.name for path in (tmp_path / "00").iterdir()) == ["00ff"]


def test_nothing_half_made_is_left_where_writing_fails(tmp_path: Path) -> None:
    def failing() -> object:
        yield b"first"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        Store(tmp_path).save("00ff", PIECE, CONTENTS, failing())  # type: ignore[arg-type]
    assert list((tmp_path / "00").iterdir()) == []


def test_of_what_no_build_asks_for_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SPARE_PIECES", 6)
    store = Store(tmp_path)
    for number in range(12):
        kept(tmp_path, f"{number:04}")
        os.utime(tmp_path / f"{number:04}"[:2] / f"{number:04}", (number, number))
    store.prune({"0000", "0001"})
    assert [key for key in (f"{n:04}" for n in range(12)) if store.load(key)] == [
        "0000",
        "0001",
        "0009",
        "0010",
        "0011",
    ]
    store.prune({"0000", "0001"})
    assert store.load("0009") == PIECE


def test_what_is_half_made_by_who_is_no_more_goes_at_the_end_too(tmp_path: Path) -> None:
    """A process that outlives its build for a moment may begin a piece when the next build has swept already."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    kept(tmp_path)
    gone, stays = (tmp_path / "00" / f".new.x.{HOST}-{number}" for number in (child, os.getpid()))
    for folder in (gone, stays):
        folder.mkdir()
        (folder / "0").write_bytes(b"x")
    Store(tmp_path).prune({"00ff"})
    assert sorted(path.name for path in (tmp_path / "00").iterdir()) == sorted([stays.name, "00ff"])


def test_a_key_tells_its_parts_from_one_another() -> None:
    assert key_of("a", "bc") != key_of("ab", "c") != key_of("abc")
    assert key_of("a", b"bc") == key_of(b"a", "bc")
