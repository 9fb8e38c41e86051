"""Token boundaries: words by UAX #29; on top, numbers with all that belongs to them, and hyphenated compounds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from string import ascii_letters, ascii_lowercase
from typing import TYPE_CHECKING

from generator.model.fold import Folded, fold
from generator.model.source import Span

if TYPE_CHECKING:
    import regex

GRADE = "(?:AAA|AA|A|BBB|BB|B|CCC|CC|C|D|E|F)"
"""A grade without its sign, as a pattern."""

# --- Classes of characters (regex, version 1: [a--b] is a without b) ---

# Scripts written without spaces: their boundaries are those of characters (product.md, "Quotes").
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_NUMERAL = "〇一二三四五六七八九十百千万億兆零壱弐参拾萬亿两廿"
_HYPHEN = r"\-‐‑‒–−"
_DASH = _HYPHEN + "—―"
_SIGN = r"+±~<>≤≥≈∼≃＋～\-−"
_PERCENT = "%‰‱％٪"
_VULGAR = "¼-¾⅐-⅞↉"
_OPENING = r"\s\p{Ps}\p{Pi}\"'’\p{Sc}"

_GAP = r"[ \p{Cf}]{0,2}"
_WORDLIKE = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_SPACELESS}]]"
# Where an apostrophe opens a quotation: a break by UAX #29, which regex 2026 misses before a vowel.
_OPENING_APOSTROPHE = r"(?<=(?<![\p{L}\p{M}\p{Cf}])['’])(?=\p{L})"
_REGIONAL = r"[\U0001f1e6-\U0001f1ff]"
_AMOUNT_END = rf"[\p{{N}}{_PERCENT}°\p{{Sc}}]"
_AMOUNT_START = r"[\p{N}\p{Sc}]"
_NUMERIC = rf"[{_NUMERAL}\p{{N}}]"
_FIRST_GROUP = r"(?<![\p{L}\p{M}\p{Nd}]|\p{Nd}[.,'’/:·])\p{Nd}{1,3}"
_WHOLE = r"(?<![\p{L}\p{Nd}.,])\p{Nd}{1,3}"
_FRACTION = r"\p{Nd}[/⁄]\p{Nd}{1,2}(?![\p{Nd}/])"
_NO_SIGN_AFTER = rf"(?<![\p{{L}}\p{{M}}\p{{N}}{_DASH}])"

# --- Inside of tokens ---

# Where UAX #29 sees a boundary and we see the inside of a token. By the character that follows, so that a
# position is held against few rules; each rule is what stands before and what follows.
_INSIDE = {
    rf"[{_DASH}{_SIGN}/=〜]": (
        # compounds: non-nuclear, mid-2024, 10–20, 5%-Marke, $5–$10
        (rf"{_WORDLIKE}|{_AMOUNT_END}", rf"[{_HYPHEN}](?:{_WORDLIKE}|{_AMOUNT_START})"),
        # any dash between two amounts: 10—20
        (_AMOUNT_END, rf"[{_DASH}]{_AMOUNT_START}"),
        # $-5, 3/4, 5±2, 50~60, 50+, 5bn+, 5%+, +/-5, >=5
        (rf"\p{{Sc}}{_GAP}", rf"[{_SIGN}]\.?\p{{Nd}}"),
        (r"\p{N}", r"[/±~～〜]\p{N}"),
        (rf"\p{{N}}\p{{L}}{{0,4}}[{_PERCENT}]?", r"\+"),
        (r"\+", r"/[\-−]\p{Nd}"),
        (r"\+/", r"[\-−]\p{Nd}"),
        (r"[<>]", r"=\p{Nd}"),
        # grades, of which a lower or a higher one is another: BBB-, A+
        (rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){GRADE}", rf"[+\-−](?![\p{{L}}\p{{N}}+{_HYPHEN}])"),
    ),
    r"[\p{N}\p{Sc}.]": (
        (rf"(?:{_WORDLIKE}|{_AMOUNT_END})[{_HYPHEN}]", rf"{_WORDLIKE}|{_AMOUNT_START}"),
        (rf"{_AMOUNT_END}[{_DASH}]", _AMOUNT_START),
        (r"\p{N}[/:·±×+~～〜]", r"\p{N}"),
        # groups of three after a space: 8 000, 1 000 000
        (rf"{_FIRST_GROUP}[ ]", r"\p{Nd}{3}(?!\p{Nd})"),
        # currency before, with its letters: $5, US$ 5, $.50
        (rf"\p{{Sc}}{_GAP}", r"\.?\p{Nd}"),
        (r"\p{L}", rf"\p{{Sc}}{_GAP}[{_SIGN}]?\.?\p{{Nd}}"),
        # currency after: 5€, 5bn €; in "in 2024 $5" it belongs to what follows
        (r"\p{N}\p{L}{0,4}", r"\p{Sc}"),
        (rf"\p{{N}}\p{{L}}{{0,4}}{_GAP}", r"\p{Sc}(?!\p{Nd})"),
        # sign, only where no letter or digit precedes it (nor a dash: "--5"): -3, ~$5bn, +.5, +/-5, >=5
        (rf"{_NO_SIGN_AFTER}[{_SIGN}]", r"\p{Sc}?\.?\p{Nd}"),
        (rf"(?<![^{_OPENING}])[‐‑‒–]", r"\p{Sc}?\.?\p{Nd}"),
        (r"[<>]=|\+/[\-−]", r"\p{Nd}"),
        # a decimal point that opens a number: .5
        (rf"(?<![^{_OPENING}{_SIGN}–])\.", r"\p{Nd}"),
        # fractions and powers: 5½, 5 ½, 5 1/2, 10²
        (r"\p{N}", r"\p{No}"),
        (r"\p{No}", r"\p{N}"),
        (r"\p{Nd}[ ]", rf"[{_VULGAR}]"),
        (rf"{_WHOLE}[ ]", _FRACTION),
        # units and formulas: km², CO₂
        (r"(?<!\p{L})(?:[cdkm]?m|ft|in|mi|yd)", r"[²³]"),
        (r"\p{L}", r"[₀-₉]"),
        (rf"[{_NUMERAL}]|{_NUMERIC}[点・]", r"\p{N}"),
    ),
    r"[\p{L}\p{M}]": (
        (rf"(?:{_WORDLIKE}|{_AMOUNT_END})[{_HYPHEN}]", _WORDLIKE),
        # 5°C, 5 $US, $US5, 5½m, H₂O
        (r"\p{N}°", r"\p{L}"),
        (r"\p{Sc}", r"\p{Lu}{1,3}\p{Nd}"),
        (rf"\p{{N}}\p{{L}}{{0,4}}{_GAP}\p{{Sc}}", r"\p{L}"),
        (rf"[{_VULGAR}₀-₉]", r"\p{L}"),
        # numerals in Chinese and Japanese: 3千, 1万8000, 三千, 数千, 三点五
        (rf"{_NUMERIC}|{_NUMERIC}[点・]|[数何幾]", rf"[{_NUMERAL}]"),
        (_NUMERIC, rf"点{_NUMERIC}"),
    ),
    r"[ \p{Cf}]": (
        (_FIRST_GROUP, r"[ ]\p{Nd}{3}(?!\p{Nd})"),
        (rf"{_NUMERIC}{_GAP}", rf"{_GAP}[{_PERCENT}]"),
        (rf"\p{{Sc}}{_GAP}", rf"{_GAP}[{_SIGN}]?\.?\p{{Nd}}"),
        (rf"\p{{N}}\p{{L}}{{0,4}}{_GAP}", rf"{_GAP}\p{{Sc}}(?!\p{{Nd}})"),
        (r"\p{Nd}", rf"[ ][{_VULGAR}]"),
        (_WHOLE, rf"[ ]{_FRACTION}"),
    ),
    rf"[{_PERCENT}°:·×・]": (
        (rf"{_NUMERIC}{_GAP}", rf"[{_PERCENT}]"),
        (r"\p{N}", r"°|[:·×]\p{N}"),
        (_NUMERIC, rf"・{_NUMERIC}"),
    ),
}


def _any_rule() -> str:
    return "|".join(
        f"(?={follows}) (?:{'|'.join(f'(?<={before})(?={after})' for before, after in rules)})"
        for follows, rules in _INSIDE.items()
    )


_RULES = rf"""
    # what most positions are, quickly: between a word and the space beside another, or a paragraph's edge
      (?<=[a-z])(?=[ ][A-Za-z]) | (?<=[a-z][ ])(?=[A-Za-z])
    | (?<=[A-Za-z])(?=\n) | (?<=\n)(?=[A-Za-z])
    # flags, counted in pairs over a limited stretch
    | (?<=(?<!{_REGIONAL})(?:{_REGIONAL}{{2}}){{1,8}}) (?={_REGIONAL})
    # after half a flag, which regex 2026 takes together with whatever follows
    | (?<={_REGIONAL}[\p{{M}}\p{{Cf}}]{{0,2}}) (?=[^\p{{M}}\p{{Cf}}\U0001f1e6-\U0001f1ff])
    # UAX #29, 4.1.1; within Katakana, characters; never inside one written character; never inside a token
    | (?: (?!(?<={_REGIONAL}){_REGIONAL}) \b | {_OPENING_APOSTROPHE}
        | (?<=[\p{{Katakana}}ー])(?=[\p{{Katakana}}ー]) )
      (?! (?<=[\p{{L}}\p{{M}}])[ำຳ] | (?<=[\u17d2\u1039])\p{{L}} )
      (?! {_any_rule()} )
    """


@cache
def _boundary() -> regex.Pattern[str]:
    """The pattern. To have it costs as much as to check a hundred briefs: who finds none changed never does."""
    import regex  # noqa: PLC0415

    return regex.compile(_RULES, regex.VERBOSE | regex.WORD | regex.VERSION1)


_AROUND_SPACE = frozenset(f"{a} {b}" for a in f"{ascii_lowercase}.," for b in ascii_letters)
_AT_LINE_FEED = frozenset({*(f"\n{a}" for a in ascii_letters), *(f"{a}\n" for a in f"{ascii_letters}.,!?")})
_BEFORE_MARK = frozenset(f"{a}{mark}{b}" for a in ascii_lowercase for mark in ".," for b in " \n")


def is_boundary(folded: Folded, position: int) -> bool:
    """Whether a token may begin or end at a position of the folded text. Takes the same time anywhere."""
    shape = folded.shape
    around = shape[position - 1 : position + 2]
    return (  # what most quotes meet at their ends, where no rule joins anything
        around in _AROUND_SPACE
        or shape[position - 2 : position + 1] in _AROUND_SPACE
        or shape[position - 1 : position + 1] in _AT_LINE_FEED
        or around in _BEFORE_MARK
        or _boundary().match(shape, position) is not None
    )


def _edges(folded: Folded) -> Iterator[int]:
    return (match.start() for match in _boundary().finditer(folded.shape))


def boundaries(folded: Folded) -> list[int]:
    """Every position of the folded text at which a token may begin or end, ascending."""
    return list(_edges(folded))


def tokens(text: str, most: int | None = None) -> tuple[Span, ...]:
    """The tokens of `text` in order, white space left out: words, numbers, compounds, single punctuation marks.

    Half-open, in code points of `text`, which is in NFC. With `most` the first so many, at no cost of the others.
    """
    folded = fold(text)
    found = (
        folded.span(start, end)
        for start, end in pairwise(_edges(folded))
        if not folded.text[start:end].isspace()
    )
    return tuple(islice(found, most))
