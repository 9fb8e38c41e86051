"""The releases of a site, side by side in a folder, and the one that is served: its link, or its folder itself."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from generator.publish import disk
from generator.publish.hidden import carry, drop
from generator.publish.hold import Holder, held
from generator.publish.journal import Journal
from generator.publish.manifest import release_in
from generator.publish.place import folder_of, followed, refuse_foreign, refuse_place

KEPT = 3
"""Releases by default: the one that is served, the one before it, and one that the next is made of."""

LINK, RENAME = "link", "rename"
"""How a release takes a site's place: a link is turned to it, or its folder is renamed."""


class Shelf:
    """The site at `target` and its releases in `folder`, which lies beside it.

    With links the site is one, to `releases/<digest>`. Where the file system has none, or `by` is `RENAME`, the site
    is the folder of the release that is served, and only the others lie in `folder`. Only who has it `held` may
    change anything. Where it `is_usual`, the configuration names this place, and what lies there gives way, as to
    MkDocs; elsewhere only what is a site of ours, or of MkDocs, does.
    """

    def __init__(self, target: Path, kept: int = KEPT, by: str = LINK, *, is_usual: bool = False) -> None:
        self.target = followed(target)
        self.folder = folder_of(self.target)
        self._kept, self._by, self._is_usual = kept, by, is_usual
        self._journal = Journal(self.folder / ".journal", self.target.parent)
        self._link = self.folder / ".link"
        self._order = self.folder / ".order"
        self.rolling, self.scratch = self.folder / ".rolling", self.folder / ".scratch"
        """Where a release is made, and what it is made in."""

    @contextmanager
    def held(
        self, wait: float | None = None, tell: Callable[[Holder], None] = lambda _: None
    ) -> Iterator[None]:
        """While nobody else publishes here, as `hold.held`; what somebody left that was killed is put right first.

        Raises `TakenError` where something of somebody else's would be destroyed, `OSError`.
        """
        refuse_place(self.target, self.folder, is_usual=self._is_usual)
        disk.mkdir(self.folder)
        with held(self.folder, wait, tell):
            self._mend()
            if not self._is_usual:
                refuse_foreign(self.target)
            try:
                yield
            finally:
                disk.remove(self.rolling)
                disk.remove(self.scratch)

    def live(self) -> tuple[str, Path] | None:
        """The release that is served and where it lies; `None` where there is none: another tool's folder is none."""
        if self.target.is_symlink():
            name = self.target.readlink().name
            return (name, self.folder / name) if (self.folder / name).is_dir() else None
        release = release_in(self.target)
        return (release, self.target) if release else None

    def names(self) -> list[str]:
        """Every release that there is, the one that was served longest ago first."""
        there = {entry.name for entry in os.scandir(self.folder) if _NAME.fullmatch(entry.name)}
        live = self.live()
        if live:
            there.add(live[0])
        order = [name for name in self._written_order() if name in there]
        unknown = sorted(there - {*order}, key=lambda name: (self._changed(name), name))
        return [*unknown, *order]

    def place(self, name: str) -> Path:
        """Where a release lies."""
        live = self.live()
        return live[1] if live and live[0] == name else self.folder / name

    def oldest(self) -> str:
        """The release that gives way to the next one; nothing where there are not as many as are kept."""
        others = self._others()
        return others[0] if others and len(others) + 1 >= self._kept else ""

    def spare(self, release: str) -> str:
        """The release to be made over into this one, which is off the shelf then and lies in `rolling`: one of the
        same content, or the oldest where there are as many as are kept. Nothing where there is none: an empty folder
        lies there."""
        disk.remove(self.rolling)
        chosen = release if release in self._others() else self.oldest()
        if chosen:
            disk.rename(self.folder / chosen, self.rolling)
        else:
            disk.mkdir(self.rolling)
        return chosen

    def publish(self, release: str) -> None:
        """Has what lies in `rolling` be served as this release, whole and on the disk before anybody sees it.

        Raises `OSError`: then the site is as it was, unless the error came after the swap.
        """
        live, before = self.live(), self.names()
        hidden = carry(self.target, self.rolling)
        if live and live[0] == release:  # somebody changed what is served: the same anew
            self._moved(self.rolling, live[1], self._out())
        elif self._links():
            self._forget(release)
            disk.rename(self.rolling, self.folder / release)
            self._turned(release, live)
        else:
            self._moved(self.rolling, self.target, self._out(live))
        drop(self._old(live, release), hidden)
        older = [name for name in before if name != release and not (live and name == live[0])]
        self._note([*older, *([live[0]] if live and live[0] != release else []), release])

    def roll_back(self, release: str) -> None:
        """Has the site be this release again, one of `names`. Raises `OSError`, as `publish`."""
        live, before = self.live(), self.names()
        if live and live[0] == release:
            return
        hidden = carry(self.target, self.folder / release)
        if self._links():
            self._turned(release, live)
        else:
            self._moved(self.folder / release, self.target, self._out(live))
        drop(self._old(live, release), hidden)
        self._note(before)

    # --- Private ---

    def _others(self) -> list[str]:
        """Every release but the one that is served, the one that was served longest ago first."""
        live = self.live()
        return [name for name in self.names() if not (live and live[0] == name)]

    def _links(self) -> bool:
        """Whether the site is to be a link, and can be: tried out."""
        if self._by == RENAME:
            return False
        probe = self.folder / ".probe"
        try:
            disk.symlink(self.folder.name, probe)
        except (NotImplementedError, OSError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_LINKS:
                raise
            return False
        finally:
            disk.unlink(probe)
        return True

    def _turned(self, release: str, live: tuple[str, Path] | None) -> None:
        """Has the site be a link to this release, which lies in the folder."""
        disk.sync(self.folder)
        disk.unlink(self._link)
        disk.symlink(f"{self.folder.name}/{release}", self._link)
        if self.target.is_symlink() or not os.path.lexists(self.target):
            disk.rename(self._link, self.target)
            disk.sync_one(self.target.parent)
        else:
            self._moved(self._link, self.target, self._out(live))

    def _moved(self, new: Path, place: Path, out: Path) -> None:
        """Puts a folder, or the link, in the place of a folder, or of the link."""
        disk.sync(self.folder)
        self._journal.move(new, place, out)
        disk.sync_one(place.parent)

    def _out(self, live: tuple[str, Path] | None = None) -> Path:
        """Where goes what was the site until now, if it is a folder: nothing is there."""
        name = live[0] if live and live[1] == self.target else ".gone"
        self._forget(name)
        return self.folder / name

    def _old(self, live: tuple[str, Path] | None, release: str) -> Path:
        """Where the release lies by now that was served until now."""
        return self.folder / (live[0] if live and live[0] != release else ".gone")

    def _note(self, names: list[str]) -> None:
        """Notes in which order these were served, and lets the oldest go."""
        disk.replace(self._order, msgspec.json.encode(names))
        live = self.live()
        for name in names[: -self._kept]:
            if not (live and live[0] == name):
                self._forget(name)
        self._forget(".gone")

    def _forget(self, name: str) -> None:
        """Removes a release, if it is there; it has another name before anything of it is gone."""
        gone = self.folder / ".gone"
        disk.remove(gone)
        if name != gone.name and os.path.lexists(self.folder / name):
            disk.rename(self.folder / name, gone)
            disk.remove(gone)

    def _written_order(self) -> list[str]:
        try:
            return msgspec.json.decode(self._order.read_bytes(), type=list[str])
        except (OSError, msgspec.DecodeError):
            return []

    def _changed(self, name: str) -> float:
        try:
            return self.place(name).stat().st_mtime
        except OSError:
            return 0.0

    def _mend(self) -> None:
        """What somebody left that was killed: half a swap, half a release, and that nobody noted what is served."""
        self._journal.settle()
        for entry in list(os.scandir(self.folder)):
            if _LEFT.fullmatch(entry.name):
                disk.remove(entry.path)
        live = self.live()
        if live and live[0] not in self._written_order():
            self._note([*(name for name in self.names() if name != live[0]), live[0]])


# --- Private functions ---

_NAME = re.compile(r"[0-9a-f]{32}")
_LEFT = re.compile(
    r"\.(?:rolling|scratch|link|gone|probe|probe-[12]|\.(?:order|journal|holder)\.[0-9A-Za-z]+-[0-9]+)"
)
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS}
