"""The lock of a brief (`brief.lock.yml`): what its articles said when it was locked, and where each quote stood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.brief import Entry
from generator.model.keys import Id, Text
from generator.model.source import Span

FORM: Literal["1"] = "1"
"""The version of the file's own form."""

DIGEST_PATTERN = r"^(sha256|hmac-sha256):[0-9a-f]{64}$"
SPAN_PATTERN = r"^[0-9]{1,9}-[0-9]{1,9}(, [0-9]{1,9}-[0-9]{1,9})*$"
COUNT_PATTERN = r"^[0-9]{1,9}$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
KEY_PATTERN = r"^[0-9a-f]{16}$"
QUOTE_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,99}/[0-9]{1,6}(/([0-9]{1,6}|via))?$"

AROUND = 32
"""Code points before and after a quote that are kept."""

Digest: TypeAlias = Annotated[str, Field(pattern=DIGEST_PATTERN)]


def is_day(text: str) -> bool:
    """Whether a text of the form `2026-03-04` is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(text: str) -> str:
    if not is_day(text):
        raise PydanticCustomError("date", "there is no such day: {day}", {"day": text})
    return text


class State(StrEnum):
    """What became of a quote when its article's text changed (product.md, "Quotes: fail closed")."""

    EXACT = "exact"
    MOVED = "moved"
    IMMATERIAL = "immaterial"
    MATERIAL = "material"
    LOST = "lost"


class LockedQuote(Entry):
    """Where a quote stood, part by part, in code points of the canonical text, and what was around it.

    `digest` is of the folded words, parts joined by ` [...] `. `before` and `after` are words of the article, or
    keyed digests of its folded words where the text is withheld; nothing at an end of the text. `refused` says that
    it stands otherwise, or not at all, in the text of which the source has the digest, and that this was not taken.
    """

    span: Annotated[str, Field(pattern=SPAN_PATTERN)]
    where: Literal["body", "title"] = Field("body", alias="in")
    digest: Digest
    before: str = ""
    after: str = ""
    refused: Literal["material", "lost"] | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The parts."""
        ends = (part.split("-") for part in self.span.split(", "))
        return tuple(Span(int(start), int(end)) for start, end in ends)


class LockedSource(Entry):
    """One article as it was on the day `locked`: the digests of its canonical text and title, and where it was from.

    `length` is in code points. `text: withheld` says that the digests are keyed. Quotes go by claim, report and
    quote, counted from 0, or by the number of their note: `wage/0/0`, `wage/0/via`, `notes/2`.
    """

    locked: Annotated[str, Field(pattern=DAY_PATTERN), AfterValidator(_day)]
    digest: Digest
    length: Annotated[str, Field(pattern=COUNT_PATTERN)]
    title: Digest
    text: Literal["here", "withheld"] = "here"
    url: Text | None = None
    archive_url: Text | None = None
    published: Text | None = None
    updated: Text | None = None
    accessed: Text | None = None
    quotes: Mapping[Annotated[str, Field(pattern=QUOTE_PATTERN)], LockedQuote] = Field(default_factory=dict)


class Lock(Entry):
    """What `brief.lock.yml` holds. `normalisation` is that of `model.text`; `key` names the key of keyed digests."""

    lock: Literal["1"]
    normalisation: Annotated[str, Field(pattern=COUNT_PATTERN)]
    key: Annotated[str, Field(pattern=KEY_PATTERN)] | None = None
    sources: Mapping[Id, LockedSource]
