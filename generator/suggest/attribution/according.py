"""Finds “according to NP”, and who stands behind a document that is named there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.suggest.attribution.phrases import BY, DOCUMENT, OWNED, PAPER
from generator.suggest.attribution.speakers import speaker
from generator.suggest.attribution.values import Told
from generator.suggest.speech import Speech, compiled
from generator.suggest.verbs import finite_verb


def according(sentence: str, words: Speech, language: str) -> Iterator[Told]:
    """“according to NP”, wherever it stands; “citing NP” after a reporter is found with the reporter."""
    for match in compiled(rf"(?:^|(?<=\s))(?:{words.according})\s+").finditer(sentence):
        end = _np_end(sentence, match.end(), language, opens=not sentence[: match.start()].strip(' "'))
        named = sentence[match.end() : end]
        by, reporters = _document(named)
        who = speaker(by, language)
        if not who:
            continue
        start = match.start()
        start -= len(sentence[:start]) - len(sentence[:start].rstrip(" ,"))
        if not sentence[:start].strip(' "'):
            start = 0
        yield Told(start, end, who, reporters, outer=True)


# --- Private functions ---


def _np_end(sentence: str, start: int, language: str, *, opens: bool) -> int:
    """Where the name after “according to” ends: at a comma that no apposition follows, or where a clause begins."""
    stop = re.compile(r"[,;:\"]|\.\s*$|$").search(sentence, start)
    end = stop.start() if stop else len(sentence)
    relative = (
        re.compile(r",\s+(?:who|which|som|vilket)\b[^,;]*(?=,)").match(sentence, end) if opens else None
    )
    if relative:
        return relative.end()
    if opens and language.startswith("sv") and (verb := finite_verb(sentence[start:end], language)) > 0:
        return start + len(sentence[start : start + verb].rstrip())
    if opens and finite_verb(sentence[start:end], "en") >= 0:
        name = re.compile(
            r"(?:the |an? )?[\w'’-]+(?: (?:of|for|the|and|[A-Z][\w'’-]*|[a-z]+(?= (?:[A-Z]|office|"
            r"ministry|agency|police))))*"
        ).match(sentence, start)
        return name.end() if name else end
    if not opens and sentence[end : end + 1] == ",":
        more = re.compile(r",\s+(?:who|which|an?|the|som|\d+)\b[^,;\"]*").match(sentence, end)
        if more and not sentence[more.end() :].strip(' .,"'):
            return more.end()
        if not sentence[end:].strip(" .,"):
            return len(sentence.rstrip())
    if not sentence[end:].strip(' .!?"'):
        return len(sentence.rstrip())
    return end


def _document(named: str) -> tuple[str, tuple[str, ...]]:
    """Whose a document is (“figures that the council published”), and who saw it (“a memo seen by FinWire”)."""
    if owned := OWNED.match(named):
        return owned["whose"], ()
    by = BY.search(named)
    reporters = (by["by"],) if by and not by["by"].islower() else ()
    if (document := DOCUMENT.match(named)) and not reporters:
        return (document["whose"] or document["of"]), ()
    if reporters and by and re.match(PAPER, named, re.IGNORECASE):
        return reporters[-1], ()
    return (named[: by.start()] if by and reporters else named), reporters
