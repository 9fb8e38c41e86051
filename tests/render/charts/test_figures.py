"""Figures drawn: each mark where its amount is, hollow where that is left out, an arrow where there is no end."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.figure import Figure, Interval, Quantity, parse_figure
from generator.model.findings import Findings
from generator.model.page import Markup
from generator.model.settings import Settings
from generator.render import render_brief
from generator.render.cells import columns
from generator.render.charts.figures import Axis, FigureChart, drawn, figure_charts, figure_scale
from generator.render.highlights import marks_of, places
from generator.render.rows import Row, row
from tests.render.dom import dom
from tests.render.harbour import harbour
from tests.render.made import ENGLISH, article, findings, parties, with_figures


def figure(value: str, measure: str | None = "people") -> Figure:
    made, fault = parse_figure(value, Quantity("en", measure))
    assert made, fault
    return made


def brief(*values: str, measure: str = "people", language: str = "en") -> Findings:
    """One claim, of which each source gives one of the values."""
    sources = [f"s{number}" for number in range(len(values))]
    reports = dict.fromkeys(sources, "Words")
    made = findings(
        {
            "language": language,
            "claims": [{"id": "c", "claim": "How many", "measure": measure, "reports": reports}],
        },
        {source: article(source, "Words.") for source in sources},
        parties(**{source: source.upper() for source in sources}),
    )
    return with_figures(
        made,
        {
            ("c", source): figure(value, measure)
            for source, value in zip(sources, values, strict=True)
            if value
        },
    )


def rows_of(made: Findings) -> tuple[Row, ...]:
    """The table's rows."""
    heads = columns(made, ENGLISH)
    found = {head.source: places(marks_of(made, head.source)) for head in heads}
    return tuple(row(made, claim, heads, found, ENGLISH) for claim in made.claims)


def charts(made: Findings) -> tuple[FigureChart, ...]:
    return figure_charts(made, rows_of(made), ENGLISH)


def axes(*values: str, **more: str) -> tuple[Axis, ...]:
    (chart,) = charts(brief(*values, **more))
    return chart.axes


def marks(value: str, *others: str) -> str:
    """The figure as it is drawn: `o` a hollow dot, `*` a full one, small ones in lower case; `<` `>` arrows."""
    figures = [figure(each) for each in (value, *others)]
    scale = figure_scale([f.interval for f in figures], [n for f in figures for n in f.stated])
    bar, dots = drawn(figures[0].interval, figures[0].stated, scale)
    signs = "".join(
        ("O" if dot.stated else "o") if dot.hollow else ("X" if dot.stated else "x") for dot in dots
    )
    if bar is None:
        return signs
    return (
        ("<" if bar.arrow_start else "")
        + "-".join(["", *signs, ""]).strip("-")
        + (">" if bar.arrow_end else "")
    )


@pytest.mark.parametrize(
    ("value", "signs"),
    [
        ("100", "X"),
        ("about 100", "x-X-x"),
        ("80 to 120", "X-X"),
        ("at least 100", "X>"),
        ("more than 100", "O>"),
        ("at most 100", "<X"),
        ("fewer than 100", "<O"),
        ("up to 100", "o-X"),
        ("-5", "X"),
        ("0", "X"),
    ],
)
def test_each_form_of_a_figure_has_its_marks(value: str, signs: str) -> None:
    assert marks(value) == signs


def test_on_a_logarithmic_axis_zero_is_infinitely_far() -> None:
    assert marks("up to 700", "9000000", "1") == "<X"
    assert marks("up to 700", "600") == "o-X"
    assert marks("0", "9000000", "1") == "X"


def test_units_that_convert_share_an_axis_and_others_have_their_own() -> None:
    (axis,) = axes("12 km", "about 7 miles", "9,000 metres", measure="distance")
    assert [row.words for row in axis.rows] == ["12 km", "about 7 miles", "9,000 metres"]
    assert axis.name == "distance, km"
    places = [row.dots[-1 if len(row.dots) == 1 else 1].at for row in axis.rows]
    assert places[2] < places[1] < places[0]
    assert [axis.name for axis in axes("£5 million", "about €4 million", measure="cost")] == [
        "cost, £",
        "cost, €",
    ]


def test_temperatures_keep_their_order_across_scales() -> None:
    (axis,) = axes("-40 °C", "0 °F", "270 K", measure="cold")
    places = [row.dots[0].at for row in axis.rows]
    assert places == sorted(places)


def test_a_lone_figure_has_no_chart_and_neither_has_a_brief_without_any() -> None:
    assert charts(brief("100", "")) == ()
    assert charts(brief("", "")) == ()
    assert len(charts(brief("100", "100"))) == 1


def test_figures_stand_in_the_order_of_columns_with_what_they_are_taken_for() -> None:
    (chart,) = charts(harbour())
    rows = chart.axes[0].rows
    assert [(r.column.outlet, r.words, r.taken) for r in rows] == [
        ("The Herald", "about 120", "108 to 132"),
        ("The Echo", "more than 200", "more than 200"),
    ]
    assert chart.row.anchor == "claim-aboard"


def test_the_page_says_in_words_what_it_draws_and_hides_the_drawing_from_readers_aloud() -> None:
    (html,) = [
        part.html
        for part in render_brief(harbour(), Settings())[0].parts
        if isinstance(part, Markup) and "b-scale" in part.html
    ]
    assert "108 to 132" in html
    assert "style=" not in html
    hidden: list[bool] = []
    for kind, element in dom(html):
        if kind == "start" and isinstance(element, tuple):
            tag, attributes = element
            hidden.append((hidden and hidden[-1]) or ("aria-hidden", "true") in attributes)
            assert hidden[-1] or tag not in ("svg", "circle", "line", "path", "text")
        elif kind == "end":
            hidden.pop()
    assert hidden == []


_NUMBER = st.decimals(min_value=-(10**8), max_value=10**8, places=2)
_INTERVALS = st.tuples(
    st.one_of(st.none(), _NUMBER), st.one_of(st.none(), _NUMBER), st.booleans(), st.booleans()
).map(lambda v: Interval(*(sorted(v[:2]) if None not in v[:2] else v[:2]), v[2], v[3]))  # type: ignore[type-var]


@settings(deadline=None)
@given(st.lists(st.tuples(_INTERVALS, _NUMBER), min_size=1, max_size=6))
def test_every_mark_is_within_the_plot_and_in_order(made: list[tuple[Interval, Decimal]]) -> None:
    intervals, stated = [interval for interval, _ in made], [number for _, number in made]
    scale = figure_scale(intervals, stated)
    for interval, number in made:
        bar, dots = drawn(interval, (number,), scale)
        assert [dot.at for dot in dots] == sorted(dot.at for dot in dots)
        assert all(0 <= dot.at <= 100 for dot in dots)
        if bar:
            assert 0 <= bar.start <= bar.end <= 100
            assert not (bar.arrow_start and bar.start)
            assert not (bar.arrow_end and bar.end != 100)
