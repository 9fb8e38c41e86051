"""The folder of briefs as a build sees it: what each brief's files come to, and the files when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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

    # --- Private ---

    def _brief(self, slug: str) -> BriefFolder | None:
        return read_brief(self._root, self._briefs_dir, self.briefs[slug].name)[0]


def _year(brief: BriefFolder) -> str:
    found = _YEAR.search(brief.brief or b"")
    return found[1].decode("ascii") if found else UNDATED
