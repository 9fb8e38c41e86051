"""A site that is brought on is whole and of one release, wherever the work is cut off or fails."""

from __future__ import annotations

import errno
import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish import disk
from generator.publish.manifest import release_in
from generator.publish.shelf import LINK, RENAME, Shelf
from generator.publish.soundness import fault_in
from tests.faults.scene import (
    OPERATIONS,
    TORTURE,
    Counted,
    assert_always_whole,
    failing,
    in_child,
    killed,
    number_of,
    publish,
    room,
    watched,
)  # fmt: skip

WAYS = ["link", "from a folder", "exchanged", "renamed"]
FEW = WAYS if TORTURE else ["link", "renamed"]


@pytest.fixture
def root() -> Iterator[Path]:
    with room() as folder:
        yield folder


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """How releases take the site's place: by links, by an exchange of folders, or by renaming them."""
    kind = str(request.param)
    if kind == "renamed":
        monkeypatch.setattr(disk, "exchange", lambda *_: False)
    return kind


def by(way: str) -> str:
    return LINK if way in ("link", "from a folder") else RENAME


def begun(root: Path, way: str) -> None:
    """The site with which it begins, and something of somebody else's in it."""
    for number in range(4):
        publish(root, number, by=RENAME if way == "from a folder" else by(way))
    (root / "site/.well-known").mkdir()
    (root / "site/.well-known/security.txt").write_text("Contact: desk@example.org")


def assert_whole(root: Path, *numbers: int) -> None:
    assert fault_in(root / "site") == ""
    assert number_of(root) in numbers
    assert (root / "site/.well-known/security.txt").read_text() == "Contact: desk@example.org"


def test_a_build_that_is_killed_before_any_step(
    root: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time at the next step, until there are no more; what is left over each time is the next one's to sweep."""
    begun(root, way)
    manifests = {release_in(root / "site")}
    with watched(root / "site") as seen:
        last, step = 3, 0
        while True:
            step, number = step + 1, last + 1
            counted = Counted(OPERATIONS, step, killed)

            def work(counted: Counted = counted, number: int = number) -> None:
                counted.install(monkeypatch)
                publish(root, number, by=by(way))

            code = in_child(work)
            if way == "renamed" and not os.path.lexists(root / "site"):
                with Shelf(root / "site", by=RENAME).held():  # what the next start does first
                    pass
            assert_whole(root, last, number)
            manifests.add(release_in(root / "site"))
            last = number_of(root)
            if code == 0:
                break
            assert code == -signal.SIGKILL
    assert step > 50
    assert_always_whole(seen, manifests)
    assert way == "renamed" or seen["missing"] == 0
    assert len(Shelf(root / "site").names()) <= 3


def tried(root: Path, number: int, way: str) -> OSError | None:
    try:
        publish(root, number, by=way)
    except OSError as error:
        return error
    return None


@pytest.mark.parametrize("way", FEW, indirect=True)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_failing_each_time(operation: str, root: Path, way: str) -> None:
    """The n-th of a kind, for every n: an error with a path, and the old site or the new one, whole."""
    begun(root, way)
    errors = [errno.ENOSPC, errno.EIO, errno.EROFS]
    last, failed, manifests = 3, 0, {release_in(root / "site")}
    with watched(root / "site") as seen:
        for error in errors if TORTURE else errors[OPERATIONS.index(operation) % 3 :][:1]:
            at = 0
            while True:
                at += 1
                counted = Counted((operation,), at, failing(error))
                with pytest.MonkeyPatch.context() as patch:
                    counted.install(patch)
                    raised = tried(root, last + 1, by(way))
                if raised:
                    failed += 1
                    assert raised.errno == error
                    assert str(root) in str(raised.filename)
                assert_whole(root, last, last + 1)
                manifests.add(release_in(root / "site"))
                last = number_of(root)
                if counted.count < at:
                    break
    assert_always_whole(seen, manifests)
    assert way == "renamed" or seen["missing"] == 0
    assert failed or operation in ("symlink", "exchange", "rmdir")
    publish(root, last + 1, by=by(way))
    assert_whole(root, last + 1)


@pytest.mark.parametrize("way", FEW, indirect=True)
def test_kills_at_random_moments(root: Path, way: str) -> None:
    begun(root, way)
    dice = random.Random(6)  # noqa: S311
    last, manifests, kills = 3, {release_in(root / "site")}, 0
    with watched(root / "site") as seen:
        for _ in range(1000 if TORTURE else 20):
            child = os.fork()
            if child == 0:
                try:
                    for number in range(last + 1, last + 100):
                        publish(root, number, by=by(way))
                finally:
                    os._exit(70)
            time.sleep(dice.uniform(0, 0.06))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            kills += 1
            if way == "renamed" and not os.path.lexists(root / "site"):
                with Shelf(root / "site", by=RENAME).held():
                    pass
            assert_whole(root, *range(last, last + 100))
            manifests |= {release_in(place) for place in (root / "releases").iterdir()} | {
                release_in(root / "site")
            }
            last = number_of(root)
    assert seen["faults"] == []
    assert seen["passes"] > 0
    assert way == "renamed" or seen["missing"] == 0


def test_where_there_are_no_links_folders_are_renamed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: str, at: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(at))

    monkeypatch.setattr(disk, "symlink", refused)
    for number in range(5):
        publish(root, number)
        assert not (root / "site").is_symlink()
        assert fault_in(root / "site") == ""
        assert number_of(root) == number
    assert len(Shelf(root / "site").names()) == 3


def test_from_links_to_folders_and_back(root: Path) -> None:
    for number, way in enumerate((LINK, RENAME, LINK, LINK, RENAME, RENAME, LINK)):
        publish(root, number, by=way)
        assert (root / "site").is_symlink() == (way == LINK)
        assert fault_in(root / "site") == ""
        assert number_of(root) == number
        for name in Shelf(root / "site").names():
            assert fault_in(Shelf(root / "site").place(name)) == ""
