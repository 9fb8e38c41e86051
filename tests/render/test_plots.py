"""Plots: our own tags with our own numbers, and labels that are escaped."""

from __future__ import annotations

import pytest

from generator.render.charts.figures import Bar, Dot
from generator.render.charts.ticks import Tick
from generator.render.plots import axis, gridlines, marks

ALWAYS, WIDE, NEVER = (
    Tick(0.0, "<0>\x00 & 'a'", "start", "always"),
    Tick(50.0, "5", "middle", "wide"),
    Tick(100.0, "10", "end", "never"),
)
ARROW = '<svg class="b-plot__at" x="{}%" y="50%"><path class="b-arrowhead" d="{}"></path></svg>\n'
LEFT, RIGHT = ARROW.format(0, "M2 -6.5 L-8 0 L2 6.5 Z"), ARROW.format(100, "M-2 -6.5 L8 0 L-2 6.5 Z")
BAR = '<line class="b-bar" x1="1.5%" x2="20%" y1="50%" y2="50%"></line>\n'


def test_gridlines_stand_at_the_ticks() -> None:
    assert gridlines([ALWAYS, WIDE]) == (
        '<line class="b-gridline" x1="0.0%" x2="0.0%" y1="0" y2="100%"></line>\n'
        '<line class="b-gridline" x1="50.0%" x2="50.0%" y1="0" y2="100%"></line>\n'
    )


def test_labels_are_escaped_and_stand_where_there_is_room() -> None:
    assert axis([ALWAYS, WIDE, NEVER]) == (
        '<line class="b-axis" x1="0.0%" x2="0.0%" y1="0" y2="5"></line>\n'
        '<text class="b-tick" x="0.0%" y="18" text-anchor="start">&lt;0&gt; &amp; &#39;a&#39;</text>\n'
        '<line class="b-axis" x1="50.0%" x2="50.0%" y1="0" y2="5"></line>\n'
        '<text class="b-tick b-tick--wide" x="50.0%" y="18" text-anchor="middle">5</text>\n'
        '<line class="b-axis" x1="100.0%" x2="100.0%" y1="0" y2="5"></line>\n'
    )


@pytest.mark.parametrize(
    ("bar", "drawn"),
    [
        (None, ""),
        (Bar(1.5, 20, arrow_start=False, arrow_end=False), BAR),
        (Bar(1.5, 20, arrow_start=True, arrow_end=False), BAR + LEFT),
        (Bar(1.5, 20, arrow_start=False, arrow_end=True), BAR + RIGHT),
        (Bar(1.5, 20, arrow_start=True, arrow_end=True), BAR + LEFT + RIGHT),
    ],
)
def test_a_bar_that_goes_on_has_an_arrow_there(bar: Bar | None, drawn: str) -> None:
    assert marks(bar, []) == drawn


@pytest.mark.parametrize(
    ("dot", "drawn"),
    [
        (Dot(3, stated=True, hollow=False), '<circle class="b-dot" cx="3%" cy="50%" r="5.5"></circle>\n'),
        (Dot(3, stated=False, hollow=False), '<circle class="b-dot" cx="3%" cy="50%" r="3"></circle>\n'),
        (
            Dot(3, stated=True, hollow=True),
            '<circle class="b-dot b-dot--hollow" cx="3%" cy="50%" r="5.5"></circle>\n',
        ),
    ],
)
def test_a_dot_says_whether_it_was_stated_and_belongs(dot: Dot, drawn: str) -> None:
    assert marks(None, [dot]) == drawn
    assert marks(Bar(1.5, 20, arrow_start=False, arrow_end=False), [dot, dot]) == BAR + 2 * drawn
