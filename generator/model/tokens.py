"""Token boundaries: words by UAX #29; on top, numbers with all that belongs to them, and hyphenated compounds."""

from __future__ import annotations

from itertools import pairwise

import regex

from generator.model.fold import Folded, fold
from generator.model.source import Span

# Scripts written without spaces: their boundaries are those of characters (product.md, "Quotes").
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_NUMERAL = "〇一二三四五六七八九十百千万億兆零壱弐参拾萬亿两廿"
_HYPHEN = "-‐‑‒–−"
_ANY_DASH = _HYPHEN + "—―"
_SIGN = r"+±~<>≤≥≈∼≃＋～\-−"
_PERCENT = "%‰‱％٪"

_GAP = r"[ \p{Cf}]{0,2}"
_WORDLIKE = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_SPACELESS}]]"
_AMOUNT_END = rf"[\p{{N}}{_PERCENT}°\p{{Sc}}]"
_AMOUNT_START = r"[\p{N}\p{Sc}]"
_OPENS = r"""[\s\p{Ps}\p{Pi}"'’\p{Sc}]"""
_GROUP = r"(?<![\p{L}\p{M}\p{Nd}]|\p{Nd}[.,'’/:·])\p{Nd}{1,3}"
_VULGAR = "¼-¾⅐-⅞↉"

