"""Token boundaries: words by UAX #29, numbers with all that belongs to them, compounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fold import fold
from generator.model.tokens import boundaries, is_boundary, tokens
from tests.growth import growth

WHOLE = """18,000 8,000,000 8,000.5 3.5 1'000 1’000 10:30 3/4 24/7 3·5 -3 −3 +3 ±3 ~5 <5 ≥5 ≈5 >=5 +/-5 –3 .5 -.5
    $5 $5bn US$5bn A$5 -$5 $-5 $.50 5€ 5bn€ £5m 5% 5‰ -5% 5°C 5° 5bn 10th F16 5½ ½ 10² 50+ 5bn+ 50%+ 5±2 50~60 4×4 5+3
    non-nuclear mid-2024 10–20 10-20 10—20 2019-2024 2019−2024 Jong-Un mass‑produce F-16 5%–10% $5–$10 5%-Marke
    $US5 km² CO₂ H₂O 1万8000 3千 三千 数千 5万 三点五 ٨٬٠٠٠ १०० a-b-c-d 1,2,3"""


def words(text: str) -> list[str]:
    return [span.of(text) for span in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("North Korea", ["North", "Korea"]),
        ("(likely) \"likely\" likely.", ["(", "likely", ")", '"', "likely", '"', "likely", "."]),
        ("‘it’ 'anger,' ('I", ["‘", "it", "’", "'", "anger", ",", "'", "(", "'", "I"]),
        ("get ’em, ’Appen “’Il", ["get", "’", "em", ",", "’", "Appen", "“", "’", "Il"]),
        ("l'ami d’Orsay o'clock", ["l'ami", "d’Orsay", "o'clock"]),
        ("Ukraine’s isn't O'Brien", ["Ukraine’s", "isn't", "O'Brien"]),
        ("unlikely", ["unlikely"]),
        ("in 🇸🇪 b 🇸🇪b 🇸🇪🇳🇴.", ["in", "🇸🇪", "b", "🇸🇪", "b", "🇸🇪", "🇳🇴", "."]),
        ("half a flag: 🇸 b 🇸b 🇸. 🇸🇪🇳 b", ["half", "a", "flag", ":", "🇸", "b", "🇸", "b", "🇸", ".", "🇸🇪", "🇳", "b"]),
        ("🇸\u0301 b", ["🇸\u0301", "b"]),
        ("un\u00adlikely", ["un\u00adlikely"]),
        ("yes—no yes – no", ["yes", "—", "no", "yes", "–", "no"]),
        ("x\u0302y cafe\u0301s", ["x\u0302y", "cafe\u0301s"]),
        ("and… so", ["and", "…", "so"]),
    ],
)  # fmt: skip
def test_words_are_those_of_uax_29(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "token",
    WHOLE.split(),
)
@pytest.mark.parametrize("around", ["{}", "x {} y", "({}).", "“{}”, z", "x {}, y"])
def test_is_one_token(token: str, around: str) -> None:
    assert token in words(around.format(token))


@pytest.mark.parametrize("token", ["BBB-", "AA+", "A−", "F+"])
def test_a_grade_is_one_token_with_its_sign(token: str) -> None:
    assert words(f"so {token} x") == ["so", token, "x"]
    assert words(f"({token}), {token}.") == ["(", token, ")", ",", token, "."]


@pytest.mark.parametrize(
    "token",
    ["8 000", "8\u00a0000", "8\u202f000", "1 000 000", "8\n000", "5 %", "5\u00a0%", "$ 5", "US$ 5", "5 €",
     "5bn €", "5 $US", "5 ½", "5 1/2", "三 %"],
)  # fmt: skip
def test_is_one_token_across_one_white_space(token: str) -> None:
    assert words(f"so {token} x") == ["so", token, "x"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. 6,", ["5", ".", "6", ","]),
        ("8\n\n000", ["8", "000"]),
        ("2024 300", ["2024", "300"]),
        ("1,200 300", ["1,200", "300"]),
        ("8 00 8 0000", ["8", "00", "8", "0000"]),
        ("in 2024 $5bn", ["in", "2024", "$5bn"]),
        ("5 - 3", ["5", "-", "3"]),
        ("so --5 x", ["so", "-", "-", "5", "x"]),
        ("mid- and", ["mid", "-", "and"]),
        ("yes-—no", ["yes", "-", "—", "no"]),
        ("it was (-3)", ["it", "was", "(", "-3", ")"]),
        ("US $5", ["US", "$5"]),
        ("$ signs", ["$", "signs"]),
        ("hello.5", ["hello", ".", "5"]),
        ("said¹", ["said", "¹"]),
        ("AA-rated, plan B - no", ["AA-rated", ",", "plan", "B", "-", "no"]),
        ("US- C++ A--B", ["US", "-", "C", "+", "+", "A", "-", "-", "B"]),
        ("*plan A*", ["*", "plan", "A", "*"]),
        ("\u200fשלום", ["\u200f", "שלום"]),
        ("\u200eFire\u200e out", ["\u200e", "Fire\u200e", "out"]),
        ("\ufeff400 men", ["\ufeff", "400", "men"]),
    ],
)
def test_is_more_than_one_token(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北朝鮮軍", ["北", "朝", "鮮", "軍"]),
        ("ロシアー", ["ロ", "シ", "ア", "ー"]),
        ("ひらがな", ["ひ", "ら", "が", "な"]),
        ("กำลัง", ["กำ", "ลั", "ง"]),
        ("約3千人が", ["約", "3千", "人", "が"]),
        ("5人", ["5", "人"]),
        ("朝鮮-ロシア", ["朝", "鮮", "-", "ロ", "シ", "ア"]),
    ],
)
def test_scripts_without_spaces_have_boundaries_at_characters(text: str, expected: list[str]) -> None:
    assert words(text) == expected


ALPHABET = "ab5 0,.-–—%$€'’\u00a0½+千人カำก\u00ad…\u0301\n🇺🇦"


@given(st.text(ALPHABET))
def test_tokens_cover_all_but_white_space_and_soft_hyphens(text: str) -> None:
    covered = {at for span in tokens(text) for at in range(span.start, span.end)}
    assert all(text[at] in "\u00ad \n\u00a0" for at in set(range(len(text))) - covered)
    spans = tokens(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@given(st.text(ALPHABET))
def test_one_position_is_judged_as_in_the_whole_text(text: str) -> None:
    folded = fold(text)
    edges = set(boundaries(folded))
    assert edges == {at for at in range(len(folded.text) + 1) if folded.text and is_boundary(folded, at)}


@given(st.text("bd 5,.'()\u0301ñ"))
def test_a_boundary_is_one_of_uax_29(text: str) -> None:
    """Of consonants: before a vowel, regex 2026 misses the break after an apostrophe that opens a quotation."""
    folded = fold(text)
    default = {match.start() for match in regex.finditer(r"(?w)\b", folded.shape)}
    assert set(boundaries(folded)) <= default


@pytest.mark.parametrize("unit", ["1 ", "- ", "$", "🇺🇦", "a\u0301", "\u200d", "千", "1-", "a.", "8 000 "])
def test_no_text_makes_a_position_slow(unit: str) -> None:
    """The cost of a position does not depend on the text's length: not four times for a text four times as long."""
    texts = {size: fold((unit * size)[:size]) for size in (250_000, 1_000_000)}

    def check(size: int) -> None:
        for at in range(size // 2, size // 2 + 10_000):
            is_boundary(texts[size], at)

    assert growth(check, 1_000_000) < 3
