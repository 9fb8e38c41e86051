from __future__ import annotations

import random

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import Date, parse_date
from generator.model.days import Day, after, before, days_in, iso

FIRST, LAST = (-9999, 1, 1), (9999, 12, 31)


def date(text: str) -> Date:
    read, fault = parse_date(text)
    assert fault == ""
    assert read is not None
    return read


def bounds(text: str) -> tuple[str | None, str | None]:
    read = date(text)
    return tuple(iso(day) if day else None for day in (read.start, read.end))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-02-08", "2025-02-08", "2025-02-08"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("2025-02-08T10:00:00Z", "2025-02-08", "2025-02-08"),
        ("2025-02-08T10:00", "2025-02-08", "2025-02-08"),
        ("2025-02-08T23:59:60+05:30", "2025-02-08", "2025-02-08"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2024-29", "2024-09-01", "2024-11-30"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-39", "2024-09-01", "2024-12-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-1X", "2024-10-01", "2024-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("2023-XX-31", "2023-01-31", "2023-12-31"),
        ("20XX-02-29", "2000-02-29", "2096-02-29"),
        ("XXXX", None, None),
        ("1952S2", "1900-01-01", "1999-12-31"),
        ("../2024-03-01", None, "2024-03-01"),
        ("/2024-03", None, "2024-03-31"),
        ("2024-03-01/..", "2024-03-01", None),
        ("2024/", "2024-01-01", None),
        ("2024-01/2024-02", "2024-01-01", "2024-02-29"),
        ("2024-02-15/2024-02", "2024-02-15", "2024-02-29"),
        (" 2025-02 ", "2025-02-01", "2025-02-28"),
    ],
)
def test_a_date_is_the_days_it_may_be(text: str, start: str | None, end: str | None) -> None:
    assert bounds(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-02-08~", "2025-02-07", "2025-02-09"),
        ("2024-03-01?", "2024-02-29", "2024-03-02"),
        ("2024-12-31%", "2024-12-30", "2025-01-01"),
        ("2025-01~", "2024-12-01", "2025-02-28"),
        ("2024-23~", "2024-06-01", "2025-02-28"),
        ("2024-24?", "2024-09-01", "2025-05-31"),
        ("2024-33~", "2023-10-01", "2024-06-30"),
        ("2024~", "2023-01-01", "2025-12-31"),
        ("202X~", "2010-01-01", "2039-12-31"),
        ("19XX?", "1800-01-01", "2099-12-31"),
        ("2024-02-XX~", "2024-01-01", "2024-03-31"),
        ("2004-06~-11", "2004-05-11", "2004-07-11"),
        ("2004-06-~11", "2004-06-10", "2004-06-12"),
        ("?2004-06-11", "2003-06-11", "2005-06-11"),
        ("?2024-02-29", "2023-02-28", "2025-02-28"),
        ("2024-01~/2024-02-10?", "2023-12-01", "2024-02-11"),
        ("../2024-03~", None, "2024-04-30"),
        ("2024-03-01~/..", "2024-02-29", None),
    ],
)
def test_a_mark_widens_by_one_unit_on_either_side(text: str, start: str | None, end: str | None) -> None:
    assert bounds(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-02-30", "February 2025 has 28 days"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("2024-04-31", "April 2024 has 30 days"),
        ("2025-13", "no month 13"),
        ("2025-00", "no month 00"),
        ("2025-42", "no month 42"),
        ("2025-01-00", "no 2025-01-00"),
        ("XXXX-02-30", "no XXXX-02-30"),
        ("2024-23-01", "a season has no days"),
        ("2025-02-08T25:00", "no time 25:00"),
        ("2025-2-8", "write 2025-02-08"),
        ("Feb. 8, 2025", "write 2025-02-08, 2025-02 or 2025-02~"),
        ("8/2/2025", "not a date in EDTF"),
        ("", "not a date in EDTF"),
        ("/", "not a date in EDTF"),
        ("2024~?", "not a date in EDTF"),
        ("[2024,2025]", "a set is several dates"),
        ("{2024,2025}", "a set is several dates"),
        ("2024/2023", "ends before it starts: write 2023/2024"),
        ("2024-05/2024-02", "ends before it starts"),
        ("Y1E9999999999", "not a date in EDTF"),
        ("2024" + "0" * 100_000, "not a date in EDTF"),
        ("２０２４", "not a date in EDTF"),
    ],
)
def test_what_is_no_date_is_a_fault_that_says_what_to_write(text: str, words: str) -> None:
    read, fault = parse_date(text)
    assert read is None
    assert words in fault


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-02-08", "day"), ("2025-02", "month"), ("2025", "year"), ("2024-23", "season"),
        ("2024-33", "quarter"),
        ("202X", "decade"), ("20XX", "century"), ("2024-XX", "year"), ("2024-02-XX", "month"),
        ("2024/2025", "interval"),
    ],
)  # fmt: skip
def test_a_date_knows_its_precision(text: str, precision: str) -> None:
    assert date(text).precision == precision


