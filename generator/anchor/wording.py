"""How messages show passages: on one line, cut to a length, in quotation marks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from generator.model.fold import WHITE_SPACE
from generator.model.source import Span

_WHITE_SPACE = re.compile(f"[{WHITE_SPACE}]+")
LONGEST = 160
"""Code points of a passage that a message shows."""


def in_quotes(text: str, most: int = LONGEST) -> str:
    """`text` on one line in straight quotation marks, cut in the middle where it is longer than `most`."""
    line = _WHITE_SPACE.sub(" ", text).strip()
    if len(line) > most:
        line = f"{line[: most * 2 // 3].rstrip()} … {line[-(most // 3) :].lstrip()}"
    return f'"{line}"'


def as_yaml(text: str) -> str:
    """`text` as a double-quoted scalar (YAML 1.2, 7.3.1), ready to be pasted."""
    return json.dumps(text, ensure_ascii=False)


def in_context(text: str, span: Span, around: int = 40) -> str:
    """The passage between `>` and `<` with some text on either side, cut at white space."""
    before = _WHITE_SPACE.sub(" ", text[max(0, span.start - around) : span.start])
    after = _WHITE_SPACE.sub(" ", text[span.end : span.end + around])
    if span.start > around:
        before = "… " + (before.partition(" ")[2] or before)
    if span.end + around < len(text):
        after = (after.rpartition(" ")[0] or after) + " …"
    passage = in_quotes(span.of(text), 60)[1:-1]
    return f"{before}>{passage}<{after}"


def listed(items: Sequence[str], most: int) -> str:
    """`a, b and c`; of more than `most`, the first and how many more there are."""
    if len(items) > most:
        return f"{', '.join(items[:most])} and {len(items) - most} more"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
