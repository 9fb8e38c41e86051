"""Number words by language, as tables: what stands for how much, and in what place of a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

ABBREVIATIONS = frozenset(
    [
        "bn",
        "tn",
        "trn",
        "mn",
        "mln",
        "mio",
        "mrd",
        "mdr",
        "mld",
        "md",
        "mia",
        "tsd",
        "tys",
        "тыс",
        "тис",
        "млн",
        "млрд",
        "трлн",
    ]
)
"""Multipliers that may end in a full stop."""

MYRIADS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "만": 10**4,
           "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}  # fmt: skip
"""Multipliers of Chinese, Japanese and Korean, written after digits without a space."""

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
             "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
             "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8")}  # fmt: skip
"""Vulgar fractions that are exact decimals."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word, or part of a compound, of a number.

    `place` is `unit` (0 to 9), `teen` (10 to 19), `ten`, `hundreds` (a whole number of them in one word),
    `hundred`, `times` (a thousand, a million), `dozen`, `half`, `and`, `an` (before a hundred: "a hundred"), `of` or
    `minus`.
    """

    place: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of a language together with the English ones, which always work.

    `compound` finds the longest part at a place of a word, for languages that write numbers in one word.
    `bare` says that "hundred" and "thousand" stand for 100 and 1000 by themselves, `joins_tens` that a word for
    "and" may stand between tens and units.
    """

    parts: Mapping[str, Part]
    compound: re.Pattern[str] | None
    bare: bool
    joins_tens: bool


# Units from 0, teens from 10, tens from 20 (| between spellings); then hundred, and, half, an, minus.
_SMALL: dict[str, tuple[str, str, str, str]] = {
    "en": (
        "zero one two three four five six seven eight nine",
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty|fourty fifty sixty seventy eighty ninety",
        "hundred:hundred and:and half:half an:a|an of:of minus:minus",
    ),
    "sv": (
        "noll ett|en två tre fyra fem sex sju åtta nio",
        "tio elva tolv tretton fjorton femton sexton sjutton arton|aderton nitton",
        "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
        "hundred:hundra and:och half:halv|halvt minus:minus",
    ),
    "de": (
        "null ein|eins|eine|einen|einer zwei|zwo drei vier fünf sechs sieben acht neun",
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "hundred:hundert and:und half:halbe|halben minus:minus",
    ),
    "fr": (
        "zéro un|une deux trois quatre cinq six sept huit neuf",
        "dix onze douze treize quatorze quinze seize",
        "vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante",
        "hundred:cent|cents and:et half:demi|demie minus:moins of:de|d",
    ),
    "es": (
        "cero uno|un|una dos tres cuatro cinco seis siete ocho nueve",
        "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "hundred:cien|ciento and:y half:medio|media minus:menos of:de",
    ),
    "no": (
        "null en|ett|én to tre fire fem seks sju|syv åtte ni",
        "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
        "tjue|tyve tretti|tredve førti femti seksti sytti åtti nitti",
        "hundred:hundre and:og half:halv|halvt minus:minus",
    ),
    "da": (
        "nul en|et|én to tre fire fem seks syv otte ni",
        "ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
        "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
        "hundred:hundrede|hundred and:og half:halv|halvt minus:minus",
    ),
}

