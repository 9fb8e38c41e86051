"""Whose name is in a line: of people in bylines and authors' boxes, of agencies in credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.classify.marks import has_date
from generator.ingest.guess.guess import Guess
from generator.ingest.lines import Line

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω"
_PART = rf"(?:[{_UPPER}][\w’'\-]*\.?|d[’'][{_UPPER}]\w+|de|da|di|del|van|von|der|den|bin|al|el|la|le)"
NAME = rf"[{_UPPER}][\w’'\-]*\.?(?:[ \u00a0]{_PART}){{0,3}}[ \u00a0](?:[dDlL][’'])?[{_UPPER}][\w’'\-]+"
"""A person's name: two to five words, the first and last of them with a capital."""

_NAME = re.compile(NAME)
_BY = (
    r"by|written by|reported by|story by|words by|von|text von|par|por|texto|di|a cura di|av|text"
    r"|af|door|tekst|autor|author|autore|автор|текст|oleh|penulis|przez"
)
_BYLINE = re.compile(
    rf"^(?:[^\w]*)(?i:{_BY})(?:\s*:\s*|[\s\u00a0]+)"
    rf"(?P<names>{NAME}(?:(?:,\s*|,?\s+(?i:and|und|et|y|e|och|og|en|и|&)\s+|\s*&\s*){NAME})*)"
    r"(?=$|[\s,|·•—–\-(/.]|\d)"
)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+(?:and|und|et|y|e|och|og|en|и|&)\s+|\s*&\s*", re.IGNORECASE)
_JOB = re.compile(
    r"editor|reporter|correspondent|journalist|writer|columnist|contributor|staff|author|redakteur|redaktör|korrespondent"
    r"|rédact|correspondant|periodista|redactor|jornalista|repórter|giornalista|redattore|dziennikarz|журналист|корреспондент"
    r"|wartawan|verslaggever",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:by|published|updated|posted|news|read|more|photo|getty|images|press|media|times|post|staff|sign|home|privacy"
    r"|policy|terms|about|contact|video|all|rights"
    r"|cookie|menu|search|share|north|south|east|west|united|new|the|world|business|sports?|show)\b",
    re.IGNORECASE,
)
_HEAD, _FOOT = 15, 12
_LONGEST = 200
_BESIDE = 40
"""Characters that may stand beside the names in a byline."""


def author(lines: Sequence[Line], is_body: Sequence[bool]) -> Guess | None:
    """Who wrote it: by a byline near the headline, by an author's box, or by a byline below the text."""
    body = [i for i, yes in enumerate(is_body) if yes]
    if not body:
        return None
    above = [i for i in range(max(0, body[0] - _HEAD), min(len(lines), body[0] + 4)) if not is_body[i]]
    below = [
        i for i in range(body[0], min(len(lines), body[-1] + 1 + _FOOT)) if not is_body[i] and i not in above
    ]
    return (
        _byline(lines, above)
        or _box(lines, [*above, *below])
        or _beside_date(lines, above)
        or _byline(lines, below)
    )


def agency(lines: Sequence[Line], is_body: Sequence[bool]) -> str | None:
    """The agency that a byline credits by its letters alone (“By ABC”), also where the next words are glued to it."""
    for line, in_body in zip(lines, is_body, strict=True):
        found = (
            None
            if in_body
            else re.match(
                r"(?i:by|source|quelle|källa|text|fonte|fuente)\s*:?[\s\u00a0]+([A-Z]{2,5})(?=[A-Z][a-z]|[^\w]|$)",
                line.text,
            )
        )
        if found:
            return found[1]
    return None


def is_byline(text: str) -> bool:
    """Whether a line is a byline and no more."""
    found = _BYLINE.match(text) if len(text) < _LONGEST else None
    return found is not None and len(text) - found.end() < _BESIDE and not text.endswith((".", "”", '"'))


def author_boxes(lines: Sequence[Line]) -> list[range]:
    """The lines of each author's box: from a name that stands alone to the line that begins with it."""
    found = []
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST or not _NAME.fullmatch(line.text) or _NO_NAME.search(line.text):
            continue
        for j in range(i + 1, min(i + 5, len(lines))):
            if lines[j].text.startswith(f"{line.text} ") and is_job(lines[j].text):
                found.append(range(i, j + 1))
    return found


def is_job(text: str) -> bool:
    """Whether a line says what someone does at a newspaper."""
    return bool(_JOB.search(text))


def is_title_of_job(name: str) -> bool:
    """Whether what stands for a name is what its bearer does: “Staff Writer”, “AP Auto Writer”."""
    return any(_JOB.fullmatch(word) for word in name.split()[-1:])


# --- Private functions ---


def _byline(lines: Sequence[Line], where: Sequence[int]) -> Guess | None:
    there = {*where}
    for i in where:
        found = _BYLINE.match(lines[i].text) if len(lines[i].text) < _LONGEST else None
        if found:
            return _guess(_BETWEEN.split(found["names"]), "a byline")
        if (
            i + 1 in there
            and re.fullmatch(rf"(?i:{_BY})\s*:?", lines[i].text)
            and _NAME.fullmatch(lines[i + 1].text)
        ):
            return _guess([lines[i + 1].text], "a byline")
    return None


def _box(lines: Sequence[Line], where: Sequence[int]) -> Guess | None:
    """A name that stands alone, and begins a line that tells of the person or stands above what they do."""
    for i in where:
        name = lines[i].text
        if not _NAME.fullmatch(name) or _NO_NAME.search(name):
            continue
        after = [lines[j].text for j in range(i + 1, min(i + 5, len(lines)))]
        told = any(text.startswith(f"{name} ") and len(text) > len(name) + 20 for text in after)
        if told or (after and is_job(after[0]) and len(after[0]) < 60):
            return _guess([name], "the author's box")
    return None


def _beside_date(lines: Sequence[Line], where: Sequence[int]) -> Guess | None:
    """A name that stands alone in the line above or below a date, or before it in one line."""
    dated = {i for i in where if len(lines[i].text) < _LONGEST and has_date(lines[i].text.casefold())}
    for i in where:
        text = lines[i].text
        found = _NAME.match(text) if i in dated else None
        if found and re.match(r"\s*[-–—|•·,]", text[found.end() :]) and not _NO_NAME.search(found[0]):
            return _guess([found[0]], "a name before the date")
        if (
            {i - 1, i + 1} & dated
            and len(text) < _BESIDE
            and _NAME.fullmatch(text)
            and not _NO_NAME.search(text)
        ):
            return _guess([text], "a name beside the date")
    return None


def _guess(names: Sequence[str], why: str) -> Guess | None:
    plain = [" ".join(name.split()) for name in names if name.strip()]
    if not plain:
        return None
    return Guess(plain[0] if len(plain) == 1 else tuple(plain), why)
