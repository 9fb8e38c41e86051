"""The input: what an editor may write, a model for each mapping of the format (product.md, "The keys")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf
from pydantic_core import PydanticCustomError

from generator.model.dates import Date, parse_date
from generator.model.source import Tree
from generator.model.text import Canonical

UNKNOWN = "unknown"
"""The `via` entry of a report that was passed on without saying from whom."""

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,99}$"


class Entry(BaseModel):
    """One mapping of the format: no key beside its own, never changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


# --- Values of one key ---


def _not_blank(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty", "this is empty")
    return value


def _listed(value: object) -> object:
    """A lone value where a list may stand is a list of one."""
    return tuple(value) if isinstance(value, list) else (value,)


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    date, fault = parse_date(value)
    if date is None:
        raise PydanticCustomError("date", "{fault}", {"fault": fault})
    return date


def _share(value: object) -> object:
    """`30%` as `Decimal("0.3")`."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*%\s*", value)
    if not match:
        raise PydanticCustomError("tolerance", "this is not a share in per cent, like 30%")
    return Decimal(match[1]) / 100


def _selector(value: object) -> object:
    """A bare string is short for `exact`."""
    return {"exact": value} if isinstance(value, str) else value


def _selectors(value: object) -> object:
    return tuple(_selector(v) for v in value) if isinstance(value, list) else (_selector(value),)


def _reports(value: object) -> object:
    """A report is a mapping, or a bare string (its quote); a source may give several, as a list."""
    reports = value if isinstance(value, list) else [value]
    return tuple({"quote": r} if isinstance(r, str) else r for r in reports)


Text: TypeAlias = Annotated[str, BeforeValidator(_not_blank)]
Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN)]
Url: TypeAlias = Annotated[str, Field(pattern=r"^https?://[^\s/?#]+[^\s]*$", max_length=2000)]
Language: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Dated: TypeAlias = Annotated[InstanceOf[Date], BeforeValidator(_date)]
Share: TypeAlias = Annotated[InstanceOf[Decimal], BeforeValidator(_share)]
Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(_tuple)]
Names: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
Ids: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(_tuple)]
IdOrIds: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(_listed)]
Urls: TypeAlias = Annotated[tuple[Url, ...], BeforeValidator(_tuple)]

Stance: TypeAlias = Literal["supports", "denies", "questions"]
StatusWord: TypeAlias = Literal["corroborated", "repeated", "differs", "not comparable", "one source"]
Because: TypeAlias = Literal["scope", "time", "definition", "source", "rounding", "revision"]
Motivation: TypeAlias = Literal[
    "commenting", "describing", "identifying", "questioning", "assessing", "linking", "classifying"
]
Rendition: TypeAlias = Literal["verbatim", "translation", "adaptation", "paraphrase"]
Rights: TypeAlias = Literal["full", "excerpts", "none"]
BriefStatus: TypeAlias = Literal["draft", "published", "withdrawn"]
PartyKind: TypeAlias = Literal["newspaper", "broadcaster", "agency", "government", "organisation", "person"]
Confidence: TypeAlias = Literal["low", "moderate", "high"]
Likelihood: TypeAlias = Literal[
    "almost no chance", "remote",
    "very unlikely", "highly improbable",
    "unlikely", "improbable",
    "roughly even chance", "roughly even odds",
    "likely", "probable",
    "very likely", "highly probable",
    "almost certain", "nearly certain",
]  # fmt: skip
"""The seven steps of ICD 203 (2015), D.6.e.(2)(a), in both of its wordings."""


# --- brief.yml ---


class Selector(Entry):
    """A W3C `TextQuoteSelector` (Web Annotation Data Model, 4.2.4)."""

    exact: str
    prefix: Text | None = None
    suffix: Text | None = None


class Together(Entry):
    """Parties that stand side by side at one place of a chain."""

    together: Annotated[tuple[Text, ...], BeforeValidator(_tuple), Field(min_length=2)]


Link: TypeAlias = Text | Together
"""One place in an attribution chain: a registered id, a text that only describes, `unknown`, or several."""


class Translation(Entry):
    """A quotation in the brief's language, and who translated it."""

    text: Text
    by: Text | None = None


Selectors: TypeAlias = Annotated[tuple[Selector, ...], BeforeValidator(_selectors), Field(min_length=1)]


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
    via: Annotated[tuple[Link, ...], BeforeValidator(_listed)] = ()
    via_quote: Annotated[Selector | None, BeforeValidator(_selector)] = None
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
        Mapping[str, Annotated[tuple[Report, ...], BeforeValidator(_reports), Field(min_length=1)]],
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
    quote: Annotated[Selector | None, BeforeValidator(_selector)] = None
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
    claims: Annotated[tuple[Claim, ...], BeforeValidator(_tuple), Field(min_length=1)]
    notes: Annotated[tuple[Note, ...], BeforeValidator(_tuple)] = ()
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(_tuple)] = ()


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
    based_on: Annotated[tuple[Text, ...], BeforeValidator(_listed)] = ()
    rights: Rights = "excerpts"


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


# --- What validation puts together ---


@dataclass(frozen=True, slots=True)
class Article:
    """One report: front matter and canonical text.

    `body_line` is the line of `file`, from 1, on which the canonical body begins.
    """

    id: str
    file: str
    meta: FrontMatter
    title: Canonical
    body: Canonical
    body_line: int
    tree: Tree


@dataclass(frozen=True, slots=True)
class Parties:
    """The register: parties by id."""

    by_id: Mapping[str, Party]

    def name(self, id_: str) -> str:
        """A party's name; a text that only describes is its own name."""
        return self.by_id[id_].name if id_ in self.by_id else id_

    def topmost(self, id_: str) -> str:
        """The end of `part_of` from `id_` on. Validation has refused cycles."""
        seen = {id_}
        while (above := self.by_id[id_].part_of) and above in self.by_id and above not in seen:
            id_ = above
            seen.add(id_)
        return id_


@dataclass(frozen=True, slots=True)
class Brief:
    """One event or question: what the editor wrote, with the articles in the order of columns."""

    slug: str
    annotations: Annotations
    articles: Mapping[str, Article]
    parties: Parties
    tree: Tree

    def language_of(self, source: str) -> str:
        """The language of a source's article; the brief's where the article gives none."""
        return self.articles[source].meta.language or self.annotations.language
