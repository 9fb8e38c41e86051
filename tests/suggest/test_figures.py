"""The figures of a sentence, and which numbers are none."""

from __future__ import annotations

import pytest

from generator.model.source import Span
from generator.suggest.dates import dates_in
from generator.suggest.figures import figures_in


def figures(text: str, language: str = "en") -> list[tuple[str, str]]:
    taken = [dated.span for dated in dates_in(text, None, language)]
    return [(one.value, one.noun) for one in figures_in(text, Span(0, len(text)), taken, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt.",
        "One of them was hurt on 6 August 2024.",
        "It began at 7.40 a.m. and ended at ten to five.",
        "Petra Oll, 34, was on line 4.",
        "The 19-year-old won 2-1 in the 118th minute.",
        "The two countries agreed for the second time since 1954.",
        "It began six months ago, after three days of rain.",
        "They flew on Falcon 9, and then on Boeing 737.",
        "MTV1 reported on COVID-19 and the G7.",
    ],
)
def test_a_date_a_time_an_age_a_score_or_a_name_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 8,000 North Korean soldiers were fighting.", [("About 8,000", "soldiers")]),
        ("Up to 12,000 troops were deployed.", [("Up to 12,000", "troops")]),
        ("At least nine people have died.", [("At least nine", "people")]),
        ("Five of the injured are in danger.", [("Five", "injured")]),
        ("Sales slipped 6% to 2.1 billion euros.", [("6%", ""), ("2.1 billion euros", "")]),
        ("It cost between £8 million and £9 million.", [("between £8 million and £9 million", "")]),
        ("The firm took on between 40 and 50 drivers.", [("between 40 and 50", "drivers")]),
        ("The water rose to 8.2 metres in Tesk.", [("8.2 metres", "")]),
        ("The toll has risen to 11.", [("11", "")]),
        ("He could miss up to six months.", [("up to six months", "")]),
        ("The prosecutor had asked for seven years.", [("seven years", "")]),
    ],
)
def test_a_figure_has_its_qualifier_its_unit_and_what_it_counts(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert figures(text) == expected


def test_figures_are_read_by_the_language_of_the_article() -> None:
    assert figures("Reparationen kostar minst 4,5 miljoner kronor.", "sv") == [
        ("minst 4,5 miljoner kronor", "")
    ]


def test_the_passage_around_a_figure_leaves_out_what_it_does_not_need() -> None:
    text = (
        "Up to 12,000 troops were deployed in the region last fall to support forces in countering an incursion that "
        "had been launched six months ago in the far north of the country."
    )
    (figure,) = figures_in(text, Span(0, len(text)), [], "en")
    assert figure.quote.of(text) == "Up to 12,000 troops were deployed in the region last fall"
