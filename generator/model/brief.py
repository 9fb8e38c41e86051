"""The input: what an editor may write, a model for each mapping of the format (product.md, "The keys")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.model.keys import (
    Because,
    BriefStatus,
    Confidence,
    Dated,
    Id,
    IdOrIds,
    Ids,
    Language,
    Likelihood,
    Motivation,
    Names,
    PartyKind,
    Rendition,
    Rights,
    Share,
    Stance,
    StatusWord,
    Text,
    Texts,
    Url,
    Urls,
    Whereabouts,
    as_tuple,
    listed,
)
from generator.model.source import Location, Tree
from generator.model.text import Canonical

UNKNOWN = "unknown"
"""The `via` entry of a report that was passed on without saying from whom."""


class Entry(BaseModel):
    """One mapping of the format: no key beside its own, never changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def as_selector(value: object) -> object:
    """A bare string is short for `exact`."""
    return {"exact": value} if isinstance(value, str) else value


def as_selectors(value: object) -> object:
    """A lone passage where several may stand is a list of one."""
    return tuple(as_selector(v) for v in value) if isinstance(value, list) else (as_selector(value),)


def as_reports(value: object) -> object:
    """A report is a mapping, or a bare string (its quote); a source may give several, as a list."""
    reports = value if isinstance(value, list) else [value]
    return tuple({"quote": r} if isinstance(r, str) else r for r in reports)


def unread(_: object) -> object:
    """Nothing, whatever is written: it is neither checked nor kept."""
    return ()


# --- brief.yml ---


class Selector(Entry):
    """A W3C `TextQuoteSelector` (Web Annotation Data Model, 4.2.4)."""

    exact: str
    prefix: Text | None = None
    suffix: Text | None = None


class Together(Entry):
    """Parties that stand side by side at one place of a chain."""

    together: Annotated[tuple[Text, ...], BeforeValidator(as_tuple), Field(min_length=2)]


Link: TypeAlias = Text | Together
"""One place in an attribution chain: a registered id, a text that only describes, `unknown`, or several."""


class Translation(Entry):
    """A quotation in the brief's language, and who translated it."""

    text: Text
    by: Text | None = None


Selectors: TypeAlias = Annotated[tuple[Selector, ...], BeforeValidator(as_selectors), Field(min_length=1)]


class Report(Entry):
    """How one source reports one claim."""

    quote: Selectors
    where: Literal["body", "title"] = Field("body", alias="in")
    stance: Stance = "supports"
    value: Text | None = None
    unit: Text | None = None
    scope: Text | None = None
    as_of: Dated | None = None
    when: Dated | None = None
    via: Annotated[tuple[Link, ...], BeforeValidator(listed)] = ()
    via_quote: Annotated[Selector | None, BeforeValidator(as_selector)] = None
    hedge: Text | None = None
    translation: Translation | None = None
    note: Text | None = None


class Overrule(Entry):
    """The editor's status in place of the computed one."""

    status: StatusWord
    because: Because
    note: Text | None = None


class Assessment(Entry):
    """The editors' own judgement of a claim (ICD 203), never mixed with a source's hedge."""

    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    why: Text


class Claim(Entry):
    """One statement that can be true or false, and who reports it."""

    id: Id
    claim: Text
    reports: Annotated[
        Mapping[str, Annotated[tuple[Report, ...], BeforeValidator(as_reports), Field(min_length=1)]],
        Field(min_length=1),
    ]
    when: Dated | None = None
    measure: Text | None = None
    tolerance: Share | None = None
    unchecked: Ids = ()
    overrule: Overrule | None = None
    assessment: Assessment | None = None
    note: Text | None = None
    aliases: Ids = ()
    reviewed_by: Names = ()


class Note(Entry):
    """An annotation that is no claim, on a passage or on a whole source."""

    source: Id
    note: Text
    quote: Annotated[Selector | None, BeforeValidator(as_selector)] = None
    motivation: Motivation = "commenting"
    links: Urls = ()


class Correction(Entry):
    """What a published brief said and says now."""

    date: Dated
    was: Text
    now: Text
    why: Text
    claim: Id | None = None
    minor: bool = False


class Annotations(Entry):
    """What `brief.yml` holds."""

    title: Text
    summary: Text
    date: Dated
    status: BriefStatus = "published"
    author: Names = ()
    reviewed_by: Names = ()
    updated: Dated | None = None
    language: Language = "en"
    notice: Text | None = None
    tags: Texts = ()
    sources: Ids = ()
    aliases: Ids = ()
    related: Ids = ()
    supersedes: IdOrIds = ()
    claims: Annotated[tuple[Claim, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    notes: Annotated[tuple[Note, ...], BeforeValidator(as_tuple)] = ()
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(as_tuple)] = ()
    suggested: Annotated[tuple[Claim, ...], BeforeValidator(unread)] = ()
    """Always empty: drafts are nobody's claims until an editor moves them up."""


# --- articles/<id>.md and parties.yml ---


class FrontMatter(Entry):
    """What an article file says above its body."""

    outlet: Id
    title: Text
    author: Names = ()
    published: Dated | None = None
    updated: Dated | None = None
    accessed: Dated | None = None
    url: Url | None = None
    archive_url: Url | None = None
    language: Language | None = None
    rendition: Rendition = "verbatim"
    based_on: Annotated[tuple[Text, ...], BeforeValidator(listed)] = ()
    rights: Rights = "excerpts"
    text: Whereabouts = "here"
    aliases: Ids = ()


class Party(Entry):
    """An outlet, agency, institution or person."""

    name: Text
    full_name: Text | None = None
    kind: PartyKind | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    role: Text | None = None
    url: Url | None = None
    part_of: Id | None = None
    aliases: Texts = ()


KEYS = frozenset(
    field.alias or name for entry in Entry.__subclasses__() for name, field in entry.model_fields.items()
)
"""Every key of the format, wherever it may stand."""


# --- What validation puts together ---


@dataclass(frozen=True, slots=True)
class Article:
    """One report: front matter and canonical text, which begins on the line `body_line` of `file`, from 1. Of a
    withheld text it holds the quotes alone, and `checked` is the day (ISO 8601) of the lock that has them."""

    id: str
    file: str
    meta: FrontMatter
    title: Canonical
    body: Canonical
    body_line: int
    tree: Tree
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """The register: parties by id."""

    by_id: Mapping[str, Party]
    _ends: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def name(self, id_: str) -> str:
        """A party's name; a text that only describes is its own name."""
        return self.by_id[id_].name if id_ in self.by_id else id_

    def topmost(self, id_: str) -> str:
        """The end of `part_of` from `id_` on. Validation has refused cycles."""
        seen = {id_: None}
        while id_ not in self._ends:
            above = self.by_id[id_].part_of
            if not above or above not in self.by_id or above in seen:
                break
            seen[id_ := above] = None
        self._ends.update(dict.fromkeys(seen, end := self._ends.get(id_, id_)))
        return end


@dataclass(frozen=True, slots=True)
class Brief:
    """One event or question: what the editor wrote, with the articles in the order of columns.

    `doubtful` are the places of quotes whose context was refused, `dead` addresses that are gone, with the day since.
    """

    slug: str
    annotations: Annotations
    articles: Mapping[str, Article]
    parties: Parties
    tree: Tree
    doubtful: frozenset[Location] = frozenset()
    dead: Mapping[str, str] = field(default_factory=dict)

    def language_of(self, source: str) -> str:
        """The language of a source's article; the brief's where the article gives none."""
        return self.articles[source].meta.language or self.annotations.language
