"""Canonical text: the form in which a quotation is compared, its tokens, paragraphs and sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Canonical:
    """NFC text with `\\n` line ends, stripped."""

    text: str
