"""`briefs lock` ended or out of room at any step, or twice at once: files are whole, and the next one mends all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import commands
from tests.faults.scene import in_child, killed, room
from tests.faults.test_commands_killed import command, run
from tests.sample import edit, make_site

BRIEF, LOCK, ECHO = (f"briefs/strike/{name}" for name in ("brief.yml", "brief.lock.yml", "articles/echo.md"))

Then = Callable[[], None]


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "there")


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A site that is locked, of which an article has been respelt since: its quote is to be written anew."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772611200")
    with room() as folder:
        made = make_site(folder / "desk")
        run(made, "briefs", "lock")
        edit(made / ECHO, "The deal brings", "The deal, brings")
        yield made


def states(root: Path) -> tuple[bytes, bytes]:
    return (root / BRIEF).read_bytes(), (root / LOCK).read_bytes()


def hidden(root: Path) -> list[str]:
    return [path.name for path in (root / "briefs").rglob(".*")]


def broken_at(monkeypatch: pytest.MonkeyPatch, step: int, then: Then) -> None:
    """Has the `step`-th writing or renaming of a file be broken off: half is written, or no name changed."""
    count = 0
    written, replaced = Path.write_bytes, Path.replace

    def is_due() -> bool:
        nonlocal count
        count += 1
        return count == step

    def write_bytes(self: Path, content: bytes) -> int:
        if not is_due():
            return written(self, content)
        written(self, content[: len(content) // 2])
        then()
        raise AssertionError

    def replace(self: Path, target: Path) -> Path:
        if is_due():
            then()
        return replaced(self, target)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("then", [killed, full], ids=["killed", "full"])
def test_wherever_it_is_broken_off_files_are_whole_and_the_next_mends_all(
    then: Then, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = states(root)
    run(root, "briefs", "lock", "--update")
    after = states(root)
    assert before[0] != after[0]
    assert before[1] != after[1]
    codes, step = [], 0
    while 0 not in codes:
        step += 1
        for name, content in zip((BRIEF, LOCK), before, strict=True):
            (root / name).write_bytes(content)

        def work(step: int = step) -> None:
            broken_at(monkeypatch, step, then)
            commands.main(["lock", "--update", "-q", "-f", str(root / "mkdocs.yml")], standalone_mode=False)

        codes.append(in_child(work))
        for now, old, new in zip(states(root), before, after, strict=True):
            assert now in (old, new)
        assert then is killed or hidden(root) == []
        run(root, "briefs", "lock", "--update")
        assert states(root) == after
        assert hidden(root) == []
    assert len(codes) == 5  # two files, each written and renamed
    assert {*codes[:-1]} == ({-signal.SIGKILL} if then is killed else {70})


def test_two_at_once_leave_whole_files(root: Path) -> None:
    before = states(root)
    run(root, "briefs", "lock", "--update")
    after = states(root)
    for _ in range(3):
        for name, content in zip((BRIEF, LOCK), before, strict=True):
            (root / name).write_bytes(content)
        both = [subprocess.Popen(command(root, "briefs", "lock", "--update")) for _ in range(2)]
        assert [each.wait(timeout=300) for each in both] == [0, 0]
        assert states(root) == after
        assert hidden(root) == []
