"""Texts that changed since a brief was locked: what became of each quote."""

from generator.anchor.drift.change import Change
from generator.anchor.drift.fate import Fate, fate
from generator.anchor.drift.ground import Ground, Patience
from generator.anchor.drift.judge import changes
from generator.anchor.drift.wording import fate_problem, passages_of, word_diff

__all__ = [
    "Change",
    "Fate",
    "Ground",
    "Patience",
    "changes",
    "fate",
    "fate_problem",
    "passages_of",
    "word_diff",
]