_INSIDE = rf"""
    # compounds: non-nuclear, mid-2024, 10–20, 5%-Marke, $5–$10
    (?<={_WORDLIKE}|{_AMOUNT_END}) (?=[{_HYPHEN}](?:{_WORDLIKE}|{_AMOUNT_START}))
  | (?<=(?:{_WORDLIKE}|{_AMOUNT_END})[{_HYPHEN}]) (?={_WORDLIKE}|{_AMOUNT_START})
    # any dash between two amounts: 10—20
  | (?<={_AMOUNT_END}) (?=[{_ANY_DASH}]{_AMOUNT_START})
  | (?<={_AMOUNT_END}[{_ANY_DASH}]) (?={_AMOUNT_START})
    # separators that UAX #29 leaves out: 10:30, 3/4, 3·5, 5±2, 4×4
  | (?<=\p{{N}}) (?=[/:·±×]\p{{N}})
  | (?<=\p{{N}}[/:·±×]) (?=\p{{N}})
    # groups of three after a space: 8 000, 1 000 000
  | (?<={_GROUP}) (?=[ ]\p{{Nd}}{{3}}(?!\p{{Nd}}))
  | (?<={_GROUP}[ ]) (?=\p{{Nd}}{{3}}(?!\p{{Nd}}))
    # per cent and degrees: 5%, 5 %, 5°C
  | (?<=[\p{{N}}{_NUMERAL}]{_GAP}) (?={_GAP}[{_PERCENT}])
  | (?<=\p{{N}}) (?=°)
  | (?<=\p{{N}}°) (?=\p{{L}})
    # currency before: $5, US$ 5, $-5, $.50
  | (?<=\p{{Sc}}{_GAP}) (?={_GAP}[{_SIGN}]?\.?\p{{Nd}})
  | (?<=\p{{L}}) (?=\p{{Sc}}{_GAP}[{_SIGN}]?\.?\p{{Nd}})
    # currency after: 5€, 5bn €, 5 $US; in "in 2024 $5" it belongs to what follows
  | (?<=\p{{N}}\p{{L}}{{0,4}}) (?=\p{{Sc}})
  | (?<=\p{{N}}\p{{L}}{{0,4}}{_GAP}) (?={_GAP}\p{{Sc}}(?!\p{{Nd}}))
  | (?<=\p{{N}}\p{{L}}{{0,4}}{_GAP}\p{{Sc}}) (?=\p{{L}})
    # sign, only where no letter or digit precedes it (nor a dash: "--5"): -3, ~$5bn, +.5, +/-5, >=5
  | (?<=(?<![\p{{L}}\p{{M}}\p{{N}}{_ANY_DASH}])[{_SIGN}]) (?={_GAP}\p{{Sc}}?{_GAP}\.?\p{{Nd}})
  | (?<=(?<![^{_OPENS[1:-1]}])[‐‑‒–]) (?=\p{{Sc}}?\.?\p{{Nd}})
  | (?<=\+) (?=/[\-−]\p{{Nd}}) | (?<=\+/) (?=[\-−]\p{{Nd}})
  | (?<=[<>]) (?==\p{{Nd}}) | (?<=[<>]=) (?=\p{{Nd}})
    # a decimal point that opens a number: .5
  | (?<=(?<![^{_OPENS[1:-1]}{_SIGN}–])\.) (?=\p{{Nd}})
    # what stands behind a number: 50+, 5½, 5 ½, 10², 5 1/2
  | (?<=\p{{N}}\p{{L}}{{0,4}}[{_PERCENT}]?) (?=\+)
  | (?<=\p{{N}}\+) (?=\p{{N}})
  | (?<=\p{{N}}) (?=\p{{No}}) | (?<=\p{{No}}) (?=\p{{N}})
  | (?<=\p{{Nd}}) (?=[ ][{_VULGAR}]) | (?<=\p{{Nd}}[ ]) (?=[{_VULGAR}])
  | (?<=(?<![\p{{L}}\p{{Nd}}.,])\p{{Nd}}{{1,3}}) (?=[ ]\p{{Nd}}[/⁄]\p{{Nd}}{{1,2}}(?![\p{{Nd}}/]))
  | (?<=(?<![\p{{L}}\p{{Nd}}.,])\p{{Nd}}{{1,3}}[ ]) (?=\p{{Nd}}[/⁄]\p{{Nd}}{{1,2}}(?![\p{{Nd}}/]))
    # units and formulas: km², CO₂, 5½m
  | (?<=(?<!\p{{L}})(?:[cdkm]?m|ft|in|mi|yd)) (?=[²³])
  | (?<=\p{{L}}) (?=[₀-₉]) | (?<=[{_VULGAR}₀-₉]) (?=\p{{L}})
    # numerals in Chinese and Japanese: 3千, 1万8000, 三千, 数千
  | (?<=[{_NUMERAL}\p{{N}}]) (?=[{_NUMERAL}]) | (?<=[{_NUMERAL}]) (?=\p{{N}})
  | (?<=[数何幾]) (?=[{_NUMERAL}])
  | (?<=[{_NUMERAL}\p{{N}}]) (?=[点・][{_NUMERAL}\p{{N}}]) | (?<=[{_NUMERAL}\p{{N}}][点・]) (?=[{_NUMERAL}\p{{N}}])
"""

_BOUNDARY = regex.compile(
    rf"""
    (?: \b | (?<=[\p{{Katakana}}ー])(?=[\p{{Katakana}}ー]) )   # \b: UAX #29, 4.1.1
    (?! [ำຳ] ) (?<! [\u17d2\u1039] )                           # inside one written character
    (?! {_INSIDE} )
    """,
    regex.VERBOSE | regex.WORD | regex.VERSION1,
)


def is_boundary(folded: Folded, position: int) -> bool:
    """Whether a token may begin or end at a position of the folded text. Takes the same time anywhere."""
    return _BOUNDARY.match(folded.shape, position) is not None


def boundaries(folded: Folded) -> list[int]:
    """Every position of the folded text at which a token may begin or end, ascending."""
    return [match.start() for match in _BOUNDARY.finditer(folded.shape)]


def tokens(text: str) -> tuple[Span, ...]:
    """The tokens of `text` in order, white space left out: words, numbers, compounds, single punctuation marks.

    Half-open, in code points of `text`, which is in NFC.
    """
    folded = fold(text)
    edges = boundaries(folded)
    return tuple(
        folded.span(start, end) for start, end in pairwise(edges) if not folded.text[start:end].isspace()
    )
