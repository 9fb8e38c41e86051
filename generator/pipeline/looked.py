"""A brief as the desk last saw it, and what other briefs see of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.load.folder import BriefFolder
from generator.model.findings import Record
from generator.model.source import Location, Problem


@dataclass(frozen=True, slots=True)
class Looked:
    """A brief as it was last read and checked.

    `good` is its folder when it last had no error (this one, or an earlier), `record` what it came to then; `names`
    are the slugs that it names, `aliases` its old ones with their places.
    """

    folder: BriefFolder
    problems: tuple[Problem, ...]
    names: frozenset[str] = frozenset()
    aliases: tuple[tuple[str, Location], ...] = ()
    good: BriefFolder | None = None
    record: Record | None = None

    @property
    def is_broken(self) -> bool:
        """Whether it has an error now, so that what is shown of it is of an earlier state."""
        return any(problem.is_error for problem in self.problems)


def printable_slug(name: str) -> str:
    """A folder's name may be bytes that are no UTF-8: they are shown as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def slugs_in(tree: object, *keys: str) -> list[str]:
    """What stands at these keys, as a text or as a list of them; empty where something else does."""
    value = getattr(tree, "value", None)
    written = [value[key] for key in keys if key in value] if isinstance(value, dict) else []
    each = [entry for one in written for entry in (one if isinstance(one, list) else [one])]
    return [entry if isinstance(entry, str) else "" for entry in each]


def aliases_of(looked: Looked | None) -> tuple[str, ...]:
    """The old slugs of a brief, if there is one."""
    return tuple(alias for alias, _ in looked.aliases) if looked else ()


def as_named(looked: Looked | None) -> object:
    """What pages of other briefs say of one."""
    kept = looked.record if looked else None
    return kept and (kept.title, kept.language), aliases_of(looked), looked is None
