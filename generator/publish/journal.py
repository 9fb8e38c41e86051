"""One thing takes another's place: at one stroke where the system can do that, else by two renames with a journal."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.publish import disk


@dataclass(frozen=True, slots=True)
class Move:
    """What is at `new` takes its `place`, and what was there goes `out`; all three below the folder of the journal's
    folder. `is_exchange` says that both change places at one stroke, so that `new` goes out after that; by `before`,
    what was in place at first, is told whether that was done."""

    new: str
    place: str
    out: str
    is_exchange: bool
    before: str


class Journal:
    """The move that is being made below a folder, noted before it begins."""

    def __init__(self, file: Path, top: Path) -> None:
        self._file, self._top = file, top

    def move(self, new: Path, place: Path, out: Path) -> None:
        """Puts `new` in its place, or leaves all as it was. Raises `OSError`.

        Where there are no exchanges the place is empty for a moment: whoever is killed then leaves it to the next
        start (`settle`).
        """
        if not os.path.lexists(place):
            disk.rename(new, place)
            return
        planned = Move(
            new=new.relative_to(self._top).as_posix(),
            place=place.relative_to(self._top).as_posix(),
            out=out.relative_to(self._top).as_posix(),
            is_exchange=_can_exchange(self._file.parent),
            before=_identity(place),
        )
        disk.replace(self._file, msgspec.json.encode(planned))
        disk.sync_one(self._file)
        disk.sync_one(self._file.parent)
        try:
            if not (planned.is_exchange and disk.exchange(new, place)):
                disk.rename(place, out)
                disk.rename(new, place)
        except OSError:
            self.settle(is_undone=True)
            raise
        self.settle()

    def settle(self, *, is_undone: bool = False) -> None:
        """Completes, or with `is_undone` undoes, what was begun; does nothing where nothing was."""
        planned = self._planned()
        if planned is None:
            return
        new, place, out = (self._top / name for name in (planned.new, planned.place, planned.out))
        if planned.is_exchange:
            is_done = _identity(place) != planned.before
            if is_done and os.path.lexists(new) and not os.path.lexists(out):
                disk.rename(new, out)
        elif not os.path.lexists(place):
            came = os.path.lexists(new) and not is_undone
            disk.rename(new if came else out, place)
        disk.unlink(self._file)

    # --- Private ---

    def _planned(self) -> Move | None:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Move)
        except (FileNotFoundError, msgspec.DecodeError):  # it is written whole, before anything is moved
            return None


def _identity(place: Path) -> str:
    """What tells the thing at a place from any other."""
    stat = os.lstat(place)
    return f"{stat.st_dev} {stat.st_ino}"


def _can_exchange(folder: Path) -> bool:
    """Whether two things in this folder can change places at one stroke: tried with two that are nobody's."""
    one, other = folder / ".probe-1", folder / ".probe-2"
    try:
        disk.mkdir(one)
        disk.mkdir(other)
        return disk.exchange(one, other)
    finally:
        for probe in (one, other):
            disk.remove(probe)
