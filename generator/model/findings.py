"""The results: where each quote stands, and what comparing the reports of each claim gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.model.brief import Brief, Claim, Note, Report
from generator.model.figure import Figure
from generator.model.source import Path, Span


class Status(StrEnum):
    """What comparing the reports of a claim gives (product.md, "Comparison")."""

    CORROBORATED = "corroborated"
    REPEATED = "repeated"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not comparable"
    ONE_SOURCE = "one source"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One contiguous passage: `exact` is the slice `span` of the article's body or title."""

    span: Span
    exact: str
    where: str
    """`body` or `title`."""


Quotation: TypeAlias = tuple[Anchor, ...]
"""A quote as it stands: one anchor for each part around `[...]`, in order."""

Anchors: TypeAlias = Mapping[Path, Quotation]
"""Every quote by its path in the normalised shape: `("claims", 0, "reports", "herald", 0, "quote", 0)`,
`("claims", 0, "reports", "herald", 0, "via_quote")`, `("notes", 0, "quote")`."""


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One report with its quotations and its figure.

    `chain` holds the registered parties that the report rests on (outlet, `based_on`, `via`), each as its
    topmost party by `part_of`. `traceable` is false where it is not known from whom the outlet had it.
    `agrees` says whether it is one of the reports over which the claim's origins were counted.
    """

    source: str
    report: Report
    quotations: tuple[Quotation, ...]
    via_quotation: Quotation | None
    figure: Figure | None
    chain: frozenset[str]
    traceable: bool
    agrees: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, or two `when` dates, of different sources side by side.

    `left` and `right` are indexes into the claim's `reports`, ascending; `of` is `figure` or `when`. `common` is
    whether they have a value in common, `None` where they can't be compared: then `why` says so in words
    ("another scope", "units that do not convert", "dates that do not overlap").
    """

    left: int
    right: int
    of: str
    common: bool | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """What the reports of one claim come to. `reports` are in the order of columns."""

    claim: Claim
    reports: tuple[ReportFinding, ...]
    computed: Status
    origins: int
    comparisons: tuple[Comparison, ...] = ()

    @property
    def status(self) -> Status:
        """The editor's status where there is one, else the computed."""
        overrule = self.claim.overrule
        return Status(overrule.status) if overrule else self.computed

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that report the claim, each once, in the order of columns."""
        return tuple(dict.fromkeys(report.source for report in self.reports))

    def of(self, source: str) -> tuple[ReportFinding, ...]:
        """The reports of one source."""
        return tuple(report for report in self.reports if report.source == source)


@dataclass(frozen=True, slots=True)
class NoteFinding:
    """A note with the passage it is on, or on the whole source."""

    note: Note
    quotation: Quotation | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is known of a brief once it is compared."""

    brief: Brief
    claims: tuple[ClaimFinding, ...]
    notes: tuple[NoteFinding, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A brief as another one names it: where it is found now, and its title."""

    slug: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Known:
    """A registered party as the briefs' register has it, for pages across briefs."""

    party: str
    name: str
    full_name: str | None = None
    kind: str | None = None
    country: str | None = None
    role: str | None = None
    url: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """One article of an outlet in a brief. `published` is EDTF."""

    source: str
    title: str
    language: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One claim that an outlet reports, in one article of its own or in several."""

    claim: str
    alone: bool
    """No other outlet of the brief reports it."""
    denied: bool
    """A report of the outlet denies or questions it."""
    unchecked: bool
    """An article of another outlet was not read for it: that one may report it too."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet of a brief with its articles and the claims that they report, each claim once."""

    party: str
    articles: tuple[Printed, ...]
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One claim that can be followed to a registered party."""

    party: str
    claim: str
    outlets: tuple[str, ...]
    """Ids of the outlets that had it from the party."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction of a brief, for pages across briefs. `claim` is the id of the claim it is about, `date` EDTF."""

    date: str
    sort_date: str
    was: str
    now: str
    why: str
    claim: str | None
    minor: bool


@dataclass(frozen=True, slots=True)
class Record:
    """What pages across briefs need of one brief, and no more: texts, numbers and lists of them.

    Dates are EDTF: in which language they are said is the page's business.
    """

    slug: str
    title: str
    summary: str
    date: str
    sort_date: str
    """ISO date by which briefs are ordered."""
    status: str
    language: str
    notice: str | None
    revised: str
    tags: tuple[str, ...]
    counts: Mapping[str, int]
    """Claims by status, in the order of `Status`."""
    sources: int
    claims: Mapping[str, str]
    """The text of each claim by its id."""
    parties: tuple[Known, ...]
    """The outlets and origins, and those that they are part of."""
    outlets: tuple[Outlet, ...]
    origins: tuple[Origin, ...]
    author: tuple[str, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    unreviewed: int = 0
    """How many claims nobody has reviewed."""