def test_marks_are_kept_apart() -> None:
    marks = {mark: (date(f"2025-02{mark}").approximate, date(f"2025-02{mark}").uncertain) for mark in "~?%"}
    assert marks == {"~": (True, False), "?": (False, True), "%": (True, True)}
    assert date("2024/2025~").approximate
    assert date("2024-24").season == 24


def test_the_first_day_is_the_one_written_and_sorts() -> None:
    texts = ["2025-02-08", "2025-02~", "0033", "../2024-03-01", "2025"]
    assert [date(text).first_day for text in texts] == [
        "2025-02-08", "2025-02-01", "0033-01-01", "2024-03-01", "2025-01-01",
    ]  # fmt: skip
    assert sorted(texts, key=lambda t: date(t).sort_key) == [
        "0033",
        "../2024-03-01",
        "2025",
        "2025-02~",
        "2025-02-08",
    ]
    assert date("-0005").first_day == "0000-01-01"


DAYS = st.builds(
    lambda year, month, day: (year, month, min(day, days_in(year, month))),
    st.integers(1000, 2999),
    st.integers(1, 12),
    st.integers(1, 31),
)
PLAIN = st.one_of(
    DAYS.map(iso), DAYS.map(lambda d: iso(d)[:7]), DAYS.map(lambda d: iso(d)[:4]),
    st.builds("{}-{}".format, st.integers(1000, 2999), st.integers(21, 41)),
    st.builds("{}X".format, st.integers(100, 299)),
)  # fmt: skip


@given(PLAIN, st.sampled_from("~?%"))
def test_widening_holds_what_was_written(text: str, mark: str) -> None:
    plain, wide = date(text), date(text + mark)
    assert (wide.start or FIRST) < (plain.start or FIRST) <= (plain.end or LAST) < (wide.end or LAST)
    assert (wide.written_start, wide.written_end) == (plain.start, plain.end)


@given(PLAIN, PLAIN)
def test_overlapping_is_mutual(left: str, right: str) -> None:
    first, second = date(left), date(right)
    assert first.overlaps(second) == second.overlaps(first)
    shares = max(first.start or FIRST, second.start or FIRST) <= min(first.end or LAST, second.end or LAST)
    assert first.overlaps(second) == shares


@given(DAYS, st.integers(0, 28))
def test_going_on_and_back_again_is_the_same_day(day: Day, days: int) -> None:
    assert before(after(day, days=days), days=days) == day
    assert after(before(day, days=days), days=days) == day


@given(st.text(alphabet="0123456789-X~?%/.TYES[]{} ", max_size=24))
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    read, fault = parse_date(text)
    assert (read is None) == bool(fault)
    assert read is None or read.start is None or read.end is None or read.start <= read.end


def test_long_years_are_read_as_the_library_edtf_reads_them() -> None:
    dice = random.Random(2019)  # noqa: S311 - the same years each time
    for _ in range(150):
        sign, digits = dice.choice(["", "-"]), str(dice.randrange(10_000, 10 ** dice.randrange(5, 12)))
        short = dice.choice(
            [f"Y{sign}{digits}", f"Y{sign}{digits[:3]}E{dice.randrange(1, 10)}", f"{sign}{digits[:4]}"]
        )
        text = f"{short}S{dice.randrange(1, 5)}" if dice.random() < 0.5 or short[0] != "Y" else short
        said, read = parse_edtf(text), parse_date(text)[0]
        assert read is not None
        year = int(said.base) * 10 ** int(said.exponent) if hasattr(said, "exponent") else int(said.year)
        width = 10 ** max(len(str(abs(year))) - int(said.significant_digits or 99), 0)
        assert read.start is not None
        assert read.end is not None
        assert (read.start[0] <= year <= read.end[0], read.end[0] - read.start[0] + 1) == (True, width), text
