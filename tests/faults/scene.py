"""Small sites that are published again and again, and what can be broken on the way."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.publish import disk
from generator.publish.shelf import Shelf
from generator.publish.standing import Shard, Standing
from generator.publish.store import digest_of

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
"""Whether this is the long run: all of it, a thousand times."""

OPERATIONS = (
    "pour", "write", "stamp", "link", "rename", "exchange", "symlink", "unlink", "mkdir", "own", "rmdir",
    "remove", "sync", "sync_one",
)  # fmt: skip
"""What can fail: all that is done to files."""

PATIENCE = 900
"""Seconds after which something hangs, however busy the machine is."""

ROOT = Path(__file__).parents[2]


def memory() -> Path | None:
    """A folder in memory, where thousands of builds cost little; `None` where there is none."""
    place = Path("/dev/shm")  # noqa: S108
    return place if os.access(place, os.W_OK) else None


@contextmanager
def room() -> Iterator[Path]:
    """A folder for a test, in memory where that can be had."""
    with tempfile.TemporaryDirectory(prefix="briefs-", dir=memory()) as folder:
        yield Path(folder)


@dataclass
class Pace:
    """At which moments a command is killed: within the seconds that it takes on a machine as busy as it is now."""

    dice: random.Random
    seconds: float

    def moment(self, first: float, last: float = 1.05) -> float:
        """Seconds after the start, between these shares of a whole run."""
        return self.dice.uniform(first, last) * self.seconds

    def took(self, seconds: float) -> None:
        """A run that came to its end took so long: what is killed next is killed within that."""
        self.seconds = (self.seconds + seconds) / 2


def killed_at(begun: subprocess.Popen[Any], pace: Pace, first: float, kill: Callable[[], None]) -> bool:
    """Whether a command that has just begun could be killed at a moment of the pace, before it came to its end."""
    begin = time.monotonic()
    try:
        begun.wait(timeout=pace.moment(first))
    except subprocess.TimeoutExpired:
        kill()
    else:
        pace.took(time.monotonic() - begin)
    ended = begun.wait(timeout=PATIENCE)
    assert ended in (0, -signal.SIGKILL)
    return ended != 0


def files(number: int) -> dict[str, bytes]:
    """A site of which some files are others for each number."""
    page = b'<!doctype html>\n<html><head>\n<meta charset="utf-8">\n<title>%d</title></head></html>\n'
    made = {
        "index.html": page % number,
        "a/index.html": page % 7,
        "b/index.html": page % (number // 2),
        "data.csv": b"same\n",
        "new.csv": b"%d\n" % number,
    }
    return made | ({"deep/er/odd.txt": b"odd\n"} if number % 2 else {"deep": b"even\n"})


def publish(root: Path, number: int, *, by: str = "link", kept: int = 3) -> None:
    """Brings the site below `root` to these files, as a build does."""
    shelf = Shelf(root / "site", kept, by)
    wanted = {path: digest_of(content) for path, content in files(number).items()}
    store = root / "kept"
    store.mkdir(exist_ok=True)
    for path, content in files(number).items():
        if not (store / wanted[path]).exists():
            part = store / f"{wanted[path]}.{os.getpid()}"
            part.write_bytes(content)
            part.rename(store / wanted[path])
    with shelf.held():
        standing = Standing(shelf, root / "cache")
        standing.sweep()
        standing.bring(lambda: [Shard("all", wanted, lambda path: store / wanted[path])], str(number))


def number_of(root: Path) -> int:
    """Which site is served."""
    return int((root / "site/new.csv").read_text())


class Counted:
    """Does something before the n-th of the operations of these names; counts them."""

    def __init__(self, names: tuple[str, ...], at: int, then: Callable[[str, Any], None]) -> None:
        self.names, self.at, self.then, self.count = names, at, then, 0

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in self.names:
            monkeypatch.setattr(disk, name, self._counted(name, getattr(disk, name)))

    def _counted(self, name: str, usual: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any) -> Any:
            self.count += 1
            if self.count == self.at:
                self.then(name, given[1] if name in ("stamp", "symlink") else given[0])
            return usual(*given)

        return called


def failing(number: int) -> Callable[[str, Any], None]:
    """An operation that fails with this error."""

    def fail(_: str, path: Any) -> None:
        raise OSError(number, os.strerror(number), str(path))

    return fail


def killed(*_: Any) -> None:
    """The process is gone, with nothing put in order."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_child(work: Callable[[], None]) -> int:
    """What `work` comes to in a process of its own: 0, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def watched(site: Path) -> Iterator[dict[str, Any]]:
    """While a reader reads; what he saw stands in the dictionary at the end."""
    reader = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.reader", str(site)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdout
    assert reader.stdout.readline() == "reading\n"
    seen: dict[str, Any] = {}
    try:
        yield seen
    finally:
        said, _ = reader.communicate("", timeout=PATIENCE)
        seen.update(json.loads(said))


def assert_always_whole(seen: dict[str, Any], manifests: set[str]) -> None:
    """A reader saw nothing but whole sites, each of one release."""
    assert seen["faults"] == []
    assert seen["passes"] > seen["outdated"]
    assert seen["pages"] > 0
    assert {*seen["named"]} <= {*seen["manifests"]} | manifests
