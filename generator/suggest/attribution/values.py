"""What a sentence says of where it comes from: the words that say so, and who they name, nearest first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution in a sentence, at `[start, end)` of the sentence.

    `reporters` are named as having passed it on, nearest first; `speaker` is who said it. Of `cuts` the words are
    no part of what was said; where it is false they are (“the company expects …”). `denies` is true where the
    verb says no.
    """

    start: int
    end: int
    speaker: str
    reporters: tuple[str, ...] = ()
    cuts: bool = True
    denies: bool = False
    outer: bool = False
    """Named after what it holds for, so that it is nearer than who is named at the beginning."""
    verb: str = ""
