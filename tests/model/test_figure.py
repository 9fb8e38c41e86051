from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import parse_date
from generator.model.figure import Figure, FigureFault, Quantity, parse_figure
from generator.model.interval import Interval


def figure(value: str, unit: str | None = None, language: str = "en", **given: object) -> Figure:
    tolerance, measure = given.pop("tolerance", None), given.pop("measure", None)
    width = Decimal(str(tolerance)) if tolerance is not None else None
    quantity = Quantity(language, measure, width)  # type: ignore[arg-type]
    read, fault = parse_figure(value, quantity, unit, **given)  # type: ignore[arg-type]
    assert fault is None, fault
    assert read is not None
    return read


def fault_of(
    value: str, unit: str | None = None, language: str = "en", measure: str | None = None
) -> FigureFault:
    read, fault = parse_figure(value, Quantity(language, measure), unit)
    assert read is None
    assert fault is not None
    return fault


def shown(interval: Interval) -> str:
    ends = ("" if end is None else f"{end:f}" for end in (interval.lower, interval.upper))
    return ("[" if interval.lower_closed else "(") + ", ".join(ends) + ("]" if interval.upper_closed else ")")


@pytest.mark.parametrize(
    ("value", "qualifier", "interval"),
    [
        ("100", "exactly", "[100, 100]"), ("exactly 100", "exactly", "[100, 100]"),
        ("-3", "exactly", "[-3, -3]"),
        ("8,000.", "exactly", "[8000, 8000]"), ("a dozen", "exactly", "[12, 12]"),
        ("about 8000", "about", "[7200, 8800]"), ("about -100", "about", "[-110, -90]"),
        ("about 0", "about", "[0, 0]"),
        ("some 60", "about", "[54, 66]"), ("nearly a million", "about", "[900000, 1100000]"),
        ("~8,000", "about", "[7200, 8800]"),
        ("c. 100", "about", "[90, 110]"), ("8000 or so", "about", "[7200, 8800]"),
        ("ABOUT  100", "about", "[90, 110]"),
        ("at least 100", "at least", "[100, )"), ("no fewer than 3", "at least", "[3, )"),
        ("≥ 10", "at least", "[10, )"),
        ("10,000 or more", "at least", "[10000, )"), ("10,000+", "at least", "[10000, )"),
        ("more than 10,000", "more than", "(10000, )"), ("over 9 thousand", "more than", "(9000, )"),
        (">10", "more than", "(10, )"),
        ("at most 3", "at most", "(, 3]"), ("no more than 3", "at most", "(, 3]"),
        ("a maximum of 3", "at most", "(, 3]"),
        ("up to 12,000", "up to", "(0, 12000]"), ("as many as 50", "up to", "(0, 50]"),
        ("fewer than 5", "fewer than", "(, 5)"), ("less than 5", "fewer than", "(, 5)"),
        ("under 5", "fewer than", "(, 5)"),
        ("7000 to 8000", "to", "[7000, 8000]"), ("10-20", "to", "[10, 20]"), ("10–20", "to", "[10, 20]"),
        ("3 to 3", "to", "[3, 3]"),
        ("between 5 and 6 million", "to", "[5000000, 6000000]"), ("from 5 to 6", "to", "[5, 6]"),
        ("-5 to -3", "to", "[-5, -3]"),
        ("5 to 6 million", "to", "[5000000, 6000000]"), ("500 to 1 million", "to", "[500, 1000000]"),
    ],
)  # fmt: skip
def test_a_value_is_an_interval(value: str, qualifier: str, interval: str) -> None:
    read = figure(value)
    assert (read.qualifier, shown(read.interval)) == (qualifier, interval)


@pytest.mark.parametrize(
    ("language", "value", "interval"),
    [
        ("sv", "1,5", "[1.5, 1.5]"), ("sv", "mer än 10 000", "(10000, )"), ("sv", "minst 5", "[5, )"),
        ("sv", "omkring 100", "[90, 110]"), ("sv", "högst 3", "(, 3]"), ("sv", "upp till 3", "(0, 3]"),
        ("sv", "färre än 3", "(, 3)"), ("sv", "mellan 5 och 6 miljoner", "[5000000, 6000000]"),
        ("sv", "more than 10 000", "(10000, )"),
        ("de", "8.000", "[8000, 8000]"), ("de", "mehr als 8.000", "(8000, )"), ("de", "rund 100", "[90, 110]"),
        ("de", "mindestens 3", "[3, )"), ("de", "höchstens 3", "(, 3]"), ("de", "bis zu 3", "(0, 3]"),
        ("de", "5 bis 6", "[5, 6]"),
        ("fr", "plus de 10 000", "(10000, )"), ("fr", "au moins 5", "[5, )"), ("fr", "jusqu'à 3", "(0, 3]"),
        ("fr", "moins de 3", "(, 3)"), ("fr", "environ 3,5", "[3.15, 3.85]"), ("fr", "de 5 à 6", "[5, 6]"),
        ("es", "más de 10.000", "(10000, )"), ("es", "al menos 5", "[5, )"), ("es", "hasta 3", "(0, 3]"),
        ("es", "menos de 3", "(, 3)"), ("es", "unos 100", "[90, 110]"), ("es", "entre 5 y 6", "[5, 6]"),
    ],
)  # fmt: skip
def test_a_value_is_read_in_the_language_of_the_article(language: str, value: str, interval: str) -> None:
    assert shown(figure(value, language=language).interval) == interval


def test_a_tolerance_widens_about_and_nothing_else() -> None:
    assert shown(figure("about 8000", tolerance="0.3").interval) == "[5600, 10400]"
    assert shown(figure("about 100", tolerance="0.025").interval) == "[97.5, 102.5]"
    assert shown(figure("at least 100", tolerance="0.3").interval) == "[100, )"
    assert shown(figure("about 100", tolerance="0").interval) == "[100, 100]"


