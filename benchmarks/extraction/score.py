"""How much of an article a reading has and how much beside: precision, recall and F1 of shingles of four words.

As in the article extraction benchmark that the pages come from: the means over pages of precision and recall give F1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
SIZE = 4


def words(text: str) -> list[str]:
    """The words of a text, as written."""
    return _WORD.findall(text)


def shingles(listed: list[str]) -> Counter[tuple[str, ...]]:
    """Every run of four words, counted; a shorter text is one run."""
    count = max(1, len(listed) - SIZE + 1) if listed else 0
    return Counter(tuple(listed[i : i + SIZE]) for i in range(count))


def page_score(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, given = shingles(words(truth)), shingles(words(found))
    common = sum((wanted & given).values())
    precision = common / sum(given.values()) if given else float(not wanted)
    recall = common / sum(wanted.values()) if wanted else float(not given)
    return precision, recall


def f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and their F1, over pairs of the human text and what was found."""
    scores = [page_score(truth, found) for truth, found in pairs]
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)
