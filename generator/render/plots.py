"""Plots as SVG: numbers of our own between tags of our own, which loops of a template take ten times as long over."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as Safe
from markupsafe import escape

from generator.model.characters import printable
from generator.render.charts.figures import Bar, Dot
from generator.render.charts.ticks import Tick


def gridlines(ticks: Iterable[Tick]) -> Safe:
    """The lines across a plot, each on a line of its own."""
    return _drawn(
        f'<line class="b-gridline" x1="{tick.at}%" x2="{tick.at}%" y1="0" y2="100%"></line>\n'
        for tick in ticks
    )


def marks(bar: Bar | None, dots: Iterable[Dot]) -> Safe:
    """A figure on its plot: the bar with its arrows, and the dots over it."""
    return _drawn([*(_bar(bar) if bar else ()), *map(_dot, dots)])


def axis(ticks: Iterable[Tick]) -> Safe:
    """The ticks below a plot, with their labels."""
    return _drawn(part for tick in ticks for part in (_tick(tick), _label(tick)))


# --- Private ---


def _drawn(parts: Iterable[str]) -> Safe:
    return Safe("".join(parts))  # noqa: S704 - tags and numbers of ours; labels are escaped


def _bar(bar: Bar) -> Iterable[str]:
    yield f'<line class="b-bar" x1="{bar.start}%" x2="{bar.end}%" y1="50%" y2="50%"></line>\n'
    if bar.arrow_start:
        yield _ARROW.format(at=0, head="M2 -6.5 L-8 0 L2 6.5 Z")
    if bar.arrow_end:
        yield _ARROW.format(at=100, head="M-2 -6.5 L8 0 L-2 6.5 Z")


_ARROW = '<svg class="b-plot__at" x="{at}%" y="50%"><path class="b-arrowhead" d="{head}"></path></svg>\n'


def _dot(dot: Dot) -> str:
    kind = "b-dot b-dot--hollow" if dot.hollow else "b-dot"
    return f'<circle class="{kind}" cx="{dot.at}%" cy="50%" r="{5.5 if dot.stated else 3}"></circle>\n'


def _tick(tick: Tick) -> str:
    return f'<line class="b-axis" x1="{tick.at}%" x2="{tick.at}%" y1="0" y2="5"></line>\n'


def _label(tick: Tick) -> str:
    if tick.shown == "never":
        return ""
    kind = "b-tick b-tick--wide" if tick.shown == "wide" else "b-tick"
    text = escape(printable(tick.text))
    return f'<text class="{kind}" x="{tick.at}%" y="18" text-anchor="{tick.hold}">{text}</text>\n'
