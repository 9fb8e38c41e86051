"""What a release said of a brief, as far as it must be kept: its addresses, claims and corrections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as it was compared: its interval (decimal strings, `None` where unbounded), unit and scope."""

    text: str
    lower: str | None = None
    upper: str | None = None
    lower_closed: bool = True
    upper_closed: bool = True
    unit: str | None = None
    scope: str | None = None

    @property
    def meaning(self) -> tuple[object, ...]:
        """All but the way in which it was written."""
        return self.lower, self.upper, self.lower_closed, self.upper_closed, self.unit, self.scope


@dataclass(frozen=True, slots=True)
class SaidQuote:
    """One contiguous part of a quote, as it stands in the article."""

    exact: str


@dataclass(frozen=True, slots=True)
class SaidTranslation:
    """A quote in the language of the brief."""

    text: str


@dataclass(frozen=True, slots=True)
class SaidReport:
    """How one source reported a claim."""

    source: str
    stance: str = "supports"
    quotes: tuple[SaidQuote, ...] = ()
    value: SaidFigure | None = None
    translation: SaidTranslation | None = None


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """One claim; `status` is the one that was shown, `when` EDTF, `measure` what its figures count."""

    id: str
    claim: str
    status: str
    when: str | None = None
    aliases: tuple[str, ...] = ()
    reports: tuple[SaidReport, ...] = ()
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class SaidSource:
    """One article by its id and the ids that it had before."""

    id: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidCorrection:
    """A correction that was told of; `date` is EDTF."""

    date: str
    was: str
    now: str
    why: str
    claim: str | None = None
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Released:
    """One brief, the part of its `brief.json` that binds the next release; of a withdrawn one its addresses.

    `date` and `updated` are EDTF. `claim_ids` are those of the claims of a withdrawn brief, old ones too: their
    addresses are all that is left of them.
    """

    slug: str
    status: str
    date: str
    updated: str | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[SaidSource, ...] = ()
    claims: tuple[SaidClaim, ...] = ()
    corrections: tuple[SaidCorrection, ...] = ()
    claim_ids: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its slug and its old ones."""
        return self.slug, *self.aliases
