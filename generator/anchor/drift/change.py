"""What became other words, or other marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stood and words that stand in their place; `kind` is what they are in words, empty where they say
    the same."""

    was: str
    now: str
    kind: str

    @property
    def is_material(self) -> bool:
        """Whether it may say something else now."""
        return bool(self.kind)
