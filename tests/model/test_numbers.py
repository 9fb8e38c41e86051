from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.numbers import numbers_in, read_numbers

NBSP, THIN = "\u00a0", "\u202f"


def values(text: str, language: str = "en") -> list[str]:
    return [f"{number.value:f}" for number in read_numbers(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no number",
        "several million people",
        "m m m",
        "hundreds of soldiers",
        "1" * 41,
        "1,5 million",
        "B52, G7, H1N1",
    ],
)
def test_there_is_no_number_in(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8000", "8000"), ("8,000 soldiers", "8000"), ("8 000", "8000"), (f"8{NBSP}000", "8000"),
        (f"8{THIN}000", "8000"), ("8'000", "8000"), ("8’000", "8000"), ("eight thousand", "8000"),
        ("８０００", "8000"), ("٨٠٠٠", "8000"),
        ("8.000", "8"), ("3.50", "3.5"), ("1,234,567.89", "1234567.89"),
        ("1.5 million", "1500000"), ("5bn", "5000000000"), ("$5bn", "5000000000"), ("EUR5bn", "5000000000"),
        ("5 trillion", "5000000000000"), ("5-million", "5000000"), ("2½ million", "2500000"),
        ("5 mn", "5000000"),
        ("5m", "5"), ("5k", "5"), ("5%", "5"), ("F-16", ""), ("COVID-19", ""), ("10:30", "10 30"), ("10–20", "10 20"),
        ("2 0.5", "2 0.5"),
        ("-3", "-3"), ("−3 °C", "-3"), ("(-3)", "-3"), ("-$3bn", "-3000000000"), ("minus five", "-5"),
        ("minus-5", "-5"), ("5-to-10", "5 10"), ("a 5-year-old", "5"),
        (".5%", "0.5"), ("-.5", "-0.5"), ("$.50 (.25)", "0.5 0.25"), ("said.5 ...5 1.5.5", "5 5"), (",5", "5"),
        ("5-3", "5 3"), ("5%–10%", "5 10"), ("5 €–10 €", "5 10"), ("- 3", "3"),
        ("12 500 in 2024", "12500 2024"), ("2024 500", "2024 500"), ("18 000", "18000"),
        ("a hundred", "100"), ("a thousand and one", "1001"), ("two hundred and fifty thousand", "250000"),
        ("thirty-one thousand four hundred and eighty-six", "31486"), ("half a million", "500000"),
        ("two and a half million", "2500000"), ("a million and a half", "1500000"), ("two dozen", "24"),
        ("half a dozen", "6"), ("twelve hundred", "1200"), ("nineteen eighty-four", "19 84"), ("zero", "0"),
        ("between two hundred and five hundred", "200 500"), ("between five and twenty", "5 20"),
    ],
)  # fmt: skip
def test_english_numbers_are_read(text: str, expected: str) -> None:
    assert values(text) == expected.split()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "8 000", "8000"), ("sv", "1,5 miljoner", "1500000"), ("sv", "1.5", ""), ("sv", "8.000", "8000"),
        ("sv", "tvåhundrafemtiotusen", "250000"), ("sv", "åtta tusen", "8000"),
        ("sv", "en halv miljon", "500000"),
        ("sv", "två och en halv miljon", "2500000"), ("sv", "entré", ""), ("sv", "entre", ""),
        ("de", "8.000", "8000"), ("de", "8,5", "8.5"), ("de-CH", "8.5", "8.5"),
        ("de", "1,5 Mio. Euro", "1500000"),
        ("de", "5 Billionen", "5000000000000"), ("de", "zweihundertfünfundzwanzigtausend", "225000"),
        ("de", "eine halbe Million", "500000"), ("de", "8.2.2025", ""),
        ("fr", "3,5", "3.5"), ("fr", "quatre-vingt-dix-sept", "97"), ("fr", "soixante et onze", "71"),
        ("fr", "deux cent mille", "200000"), ("fr", "un million et demi", "1500000"), ("fr", "dix-huit", "18"),
        ("es", "5.000 millones", "5000000000"), ("es", "dos mil millones", "2000000000"),
        ("es", "medio millón", "500000"),
        ("es", "treinta y uno", "31"), ("es", "quinientos mil", "500000"),
        ("nb", "åtte tusen", "8000"), ("da", "femogtyve", "25"), ("da", "halvtreds", "50"),
        ("da", "ottetusinde", "8000"),
        ("en-IN", "1,00,000", "100000"), ("en", "1,00,000", ""), ("ar", "٨٬٠٠٠٫٥", "8000.5"),
        ("ja", "約8000人", "8000"), ("ja", "1万2000人", "12000"), ("zh", "1.2亿", "120000000"),
        ("xx-nowhere", "8,000.5", "8000.5"),
    ],
)  # fmt: skip
def test_numbers_are_read_by_the_language(language: str, text: str, expected: str) -> None:
    assert values(text, language) == expected.split()


def test_a_multiplier_may_hold_for_both_ends_of_a_range() -> None:
    assert numbers_in("5 to 6 million", "en") == {Decimal(5), Decimal(5_000_000), Decimal(6_000_000)}
    assert numbers_in("$5–$6bn", "en") == {Decimal(5), Decimal(5 * 10**9), Decimal(6 * 10**9)}
    assert numbers_in("5 men, 6 million", "en") == {Decimal(5), Decimal(6_000_000)}


@given(st.integers(0, 10**12))
def test_every_way_of_grouping_is_one_number(number: int) -> None:
    grouped = f"{number:,}"
    for text, language in [
        (str(number), "en"), (grouped, "en"), (grouped.replace(",", " "), "en"),
        (grouped.replace(",", NBSP), "fr"),
        (grouped.replace(",", "."), "de"), (grouped.replace(",", "'"), "de-CH"),
        (grouped.replace(",", THIN), "sv"),
    ]:  # fmt: skip
        assert numbers_in(f"some {text} people", language) == {Decimal(number)}


UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
UNITS += "sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{in_words(number // size)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_the_number(number: int) -> None:
    assert numbers_in(in_words(number), "en") == {Decimal(number)}


@given(st.text(max_size=60), st.sampled_from(["en", "sv", "de", "fr", "es", "da", "ja", "tlh"]))
def test_any_text_is_read_without_a_crash(text: str, language: str) -> None:
    numbers = read_numbers(text, language)
    assert all(0 <= n.start < n.end <= len(text) for n in numbers)
    assert all(left.end <= right.start for left, right in pairwise(numbers))


PIECES = [
    *"0157½²千万",
    "00",
    "0.5",
    "1,000",
    "9" * 45,
    "million",
    "Millionen",
    "m",
    "dozen",
    "minus",
    "and",
    "half",
    "zwei",
]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
    st.integers(1, 150),
    st.sampled_from(["", " ", "-", "\u00a0"]),
    st.sampled_from(["en", "de", "sv", "ja", "tlh"]),
)
def test_whatever_numbers_say_together_is_read(
    pieces: list[str], times: int, between: str, language: str
) -> None:
    for number in read_numbers(between.join(pieces * times), language):
        assert number.value.is_finite()
        assert number.times.is_finite()


@pytest.mark.parametrize("text", ["0 million million", "0" + " million" * 99, "0\u00a0" + "千" * 200])
def test_a_multiple_of_nothing_is_nothing(text: str) -> None:
    assert numbers_in(text, "en") >= {Decimal(0)}
