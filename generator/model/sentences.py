"""Paragraphs and sentences of a canonical text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.source import Span

_NO_PLAIN_LINE = re.compile(r"\n(?:## |[^\S\n]+(?:\n|\Z))")
"""A subheading, or a blank line with white space in it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text, trimmed. The span of a subheading leaves out its `## `."""

    span: Span
    is_heading: bool = False


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The blocks between blank lines, in order; a line that starts with `## ` is a block of its own."""
    blocks: list[Paragraph] = []
    start = position = 0
    if not text.startswith("## ") and not _NO_PLAIN_LINE.search(text):
        for block in text.split("\n\n"):
            if trimmed := block.strip():
                first = start + (0 if block[0] == trimmed[0] else len(block) - len(block.lstrip()))
                blocks.append(Paragraph(Span(first, first + len(trimmed))))
            start += len(block) + 2
        return tuple(blocks)
    for line in [*text.split("\n"), ""]:
        heading = line.startswith("## ")
        if heading or not line.strip() or position >= len(text):
            blocks += _trimmed(text, start, min(position, len(text)), is_heading=False)
            start = position
        if heading:
            blocks += _trimmed(text, position + 3, position + len(line), is_heading=True)
            start = position + len(line)
        position += len(line) + 1
    return tuple(blocks)


def _trimmed(text: str, start: int, end: int, *, is_heading: bool) -> list[Paragraph]:
    block = text[start:end]
    trimmed = block.strip()
    if not trimmed:
        return []
    start += len(block) - len(block.lstrip())
    return [Paragraph(Span(start, start + len(trimmed)), is_heading)]


# --- Sentences ---

# The mark begins with one class of characters, so that `re` can skip to the next of them.
_STOP = re.compile(
    r"""
    (?P<mark> [.!?…‽。！？｡] (?: (?<=[.!?…‽]) [.!?…‽]* | (?<=[。！？｡]) [。！？｡]* ) )
    (?P<close> [\])}"'’”»›」』）】]* )
    (?P<space> \s* )
    """,
    re.VERBOSE,
)
_OPENING = "\"'‘’“”„‚«»‹›([{¿¡—–-…. 「『（【"
_NO_WORD = re.compile(r"[\s\"'“”‘’„‚«»()\[\]{}—–/]")
_WORD = re.compile(r"[\w'’]*")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_GO_ON = _words(
    """
    mr mrs ms mx messrs dr prof st ste sen rep gov gen col lt sgt cpl pvt capt cmdr adm maj brig pres rev hon amb
    atty asst supt det insp fr hr frau sr sra srta mme mlle mm m vs v cf approx ca c al resp bzw dvs d.v.s e.g i.e z.b
    d.h u.a s.a s.k t.ex bl.a p.g.a m.fl o.a t.o.m fr.o.m vgl geb gest kl mt ft
    """
)
"""Abbreviations after which a sentence goes on, whatever follows."""

_BEFORE_NUMBER = _words(
    """
    no nos nr núm num fig figs vol art sec ch p pp pt para par abs kap s st c ca approx est op cap
    jan feb mar apr jun jul aug sep sept oct nov dec okt dez mai maj märz januari februari mars
    janv févr avr juil août déc ene abr ago dic
    """
)
"""Abbreviations after which a sentence goes on when a number follows."""

_MAY_END = _words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec okt dez a.m p.m inc ltd co corp llc plc ag gmbh jr sr etc
    usw calif fla ariz colo conn mich minn okla tenn tex wis m.m osv mfl ave blvd rd hwy dept univ assn bros mt est
    """
)
"""Abbreviations that may end a sentence: they do where a word follows that often begins one."""

_STARTERS = _words(
    """
    the a an this that these those he she it they we you i his her its their our in on at by for from with as after
    before when while if but and or so yet however there here what who why how where although though since until
    during meanwhile also according officials some many most several no not all both one two
    der die das ein eine er sie es wir ihr ich und aber im am bei nach vor als wenn doch auch dies diese
    le la les un une il elle ils elles on nous vous ce cette ces mais et dans en au aux pour selon
    el los las una ella ellos pero y según para con
    den det de en ett han hon vi du jag men och i på vid efter när om enligt
    """
)

_MONTHS = _words(
    """
    januar februar märz april mai juni juli august september oktober november dezember jänner
    januari februari mars maj augusti december march may june july january february october
    """
)


def sentences(text: str, block: Paragraph) -> tuple[Span, ...]:
    """The sentences of a block of `text` in order, trimmed. Errs towards longer sentences."""
    return tuple(_sentences_of(text, block.span))


def _sentences_of(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        if match.end() >= block.end:
            break
        if match.start() >= start and _ends_sentence(text, match, block.end):
            yield Span(start, match.end("close"))
            start = match.end()
    yield Span(start, block.end)


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    if match["mark"][0] in "。！？｡":
        return True
    if not match["space"]:
        return False
    following = text[match.end() : min(end, match.end() + 40)].lstrip(_OPENING)
    if following[:1].islower():
        return False
    if match["mark"] != "." or match["close"].strip("\"'’”»›"):
        return True
    return _stop_ends_sentence(text[max(0, match.start() - 25) : match.start()], following)


def _stop_ends_sentence(before: str, following: str) -> bool:
    """Whether the one full stop between the two ends a sentence, or only an abbreviation."""
    word = _NO_WORD.split(before)[-1]
    key = word.casefold()
    if following[:1].isdigit() and key in _BEFORE_NUMBER:
        return False
    if word.isdigit() and len(word) <= 2:
        return _word(following) not in _MONTHS
    if key in _GO_ON:
        return False
    is_initial = len(word) == 1 and word.isupper()
    has_stops = "." in word and all(len(part) <= 2 for part in word.split("."))
    if is_initial or has_stops or key in _MAY_END:
        return _word(following) in _STARTERS
    return True


def _word(text: str) -> str:
    """The word that `text` begins with, without case."""
    found = _WORD.match(text)
    return found[0].casefold() if found else ""
