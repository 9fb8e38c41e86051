"""Splits what a sentence says into clauses, each with a verb of its own."""

from __future__ import annotations

import re

from generator.model.numerals import primary
from generator.model.source import Span
from generator.suggest.verbs import finite_verb

_LEAST = 3
"""Words of the shortest clause."""

_LONG = {"when": 18, "because": 18, "while": 18, "although": 18, "när": 18, "eftersom": 18}
_VERY_LONG = 30
"""Words of a sentence that is split also where only a subordinate clause begins, without a comma:
  by the conjunction."""

_OPENERS = {
    "en": (
        r"[;:]\s+|\s[–—-]{1,2}\s|,?\s+(?:and|but|while|whereas|although|though)\s+(?=\S+\s+\S)|"
        r",\s+(?:and |but )?(?:which|who|whose|where|"
        r"after|before|when|as|because|since|so|with|saying|adding|leaving|injuring|killing|taking|"
        r"making|causing|forcing|beating|due to|because of|owing to|amid|despite|among them|"
        r"bringing|putting|alleging|citing|down|up|or|hurt|none|most)\s+|,\s+(?=(?:he|she|it|they|we|there|the|a|an|his|her|its|their)\s)"
    ),
    "sv": (
        r"[;:]\s+|\s[–—-]\s|,?\s+(?:och|men|medan|fast)\s+|,\s+(?:som|vilket|där|efter att|när|då|"
        r"eftersom|sedan|så)\s+"
    ),
}
_SHORT = 14
"""Words up to which two acts of one subject stay one clause."""

_SUBORDINATE = {
    "en": r"\s+(?:after|when|because|while|although|before|as)\s+(?=\S+\s+\S)",
    "sv": r"\s+(?:när|efter att|eftersom|medan)\s+",
}
_BARE = re.compile(
    r"^(?:(?:at the same time|however|meanwhile|in addition|samtidigt),|and|but|while|whereas|"
    r"although|though|which|who|after|before|when|as(?! of)|because|"
    r"since(?! \d| the| \w+day)|with|saying|adding|or|"
    r"och|men|medan|som|vilket|där|efter att|när|då|eftersom|sedan|due to|because of|owing to|amid|"
    r"despite|among them)\s+",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:leaving|injuring|killing|taking|making|causing|forcing|beating|bringing|putting|alleging|down|hurt|"
    r"due to|because of|owing to|amid|despite|among them)\b",
    re.IGNORECASE,
)


def clauses(text: str, language: str, *, has_figure: bool = False) -> list[Span]:
    """The clauses of a stretch of a sentence, in order, in its code points: trimmed, without what joins them.

    A clause has a finite verb, or a participle that says what came of the one before. Where nothing splits, the
    stretch is one clause.
    """
    code = primary(language)
    edges = [0]
    for match in re.compile(_OPENERS.get(code, r"[;:]\s+"), re.IGNORECASE).finditer(text):
        if _parts(text, edges[-1], match, language):
            edges.append(match.start())
    if code in _SUBORDINATE:
        for match in re.compile(_SUBORDINATE[code], re.IGNORECASE).finditer(text):
            if len(text.split()) <= _LONG.get(match[0].strip().casefold(), _VERY_LONG) and not has_figure:
                continue
            last = max(edge for edge in edges if edge <= match.start())
            if _parts(text, last, match, language) and len(text[match.end() :].split()) > 4:
                edges = sorted({*edges, match.start()})
    spans = [
        trimmed(text, Span(start, end)) for start, end in zip(edges, [*edges[1:], len(text)], strict=True)
    ]
    return [span for span in spans if len(span.of(text).split()) >= _LEAST] or [
        trimmed(text, Span(0, len(text)))
    ]


def trimmed(text: str, span: Span) -> Span:
    """The span without joining words, commas, stops and stray quotation marks at its ends."""
    start, end = span.start, span.end
    while True:
        piece = text[start:end]
        bare = piece.lstrip(" ,;:-–—.")
        if match := _BARE.match(bare):
            bare = bare[match.end() :]
        new = end - len(bare)
        if new == start:
            break
        start = new
    piece = text[start:end].rstrip(" ,;:-–—.!?")
    end = start + len(piece)
    return _unquoted(text, Span(start, end))


# --- Private functions ---


def _parts(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether a clause ends at the match and another begins there, each with what a clause needs."""
    left, right = text[start : match.start()], text[match.end() :]
    nearest = re.split(r"[,;:]", right)[0]
    if len(left.split()) < _LEAST or len(nearest.split()) < _LEAST:
        return False
    if finite_verb(left, language) < 0:
        return False
    if _KEPT.search(match[0]):
        return True
    at = finite_verb(nearest, language)
    is_relative = re.search(r"\b(?:which|who|som|vilket)\b", match[0], re.IGNORECASE)
    is_joined = re.search(r"\b(?:and|but|och|men|or)\b", match[0], re.IGNORECASE)
    if is_joined and "," not in match[0] and at == 0:  # “visited and promised”: one subject, two acts
        return len(nearest.split()) >= 5 and len(text.split()) > _SHORT
    return at >= 0 and (bool(is_relative) or len(nearest[:at].split()) <= 9)


def _unquoted(text: str, span: Span) -> Span:
    """Without a quotation mark at an end whose other half isn't in the span."""
    start, end = span.start, span.end
    while start < end and text[start] in "\"'“”‘„»«" and text[start:end].count('"') % 2:
        start += 1
    while end > start and text[end - 1] in '"“”»«' and text[start:end].count('"') % 2:
        end -= 1
    if text[start : start + 1] == '"' and text[end - 1 : end] == '"' and text[start:end].count('"') == 2:
        start, end = start + 1, end - 1
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip(" ,")), start + len(piece.rstrip(" ,")))
