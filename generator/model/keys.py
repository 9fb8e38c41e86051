"""The values that one key may take, each with the faults of its own."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_core import PydanticCustomError

from generator.model.dates import Date, parse_date

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,99}$"
"""Ids and slugs: they become addresses and file names, alike on every file system."""


def _not_blank(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty", "this is empty")
    return value


def listed(value: object) -> object:
    """A lone value where a list may stand is a list of one."""
    return tuple(value) if isinstance(value, list) else (value,)


def as_tuple(value: object) -> object:
    """A list as a tuple; anything else as it is, for pydantic to refuse."""
    return tuple(value) if isinstance(value, list) else value


def read_date(value: object) -> object:
    """An EDTF text as a `Date`; anything but a text as it is, for pydantic to refuse."""
    if not isinstance(value, str):
        return value
    date, fault = parse_date(value)
    if date is None:
        raise PydanticCustomError("date", "{fault}", {"fault": fault})
    return date


def read_share(value: object) -> object:
    """`30%` as `Decimal("0.3")`."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*%\s*", value)
    if not match:
        raise PydanticCustomError("tolerance", "this is not a share in per cent, like 30%")
    return Decimal(match[1]) / 100


Text: TypeAlias = Annotated[str, BeforeValidator(_not_blank)]
Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN)]
Url: TypeAlias = Annotated[str, Field(pattern=r"^https?://[^\s/?#]+[^\s]*$", max_length=2000)]
Language: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Dated: TypeAlias = Annotated[InstanceOf[Date], BeforeValidator(read_date)]
Share: TypeAlias = Annotated[InstanceOf[Decimal], BeforeValidator(read_share)]
Texts: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(as_tuple)]
Names: TypeAlias = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Ids: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(as_tuple)]
IdOrIds: TypeAlias = Annotated[tuple[Id, ...], BeforeValidator(listed)]
Urls: TypeAlias = Annotated[tuple[Url, ...], BeforeValidator(as_tuple)]

Stance: TypeAlias = Literal["supports", "denies", "questions"]
StatusWord: TypeAlias = Literal["corroborated", "repeated", "differs", "not comparable", "one source"]
Because: TypeAlias = Literal["scope", "time", "definition", "source", "rounding", "revision"]
Motivation: TypeAlias = Literal[
    "commenting", "describing", "identifying", "questioning", "assessing", "linking", "classifying"
]
Rendition: TypeAlias = Literal["verbatim", "translation", "adaptation", "paraphrase"]
Rights: TypeAlias = Literal["full", "excerpts", "none"]
Whereabouts: TypeAlias = Literal["here", "withheld"]
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

LIKELIHOOD_STEPS: tuple[tuple[Likelihood, Likelihood, int, int], ...] = (
    ("almost no chance", "remote", 1, 5),
    ("very unlikely", "highly improbable", 5, 20),
    ("unlikely", "improbable", 20, 45),
    ("roughly even chance", "roughly even odds", 45, 55),
    ("likely", "probable", 55, 80),
    ("very likely", "highly probable", 80, 95),
    ("almost certain", "nearly certain", 95, 99),
)
"""Each step in both wordings, and from how many to how many per cent it means (ICD 203, the same table)."""
