"""Which line of a pasted page is the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.ingest.classify.marks import has_date, has_time, kinds_of
from generator.ingest.guess.guess import Guess
from generator.ingest.lines import Line

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|\w+")
"""A word; in scripts without blanks a character."""
_REACH = 25
"""Lines above the text among which a headline is sought."""
_BELOW = 3
"""Paragraphs after which it is sought no more."""


def title(lines: Sequence[Line], is_body: Sequence[bool]) -> Guess | None:
    """The headline, among the lines left out above the text or between its first paragraphs."""
    body = [i for i, yes in enumerate(is_body) if yes]
    if not body:
        return None
    last = body[min(_BELOW, len(body)) - 1]
    words = Counter(word for i in body for word in set(_words(lines[i].text)))
    seen = Counter(line.text.casefold() for line in lines)
    best: tuple[float, int] | None = None
    for i in range(max(0, body[0] - _REACH), last):
        if (
            not is_body[i]
            and (i < body[0] or seen[lines[i].text.casefold()] > 1)
            and (score := _score(lines, i, body[0], words, seen)) > 0
            and (best is None or score >= best[0])
        ):
            best = (score, i)
    if best is None:
        return None
    text = lines[best[1]].text
    times = seen[text.casefold()]
    return Guess(
        text, "a line that stands there twice" if times > 1 else "a line above the text", sure=times > 1
    )


# --- Private functions ---


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) > 3 or word > "\u2e80"]


def _score(lines: Sequence[Line], i: int, first: int, words: Counter[str], seen: Counter[str]) -> float:
    """How much like a headline a line is; none at 0."""
    text = lines[i].text
    count = len(_WORD.findall(text))
    caseless = text.casefold()
    if (
        not 2 <= count <= 40
        or len(text) > 250
        or text.startswith(("»", "©", "•"))
        or max(kinds_of(caseless)) > 0.45
    ):
        return 0.0
    if (has_date(caseless) or has_time(caseless)) and count < 8:
        return 0.0
    own = _words(text)
    shared = sum(word in words for word in own) / max(1, len(own))
    score = 0.3 + 3 * shared + min(count, 10) / 10
    score += 1.5 * shared * min(1, seen[caseless] - 1)
    score -= 0.02 * abs(first - i) + 0.05 * max(0, count - 16)
    return score - 0.8 * text.endswith(".") - 0.5 * ("|" in text) - 1.0 * (count < 4)
