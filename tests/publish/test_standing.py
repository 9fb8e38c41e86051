"""The site's folder is brought to what is wanted, whatever was there, and is never half of it."""

from __future__ import annotations

import multiprocessing
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest
from click import ClickException

from generator.publish.manifest import MANIFEST
from generator.publish.shelf import Shelf
from generator.publish.soundness import fault_in
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


def bring(
    target: Path,
    cache: Path,
    files: Mapping[str, str],
    inputs: str = "",
    helpers: Executor | None = None,
) -> None:
    shelf = Shelf(target)
    with shelf.held():
        standing = Standing(shelf, cache)
        standing.sweep()
        if helpers:
            standing.see_through(lambda work, *given: helpers.submit(work, *given).result)
        standing.bring(lambda: shards(cache, files), inputs, helpers)
    assert fault_in(target) == ""


def found(target: Path) -> dict[str, str]:
    """What the files of a site hold, but for the manifest and what says of which release a page is."""
    return {
        path.relative_to(target).as_posix(): _META.sub("", path.read_text())
        for path in target.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


_META = re.compile(r'\n<meta name="release" content="[0-9a-f]{32}">')


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
        assert len(Shelf(target).names()) <= 3


def test_what_is_no_page_is_one_file_in_all_releases_and_the_cache(target: Path, cache: Path) -> None:
    files = {"data.csv": "1,2\n", "index.html": "<!doctype html><p>home"}
    bring(target, cache, files)
    before = {name: (target / name).stat().st_ino for name in files}
    bring(target, cache, {**files, "other.csv": "3\n"})
    assert (target / "data.csv").stat().st_ino == before["data.csv"]
    assert (target / "index.html").stat().st_ino != before["index.html"]


def test_of_a_page_only_the_digest_is_written_anew(target: Path, cache: Path) -> None:
    home = {"index.html": "<!doctype html><p>home"}
    nodes = set()
    for number in range(8):
        bring(target, cache, {**home, "data.csv": str(number)})
        release = target.readlink().name
        assert f'<meta name="release" content="{release}">' in (target / "index.html").read_text()
        nodes.add((target / "index.html").stat().st_ino)
    assert len(nodes) == 3


def test_pages_are_stamped_by_processes_as_they_are_by_one(target: Path, cache: Path, tmp_path: Path) -> None:
    pages = {f"p{number}/index.html": f"<!doctype html><p>{number}" for number in range(250)}
    sites = [{**pages, "data.csv": str(number), "p7/index.html": f"<html>{number}"} for number in range(6)]
    other = tmp_path / "other"
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as helpers:
        for files in sites:
            bring(target, cache, files, helpers=helpers)
            bring(other, tmp_path / "other cache", files)
            assert found(target) == files
            assert (target / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()


def test_what_somebody_put_into_an_older_release_does_not_come_back(target: Path, cache: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as process:
        for round_, helpers in enumerate((None, process)):
            for number in range(3):
                bring(target, cache, {**SITES[1], "data.csv": f"{round_} {number}"})
            oldest = Shelf(target).place(Shelf(target).oldest())
            (oldest / "stray").write_text("x")
            (oldest / "a" / "stray.html").write_text("x")
            (oldest / "empty" / "folder").mkdir(parents=True)
            (oldest / "elsewhere").symlink_to(cache)
            files = {**SITES[1], "data.csv": str(round_)}
            bring(target, cache, files, helpers=helpers)
            assert found(target) == files
            assert {path.name for path in target.iterdir()} == {"a", "b", "data.csv", "index.html", MANIFEST}
            assert cache.is_dir()


def test_a_page_of_the_site_that_was_touched_is_put_anew(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1])
    (target / "b/c/index.html").unlink()  # what is no page is the cache's file too
    (target / "b/c/index.html").write_text("somebody's")
    (target / "a/index.html").chmod(0o600)
    bring(target, cache, {**SITES[1], "data.csv": "1"})
    assert found(target) == {**SITES[1], "data.csv": "1"}
    assert (target / "a/index.html").stat().st_mode & 0o777 == 0o644


def test_a_file_may_go_over_from_one_shard_to_another(target: Path, cache: Path) -> None:
    """As a brief's do whose date is mended: of the years, the earlier is put first."""
    for number in range(5):
        bring(target, cache, {**SITES[1], "number": str(number)})
        one = {
            f"{number}/index.html": "<!doctype html>",
            **SITES[1],
        }  # every path is in the other shard by now
        bring(target, cache, one)
        assert found(target) == one


def test_a_site_is_known_again_until_it_is_touched(target: Path, cache: Path) -> None:
    standing = Standing(Shelf(target), cache)
    assert not standing.is_of("one")
    for path, text in (
        ("index.html", "other"),
        ("index.html", None),
        ("stray", "x"),
        (MANIFEST, None),
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


def test_a_site_that_comes_to_the_same_is_left_as_it_is(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1], "one")
    before = (target / MANIFEST).stat().st_mtime_ns
    bring(target, cache, SITES[1], "two")
    assert (target / MANIFEST).stat().st_mtime_ns == before
    assert Standing(Shelf(target), cache).is_of("two")


def test_the_manifest_tells_the_commit_without_a_new_release(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1], "one")
    before = target.readlink()
    standing = Standing(Shelf(target), cache, "ab" * 20)
    with standing.shelf.held():
        standing.tell_commit()
    assert f'"commit":"{"ab" * 20}"' in (target / MANIFEST).read_text()
    assert target.readlink() == before
    assert fault_in(target) == ""
    assert standing.is_of("one")


def test_until_all_is_there_the_site_stays_as_it_was(target: Path, cache: Path) -> None:
    bring(target, cache, SITES[1])

    def broken() -> Iterator[Shard]:
        yield from shards(cache, SITES[2])
        raise OSError("no more")

    standing = Standing(Shelf(target), cache)
    with standing.shelf.held(), pytest.raises(OSError, match="no more"):
        standing.bring(broken, "")
    assert found(target) == SITES[1]
    bring(target, cache, SITES[2])
    assert found(target) == SITES[2]


def test_a_file_of_the_docs_folder_cannot_take_the_manifests_place(target: Path, cache: Path) -> None:
    with pytest.raises(ClickException, match=MANIFEST):
        bring(target, cache, {MANIFEST: "{}"})
    assert not target.exists()


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
