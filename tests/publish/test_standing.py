"""The site's folder is brought to what is wanted, whatever was there, and is never half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.publish.standing import Shard, Standing
from generator.publish.store import digest_of


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def shards(cache: Path, files: Mapping[str, str], number: int = 2) -> Iterator[Shard]:
    """These files, in so many shards, lying in the cache under the digests of what they hold."""
    every = sorted(files.items())
    for start in range(number):
        own = dict(every[start::number])
        wanted = {path: digest_of(text.encode()) for path, text in own.items()}
        for path, text in own.items():
            kept = cache / "kept" / wanted[path]
            kept.parent.mkdir(parents=True, exist_ok=True)
            if not kept.exists():
                kept.write_text(text)

        def place(path: str, wanted: Mapping[str, str] = wanted) -> Path:
            return cache / "kept" / wanted[path]

        yield Shard(f"part-{start}", wanted, place)


def bring(target: Path, cache: Path, files: Mapping[str, str], inputs: str = "") -> None:
    standing = Standing(target, cache)
    with standing.held():
        standing.bring(shards(cache, files), inputs)


def found(target: Path) -> dict[str, str]:
    return {
        path.relative_to(target).as_posix(): path.read_text() for path in target.rglob("*") if path.is_file()
    }


SITES: list[dict[str, str]] = [
    {},
    {"index.html": "home", "a/index.html": "a", "b/c/index.html": "c"},
    {"index.html": "home again", "a/index.html": "a", "b/c/index.html": "c"},
    {"index.html": "home again", "a": "a file now", "b/c/index.html": "c"},
    {"index.html": "home again", "a/index.html": "a", "b": "a file now"},
    {"index.html/x": "a folder now", "a/index.html": "a"},
    {},
]


def test_each_site_follows_from_the_one_before(target: Path, cache: Path) -> None:
    for files in (*SITES, *reversed(SITES), *SITES):
        bring(target, cache, files)
        assert found(target) == files
        assert all(any(path.rglob("*")) or path.is_file() for path in target.rglob("*"))


def test_what_stays_the_same_is_the_same_file(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1])
    bring(target, cache, SITES[2])
    before = (target / "a/index.html").stat().st_ino
    bring(target, cache, SITES[1])
    assert (target / "a/index.html").stat().st_ino == before


def test_a_site_is_known_again_until_it_is_touched(target: Path, cache: Path) -> None:
    standing = Standing(target, cache)
    assert not standing.is_of("one")
    for path, text in (
        ("index.html", "other"),
        ("index.html", None),
        ("stray", "x"),
        ("a/index.html", "other"),
    ):
        bring(target, cache, SITES[1], "one")
        assert standing.is_of("one")
        assert not standing.is_of("other")
        assert not standing.is_of("")
        (target / path).unlink(missing_ok=True)
        if text is not None:
            (target / path).write_text(text)
        assert not standing.is_of("one")
        bring(target, cache, SITES[1], "one")
        assert found(target) == SITES[1]


def test_until_all_is_there_the_site_stays_as_it_was(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1])

    def broken() -> Iterator[Shard]:
        yield from shards(cache, SITES[2])
        raise OSError("no more")

    standing = Standing(target, cache)
    with standing.held(), pytest.raises(OSError, match="no more"):
        standing.bring(broken(), "")
    assert found(target) == SITES[1]
    bring(target, cache, SITES[2])
    assert found(target) == SITES[2]


@pytest.mark.parametrize("step", ["old one away", "new one there"])
def test_a_build_that_was_killed_in_the_swap_leaves_a_whole_site(
    step: str, target: Path, cache: Path
) -> None:
    bring(target, cache, SITES[1])
    bring(target, cache, SITES[2])
    folder = next((cache / "sites").iterdir())
    target.rename(folder / "out")
    if step == "new one there":
        (folder / "spare").rename(target)
    with Standing(target, cache).held():
        assert found(target) == (SITES[1] if step == "new one there" else SITES[2])
    bring(target, cache, SITES[2])
    assert found(target) == SITES[2]


def test_a_site_on_another_device_is_copied(cache: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 - the one other device that there may be
    if not memory.is_dir() or not os.access(memory, os.W_OK):
        pytest.skip("there is no second device here")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        if Path(folder).stat().st_dev == cache.parent.stat().st_dev:
            pytest.skip("this is the same device")
        target = Path(folder) / "site"
        for files in SITES:
            bring(target, cache, files)
            assert found(target) == files
