"""Whether a page says that its text is a translation or an adaptation, and whose text it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.guess.guess import Guess
from generator.ingest.lines import Line

_TRANSLATED = re.compile(
    r"(?:was|been|is|article|text|story)[^.]{0,60}\btranslated\b|^translated (?:by|from)\b"
    r"|\bübersetzt (?:von|aus)\b|\böversatt (?:av|från)\b|\btraduit (?:par|de)\b"
    r"|\btraducido (?:por|del)\b|\btradotto da\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:altered|adapted|edited|shortened|rewritten|modified|bearbeitet|bearbetad|bearbetat|adapté|adaptado)\b",
    re.IGNORECASE,
)


def rendition(lines: Sequence[Line], is_body: Sequence[bool]) -> Guess | None:
    """`translation`, or `adaptation` where the page says that the text was changed too."""
    for line, yes in zip(lines, is_body, strict=True):
        if yes or len(line.text) > 400:
            continue
        if found := _TRANSLATED.search(line.text):
            kind = "adaptation" if _CHANGED.search(line.text) else "translation"
            said = line.text if len(line.text) < 100 else f"… {found[0]} …"
            return Guess(kind, f"“{said}”, in what was left out", sure=False)
    return None
