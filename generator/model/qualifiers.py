"""The words that make an amount an interval: "about", "more than", and what people write for them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.numerals import primary

LEADING: dict[str, dict[str, str]] = {
    "en": {
        "exactly": "exactly|precisely|=",
        "about": "about|around|roughly|approximately|approx.|approx|circa|ca.|ca|c.|some|nearly|almost|close to|"
        "an estimated|estimated|estimated at|in the region of|more or less|on the order of|~|≈|±",
        "at least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|"
        "minimum|min.|upwards of|>=|≥",
        "more than": "more than|over|above|in excess of|well over|just over|slightly more than|greater than|"
        "exceeding|north of|>",
        "at most": "at most|no more than|not more than|a maximum of|maximum of|maximum|max.|not exceeding|<=|≤",
        "up to": "up to|as many as|as much as",
        "fewer than": "fewer than|less than|under|below|just under|well under|slightly less than|short of|<",
        "to": "between|from|anywhere between|anywhere from",
    },
    "sv": {
        "exactly": "exakt|precis",
        "about": "omkring|ungefär|cirka|c:a|runt|kring|uppskattningsvis|nästan|närmare|i runda tal",
        "at least": "minst|åtminstone|inte färre än|inte mindre än|lägst",
        "more than": "mer än|mera än|fler än|flera än|över|drygt",
        "at most": "högst|inte mer än|inte fler än|maximalt|som mest",
        "up to": "upp till|upp emot|uppemot|så många som|så mycket som",
        "fewer than": "färre än|mindre än|under|knappt",
        "to": "mellan|från",
    },
    "de": {
        "exactly": "genau|exakt",
        "about": "rund|etwa|ungefähr|circa|zirka|ca.|um die|fast|beinahe|nahezu|schätzungsweise",
        "at least": "mindestens|wenigstens|zumindest|nicht weniger als|minimal",
        "more than": "mehr als|über|gut",
        "at most": "höchstens|maximal|nicht mehr als|allenfalls",
        "up to": "bis zu|so viele wie",
        "fewer than": "weniger als|unter|knapp",
        "to": "zwischen|von",
    },
    "fr": {
        "exactly": "exactement|précisément",
        "about": "environ|près de|à peu près|autour de|quelque|quelques|presque|approximativement|autour d'|près d'",
        "at least": "au moins|pas moins de|au minimum|un minimum de",
        "more than": "plus de|plus d'|au-delà de|supérieur à",
        "at most": "au plus|au maximum|tout au plus|pas plus de|un maximum de",
        "up to": "jusqu'à|jusqu’à",
        "fewer than": "moins de|moins d'|en dessous de|inférieur à",
        "to": "entre|de",
    },
    "es": {
        "exactly": "exactamente",
        "about": "unos|unas|cerca de|aproximadamente|alrededor de|casi|en torno a",
        "at least": "al menos|por lo menos|como mínimo|no menos de|un mínimo de",
        "more than": "más de|por encima de",
        "at most": "como máximo|a lo sumo|no más de|un máximo de",
        "up to": "hasta",
        "fewer than": "menos de|por debajo de",
        "to": "entre|de",
    },
    "no": {
        "exactly": "nøyaktig",
        "about": "omtrent|rundt|cirka|ca.|om lag|omkring|nesten|nærmere",
        "at least": "minst|ikke mindre enn|ikke færre enn",
        "more than": "mer enn|flere enn|over",
        "at most": "høyst|maksimalt|ikke mer enn|ikke flere enn",
        "up to": "opptil|inntil|opp til",
        "fewer than": "færre enn|mindre enn|under",
        "to": "mellom|fra",
    },
    "da": {
        "exactly": "præcis|nøjagtig",
        "about": "omkring|cirka|ca.|omtrent|næsten|rundt regnet",
        "at least": "mindst|ikke mindre end|ikke færre end",
        "more than": "mere end|flere end|over",
        "at most": "højst|maksimalt|ikke mere end|ikke flere end",
        "up to": "op til|optil",
        "fewer than": "færre end|mindre end|under",
        "to": "mellem|fra",
    },
}

TRAILING: dict[str, dict[str, str]] = {
    "en": {
        "about": "or so|approximately|roughly|or thereabouts",
        "at least": "or more|or over|at least|plus|+|at a minimum|minimum",
        "at most": "or fewer|or less|or under|at most|at the most|maximum",
    },
    "sv": {"at least": "eller fler|eller mer", "at most": "eller färre|eller mindre"},
    "de": {"at least": "oder mehr", "at most": "oder weniger"},
    "fr": {"about": "environ", "at least": "ou plus|au moins", "at most": "ou moins|au plus|au maximum"},
    "es": {"at least": "o más|al menos", "at most": "o menos|como máximo"},
}

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"

BETWEEN: dict[str, str] = {
    "en": f"to|and|or|through|{'|'.join(DASHES)}",
    "sv": "till|och|eller|upp till",
    "de": "bis|und|oder|bis zu",
    "fr": "à|et|ou",
    "es": "a|y|o",
    "no": "til|og|eller",
    "da": "til|og|eller",
}


def leading(text: str, language: str) -> tuple[str | None, str]:
    """The qualifier that `text` opens with, or `None`, and the rest."""
    match = _pattern(primary(language)).match(text)
    return (
        (_words(primary(language), "leading")[match[1].casefold()], text[match.end() :])
        if match
        else (None, text)
    )


def trailing(text: str, language: str) -> tuple[str | None, str]:
    """The qualifier that stands at either end of what follows a number, or `None`, and the rest."""
    folded = " ".join(text.split())
    if not folded:
        return None, text
    caseless, known = folded.casefold(), _words(primary(language), "trailing")
    spelt = tuple(known)
    if not caseless.endswith(spelt) and not caseless.startswith(spelt):
        return None, text
    for words, qualifier in known.items():
        size = len(words)
        if caseless.endswith(words) and not folded[: len(folded) - size][-1:].isalpha():
            return qualifier, folded[: len(folded) - size].strip()
        if caseless.startswith(words) and not folded[size : size + 1].isalpha():
            return qualifier, folded[size:].strip()
    return None, text


def joint(between: str, language: str) -> tuple[str, str] | None:
    """What stands on either side of the "to" within a range ("5 USD to USD 6"), or `None`."""
    match = _joint(primary(language)).fullmatch(between.strip())
    return (match[1].strip(), match[2].strip()) if match else None


@lru_cache(maxsize=64)
def _joint(code: str) -> re.Pattern[str]:
    words = sorted(
        {*BETWEEN["en"].split("|"), *BETWEEN.get(code, "").split("|")} - {""}, key=len, reverse=True
    )
    spelt = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"(?i)(.*?)(?:(?<![^\W\d_])(?:{spelt})(?![^\W\d_])|(?<=[^\W\d_])[{DASHES}](?=[^\W\d_]))(.*)"
    )


@lru_cache(maxsize=64)
def _words(code: str, where: str) -> dict[str, str]:
    """What is written to the qualifier, longest first; the language's own over the English."""
    tables = LEADING if where == "leading" else TRAILING
    words: dict[str, str] = {}
    for table in (tables["en"], tables.get(code, {})):
        words |= {word: qualifier for qualifier, spelt in table.items() for word in spelt.split("|")}
    return dict(sorted(words.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=64)
def _pattern(code: str) -> re.Pattern[str]:
    """A qualifier that no letter goes on from. Words of one qualifier may be parted by any white space."""
    spelt = "|".join(re.escape(word) for word in _words(code, "leading"))
    return re.compile(rf"(?i)({spelt})(?:(?<=[\w.])(?![^\W\d_])|(?<=[^\w.]))\s*")
