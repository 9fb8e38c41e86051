"""Figures: amounts as intervals with a unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as an interval."""

    text: str
