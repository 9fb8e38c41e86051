"""A guess at a key of the front matter, with what it was guessed from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Guess:
    """A value, or several, and why; `sure` only where the page says so by itself."""

    value: str | tuple[str, ...]
    why: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published it: a name, perhaps a registered id, and what is known of it."""

    name: str
    why: str
    id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Guesses:
    """What was guessed of one article; `remarks` are what the editor should look at, by key."""

    outlet: Outlet | None = None
    keys: dict[str, Guess] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