_TIMES: dict[str, str] = {
    "en": "3:thousand|thousands 6:million|millions|mn|mln|mio 9:billion|billions|bn|bln 12:trillion|trillions|tn|trn "
    "5:lakh|lakhs 7:crore|crores",
    "sv": "3:tusen 6:miljon|miljoner|mn|milj 9:miljard|miljarder|mdr|md 12:biljon|biljoner",
    "de": "3:tausend|tsd 6:million|millionen|mio 9:milliarde|milliarden|mrd 12:billion|billionen|bio",
    "fr": "3:mille 6:million|millions 9:milliard|milliards|md|mds|mrd|mrds 12:billion|billions",
    "es": "3:mil 6:millón|millon|millones 12:billón|billon|billones",
    "no": "3:tusen 6:million|millioner|mill 9:milliard|milliarder|mrd 12:billion|billioner",
    "da": "3:tusind|tusinde 6:million|millioner|mio 9:milliard|milliarder|mia 12:billion|billioner",
    "nl": "3:duizend 6:miljoen|mln 9:miljard|mld|mrd 12:biljoen",
    "it": "3:mila|mille 6:milione|milioni|mln 9:miliardo|miliardi|mld|mrd",
    "pt": "3:mil 6:milhão|milhões 9:bilhão|bilhões 12:trilhão|trilhões",
    "fi": "3:tuhat|tuhatta 6:miljoona|miljoonaa|milj 9:miljardi|miljardia|mrd",
    "pl": "3:tysiąc|tysiące|tysięcy|tys 6:milion|miliony|milionów|mln 9:miliard|miliardy|miliardów|mld",
    "ru": "3:тысяча|тысячи|тысяч|тыс 6:миллион|миллиона|миллионов|млн 9:миллиард|миллиарда|миллиардов|млрд",
    "uk": "3:тисяча|тисячі|тисяч|тис 6:мільйон|мільйони|мільйонів|млн 9:мільярд|мільярди|мільярдів|млрд",
}
"""Powers of ten. A billion is 10^12 where the language says milliard. `m` is never one (metre, million, men)."""

_MORE: dict[str, str] = {
    "en": "dozen:12:dozen|dozens",
    "sv": "dozen:12:dussin",
    "de": "dozen:12:dutzend",
    "fr": "dozen:12:douzaine|douzaines",
    "es": "ten:21:veintiuno|veintiún|veintiuna ten:22:veintidós ten:23:veintitrés ten:24:veinticuatro "
    "ten:25:veinticinco ten:26:veintiséis ten:27:veintisiete ten:28:veintiocho ten:29:veintinueve "
    "hundreds:200:doscientos|doscientas hundreds:300:trescientos|trescientas "
    "hundreds:400:cuatrocientos|cuatrocientas hundreds:500:quinientos|quinientas "
    "hundreds:600:seiscientos|seiscientas hundreds:700:setecientos|setecientas "
    "hundreds:800:ochocientos|ochocientas hundreds:900:novecientos|novecientas dozen:12:docena|docenas",
    "no": "dozen:12:dusin",
    "da": "dozen:12:dusin",
}

_COMPOUNDING = frozenset(["sv", "de", "no", "da"])
_ALIASES = {"nb": "no", "nn": "no"}


@lru_cache(maxsize=256)
def primary(language: str) -> str:
    """The language without script and region: `no` for Bokmål and Nynorsk."""
    code = language.split("-", maxsplit=1)[0].lower()
    return _ALIASES.get(code, code)


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """The number words of a language (a primary subtag), over the English ones."""
    own = _parts(language)
    compound = None
    if language in _COMPOUNDING:
        words = sorted(own, key=len, reverse=True)
        compound = re.compile("|".join(map(re.escape, words)))
    return Lexicon(
        {**_parts("en"), **own}, compound, bare=language != "en", joins_tens=language in ("fr", "es")
    )


def _parts(language: str) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    units, teens, tens, marks = _SMALL.get(language, ("", "", "", ""))
    for place, first, step, words in (("unit", 0, 1, units), ("teen", 10, 1, teens), ("ten", 20, 10, tens)):
        for index, spellings in enumerate(words.split()):
            parts |= dict.fromkeys(spellings.split("|"), Part(place, first + step * index))
    for place, spellings in (entry.split(":") for entry in marks.split()):
        parts |= dict.fromkeys(spellings.split("|"), Part(place))
    for power, spellings in (entry.split(":") for entry in _TIMES.get(language, "").split()):
        parts |= dict.fromkeys(spellings.split("|"), Part("times", 10 ** int(power)))
    for place, value, spellings in (entry.split(":") for entry in _MORE.get(language, "").split()):
        parts |= dict.fromkeys(spellings.split("|"), Part(place, int(value)))
    return parts
