"""Show 4: small edits of news prose that say something else, in thirty languages, are no mere matter of spelling.

`pairs.txt` was made by somebody who tried to have such an edit called harmless: language, what was said, what is now.
"""

from __future__ import annotations

from pathlib import Path

from generator.anchor.drift import changes
from generator.model.text import canonical_text

PAIRS = [
    tuple(line.rstrip("\n").split(" | "))
    for line in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()
]


def test_none_is_harmless_either_way() -> None:
    harmless = []
    for language, *pair in PAIRS:
        was, now = map(canonical_text, pair)
        for one, other in ((was, now), (now, was)):
            if not any(change.is_material for change in changes(one, other, language)):
                harmless.append((language, one, other))
    assert harmless == []
    assert len(PAIRS) > 900
