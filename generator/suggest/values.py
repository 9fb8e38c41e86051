"""What suggesting works on and what it comes to, as values: articles, statements, drafts of reports and claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.model.dates import Date
from generator.model.figure import Figure
from generator.model.source import Span
from generator.model.text import Canonical

Link: TypeAlias = str | tuple[str, ...]
"""One place of a chain: an id, a text that describes, `unknown`, or several side by side."""

Chain: TypeAlias = tuple[Link, ...]
"""Whom a report had it from, nearest first."""

UNTOLD: Chain = ("unknown",)
"""Passed on without saying from whom."""


@dataclass(frozen=True, slots=True)
class Draftable:
    """An article as far as suggesting needs it: its text, and of its front matter what is there.

    `body` may be the beginning of a very long text; `whole` is all of it, in the same positions.
    """

    id: str
    body: Canonical
    whole: Canonical
    language: str = "en"
    outlet: str = ""
    published: Date | None = None
    before: tuple[str, ...] = ()
    """The parties of its chain before any `via`: the outlet, then `based_on`."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A figure in an article: where its words stand, what is counted, and the value as it may be written.

    `span` covers the words of `value`, `quote` a short passage around them that says what is counted. `noun` is
    the word for what is counted, empty for money, shares and measures.
    """

    span: Span
    value: str
    figure: Figure
    noun: str
    quote: Span


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A date in an article, as EDTF; `as_of` where the words say that something held on it."""

    span: Span
    edtf: Date
    as_of: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A clause of an article that says something, and everything that is said about it there.

    `sentence` is where the clause stands in its article, counted from 0.
    """

    source: str
    span: Span
    sentence: int
    chain: Chain = ()
    via_quote: Span | None = None
    hedge: str = ""
    stance: str = "supports"
    figures: tuple[Counted, ...] = ()
    dates: tuple[Dated, ...] = ()
    is_speech: bool = False


@dataclass(frozen=True, slots=True)
class DraftReport:
    """How one source reports a claim, drafted: the keys of a report that have a value, as they are written."""

    source: str
    keys: Mapping[str, object]
    span: Span


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim, drafted: its words are a source's, for the editor to reword."""

    id: str
    claim: str
    reports: tuple[DraftReport, ...]
    measure: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that report it, each once."""
        return tuple(dict.fromkeys(report.source for report in self.reports))


@dataclass(frozen=True, slots=True)
class Offered:
    """A party that no register holds yet: an id, its name, and a guess at its kind (empty: none)."""

    id: str
    name: str
    kind: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The drafts, those that several sources share first, and the parties that they need registered."""

    claims: tuple[DraftClaim, ...] = ()
    parties: tuple[Offered, ...] = field(default=())
