"""About how high an embedded page is: what the code that other sites copy says, since a page can't tell its host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from markupsafe import Markup as Safe

from generator.render.cells import Cell, ReportView
from generator.render.facts import BriefFacts
from generator.render.rows import OverruleView, Row

HIGHEST, STEP = 900, 20
"""In CSS pixels. What is higher scrolls within its frame."""


def brief_height(facts: BriefFacts) -> int:
    """The height of the brief's strip in a column of about 400 pixels, a multiple of `STEP`."""
    strip = _ROW * ceil(len(facts.strip) / 2)
    return _rounded(_ROW + _TITLE.high(facts.title) + _notices(facts) + strip)


def claim_height(row: Row, facts: BriefFacts) -> int:
    """The height of a claim's page in a column of about 400 pixels, a multiple of `STEP`."""
    said = _CLAIM.high(row.claim) + (_overrule(row.overrule) if row.overrule else 0) + _notices(facts)
    return _rounded(30 + said + 11 + sum(11 + _cell(cell) for cell in row.cells))


# --- Private ---


@dataclass(frozen=True, slots=True)
class _Type:
    """How many letters of a kind of text stand on a line, and how far its lines are apart."""

    letters: int
    line: int

    def high(self, text: str) -> int:
        wide = 0 if text.isascii() else sum(east_asian_width(c) in "WF" for c in _MAY_BE_WIDE.findall(text))
        return self.line * ceil((len(text) + wide) / self.letters)


_TITLE, _CLAIM, _QUOTE, _SMALL = _Type(32, 26), _Type(42, 24), _Type(48, 24), _Type(54, 21)
_ROW = 24
_AROUND = 90
"""The border, the space within it, the space around the heading, and the foot."""

_MAY_BE_WIDE = re.compile("[\u1100-\U0010ffff]")
"""No letter before these is as wide as two (UAX 11)."""

_TAG = re.compile("<[^>]*>")


def _rounded(height: int) -> int:
    return min(STEP * ceil((_AROUND + height) / STEP), HIGHEST)


def _notices(facts: BriefFacts) -> int:
    return (40 if facts.state else 0) + (_prose(facts.notice) if facts.notice else 0)


def _prose(text: Safe) -> int:
    return 30 + _SMALL.high(_TAG.sub("", text))


def _overrule(overrule: OverruleView) -> int:
    return 4 * _SMALL.line + (_prose(overrule.note) if overrule.note else 0)


def _cell(cell: Cell) -> int:
    head = _SMALL.high(f"{cell.column.outlet}  {cell.column.meta}")
    return head + (sum(map(_report, cell.reports)) if cell.reports else _SMALL.line)


def _report(report: ReportView) -> int:
    quotes = sum(_QUOTE.high(" […] ".join(quote.parts)) + 3 for quote in report.quotes)
    names = [f"from {name.text} {name.role or ''}" for place in report.attribution.chain for name in place]
    chain = _SMALL.high(" ".join(names) or "on its own authority")
    translation = _SMALL.high(f"translation {report.translation.text}") if report.translation else 0
    said = [report.figure and report.figure.words, report.scope, report.as_of, report.when, report.hedge]
    details = _SMALL.high(" ".join(f"figure {each}" for each in said if each))
    return quotes + chain + translation + details + (_ROW if report.stance else 0)
