"""Lines that are no text of an article wherever they stand: bylines, dates, credits, boxes, repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.ingest.classify.marks import kinds_of
from generator.ingest.guess.days import is_dateline
from generator.ingest.guess.names import author_boxes, is_byline
from generator.ingest.html import Tagged
from generator.ingest.lines import Line

_CREDIT = re.compile(
    r"^\W{0,3}(?:photos?|photograph|picture|image|credit|illustration|graphic|video|foto|fotos|bild|bilder|grafik|crédit"
    r"|fotografía|imagen|imagem|immagine|beeld|zdjęcie|фото|图片?|사진|写真)(?:\s+(?:by|credit|courtesy|von|av|de|par|di|door))?"
    r"\s*[:/|©]",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_ASIDE, _LINKED = frozenset({"aside", "nav", "footer"}), 0.9
_RIGHTS = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b)|.*\ball rights reserved\W*$", re.IGNORECASE)
_NOTICE = 200
_LABEL, _ALL = 30, 0.85
_CREDIT_WORDS, _TAIL_WORDS, _HEAD_LINES = 15, 3, 4


def without_furniture(lines: Sequence[Line], is_body: Sequence[bool]) -> list[bool]:
    """`is_body` without the lines that only stand among the article's; unchanged where nothing else would be left."""
    found = list(is_body)
    boxed = {i for box in author_boxes(lines) for i in box}
    seen = Counter(line.text.casefold() for line in lines)
    body = [i for i, yes in enumerate(is_body) if yes]
    head = set(body[:_HEAD_LINES])
    for i in body:
        text = lines[i].text
        repeated = i in head and seen[text.casefold()] > 1 and not _ENDS.search(text)
        found[i] = not (i in boxed or repeated or _is_furniture(text))
    _trim_end(lines, found)
    return found if any(found) else list(is_body)


def without_asides(tagged: Sequence[Tagged], is_body: Sequence[bool]) -> list[bool]:
    """`is_body` without captions, and without links put aside by the markup; unchanged where nothing would stay."""
    found = [yes and not _is_aside(one) for one, yes in zip(tagged, is_body, strict=True)]
    return found if any(found) else list(is_body)


# --- Private functions ---


def _is_aside(one: Tagged) -> bool:
    return "figcaption" in one.around or (bool(one.around & _ASIDE) and one.linked > _LINKED)


def _is_furniture(text: str) -> bool:
    if len(text) < _NOTICE and _RIGHTS.match(text):
        return True
    return is_byline(text) or is_dateline(text) or _is_credit(text) or _is_label(text)


def _is_label(text: str) -> bool:
    """Whether a line is a button, or the heading of what doesn't belong to the article."""
    if len(text) > _LABEL or text.endswith("."):
        return False
    return max(kinds_of(text.casefold().strip(" :»›…-–|"))) >= _ALL


def _is_credit(text: str) -> bool:
    return bool(_CREDIT.match(text)) and len(text.split()) <= _CREDIT_WORDS and not _ENDS.search(text)


def _trim_end(lines: Sequence[Line], found: list[bool]) -> None:
    """No article ends in a word or two that end no sentence, unless it is a list of such lines."""
    body = [i for i, yes in enumerate(found) if yes]
    if len(body) > 1 and _is_scrap(lines[body[-1]].text) and _ENDS.search(lines[body[-2]].text):
        found[body[-1]] = False


def _is_scrap(text: str) -> bool:
    return len(text.split()) <= _TAIL_WORDS and len(text) < 40 and not _ENDS.search(text)
