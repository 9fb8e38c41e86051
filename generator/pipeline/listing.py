"""The folder of briefs as a build sees it: what each brief's files come to, and the files when they are asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.load.folder import BriefFolder, open_folder, read_brief
from generator.pipeline import keys

UNDATED = "undated"

_YEAR = re.compile(rb"^date:[ \t]*['\"]?(\d{4})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listed:
    """One brief: the name of its folder, the digest of its files (`keys.of_files`), and its year as it is written."""

    name: str
    files: str
    year: str


class Listing:
    """Every brief below `root/briefs_dir`, read once, of which no more is held than `Listed` says."""

    def __init__(self, root: Path, briefs_dir: str) -> None:
        self._root, self._briefs_dir = root, briefs_dir
        self.register, briefs, self.problems = open_folder(root, briefs_dir)
        self.briefs = {brief.slug: Listed(name, keys.of_files(brief), _year(brief)) for name, brief in briefs}

    def read(self, slugs: Iterable[str]) -> dict[str, BriefFolder]:
        """The files of these briefs as they are now, but of those that are gone."""
        return {slug: brief for slug in slugs if (brief := self._brief(slug))}

    def year_of(self, slug: str) -> str:
        """A brief's year as it is written."""
        return self.briefs[slug].year

    # --- Private ---

    def _brief(self, slug: str) -> BriefFolder | None:
        return read_brief(self._root, self._briefs_dir, self.briefs[slug].name)[0]


def is_long(folder: Path) -> bool:
    """Whether to read all briefs below the folder takes longer than to start a process for it."""
    try:
        with os.scandir(folder) as entries:
            return len(list(islice(entries, _LONG))) == _LONG
    except OSError:
        return False


# --- Private ---

_LONG = 200


def _year(brief: BriefFolder) -> str:
    found = _YEAR.search(brief.brief or b"")
    return found[1].decode("ascii") if found else UNDATED