@pytest.mark.parametrize(
    ("value", "unit", "measure", "expected"),
    [
        ("5", None, None, None), ("5", "km", None, "kilometre"), ("5 km", None, None, "kilometre"),
        ("about four miles", None, None, "mile"), ("5-kilometre", None, None, "kilometre"),
        ("5%", None, None, "percent"),
        ("5% to 6%", None, None, "percent"), ("$5bn", None, None, "USD"), ("-$3bn", None, None, "USD"),
        ("USD 5 to USD 6", None, None, "USD"), ("$5–$6bn", None, None, "USD"),
        ("5 billion euros", None, None, "EUR"),
        ("5 km", "kilometres", None, "kilometre"), ("$5", "USD", None, "USD"),
        ("5", "wibbles", "wibbles", None), ("5", "soldiers", "soldiers", None),
        ("5 troops", None, "soldiers", None),
        ("5", None, "soldiers", None), ("5", None, "number of boats", None),
        ("5", None, "km", "kilometre"), ("5", "km", "km", "kilometre"), ("5 miles", None, "km", "mile"),
        ("more than 10,000 soldiers", None, None, "soldiers"),
    ],
)  # fmt: skip
def test_the_unit_is_that_of_the_key_or_the_value_or_the_measure(
    value: str, unit: str | None, measure: str | None, expected: str | None
) -> None:
    measured = figure(value, unit, measure=measure).measured
    assert (measured.name if measured else None) == expected


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("", "figure", "known form"), ("many", "figure", "known form"), ("hundreds", "figure", "known form"),
        ("one in five", "figure", "known form"), ("5 6", "figure", "known form"),
        ("between 5", "figure", "known form"),
        ("to 5", "figure", "known form"), ("at least about 5", "figure", "known form"),
        ("Boeing 737", "figure", "known form"),
        ("about 10 to 20", "figure", "two numbers"), ("more than 5 or more", "figure", "both said"),
        ("8000 to 7000", "figure", "ends below its start"), ("up to 0", "figure", "no amount above 0"),
        ("1e5", "figure", "exponents"), ("9" * 41, "figure", "40 digits"),
        ("9" * 100_000, "figure", "too long"),
        ("1,5", "figure", "language of the article"),
        ("12 wibbles", "unknown-unit", "wibbles"), ("5k", "unknown-unit", '"k"'),
        ("12 pounds", "unknown-unit", "pounds"),
        ("$5M", "unknown-unit", '"M"'), ("$5m", "unit-contradiction", "two units"),
        ("$5 euros", "unit-contradiction", "two units"),
        ("5 km to 6 miles", "unit-contradiction", "two units"),
    ],
)  # fmt: skip
def test_what_is_no_figure_is_a_fault(value: str, code: str, words: str) -> None:
    fault = fault_of(value)
    assert (fault.code, fault.key) == (code, "value")
    assert words in fault.message
    assert fault.remedy


def test_a_unit_that_we_do_not_know_is_a_fault_at_its_key() -> None:
    fault = fault_of("5", "kilometrs")
    assert (fault.code, fault.key) == ("unknown-unit", "unit")
    assert fault.remedy == (
        'did you mean "kilometres"? If not, leave the unit out and name what is counted in the claim\'s `measure`'
    )
    assert fault_of("5 km", "miles").key == "unit"
    assert fault_of("1.5", language="sv").remedy == "its decimal sign is ',': write 1,5 or 1500"


def test_figures_of_one_scope_unit_and_date_can_be_compared() -> None:
    dates = {text: parse_date(text)[0] for text in ("2025-01", "2025-01~", "2025-02")}
    bare, at_sea = figure("5"), figure("5", scope="at sea")
    assert bare.why_not_comparable(figure("6 people")) == ""
    assert at_sea.why_not_comparable(figure("5", scope=" At  Sea ")) == ""
    assert bare.why_not_comparable(at_sea) == "another scope"
    assert bare.why_not_comparable(figure("5 km")) == "units that do not convert"
    january, february = figure("5", as_of=dates["2025-01"]), figure("5", as_of=dates["2025-02"])
    assert january.why_not_comparable(february) == "dates that do not overlap"
    assert january.why_not_comparable(bare) == ""
    assert figure("5", as_of=dates["2025-01~"]).why_not_comparable(february) == ""


def test_what_two_figures_have_in_common_is_in_the_unit_of_the_first() -> None:
    miles, kilometres = figure("about 100 miles"), figure("at least 161 km")
    assert shown(kilometres.in_unit_of(kilometres)) == "[161, )"
    common = kilometres.common(miles)
    assert common is not None
    assert shown(common) == "[161, 177.02784]"
    assert figure("200 km").common(miles) is None


NUMBER = st.integers(-(10**9), 10**9)
FORMS = st.sampled_from(["", "exactly ", "about ", "at least ", "more than ", "at most ", "fewer than "])


@given(FORMS, NUMBER, st.sampled_from(["", " km", "%", " people"]))
def test_a_figure_holds_the_number_it_states_unless_its_end_is_open(
    form: str, number: int, unit: str
) -> None:
    read = figure(f"{form}{number:,}{unit}")
    point = Interval(Decimal(number), Decimal(number))
    assert read.stated == (Decimal(number),)
    assert read.interval.meets(point) == (form not in ("more than ", "fewer than "))


@given(st.text(max_size=40), st.sampled_from(["en", "sv", "de", "fr", "es", "ja"]))
def test_any_text_is_a_figure_or_a_fault(text: str, language: str) -> None:
    read, fault = parse_figure(text, Quantity(language))
    assert (read is None) != (fault is None)
