"""Why sources part ways is said with their names."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.figure import Figure, Interval
from generator.model.findings import ClaimFinding, Comparison, Findings, Status
from generator.render.reasons import reason
from tests.render.made import ENGLISH, article, findings, parties


def made(stances: str, computed: Status, *comparisons: Comparison) -> tuple[Findings, ClaimFinding]:
    words = {"s": "supports", "d": "denies", "q": "questions"}
    reports = {
        source: {"quote": "word", "stance": words[s]} for source, s in zip("abc", stances, strict=False)
    }
    whole = findings(
        {"claims": [{"id": "c", "claim": "C", "reports": reports}]},
        {source: article(source, "A word.") for source in reports},
        parties(a="Aye", b="Bee", c="Cee"),
    )
    figures = [
        Figure("1", "exactly", (Decimal(1),), Interval(Decimal(1), Decimal(1)), unit=unit, scope=scope)
        for unit, scope in [("km", "there"), ("points", None), (None, "there")]
    ]
    claim = whole.claims[0]
    given = tuple(replace(r, figure=f) for r, f in zip(claim.reports, figures, strict=False))
    return whole, replace(claim, reports=given, computed=computed, comparisons=comparisons)


@pytest.mark.parametrize(
    ("stances", "computed", "comparisons", "said"),
    [
        ("ss", Status.CORROBORATED, (), ""),
        ("sd", Status.DIFFERS, (), "Aye supports the claim; Bee denies it."),
        ("ssq", Status.DIFFERS, (), "Aye and Bee support the claim; Cee questions it."),
        ("dds", Status.DIFFERS, (), "Cee supports the claim; Aye and Bee deny it."),
        (
            "ss",
            Status.DIFFERS,
            (Comparison(0, 1, "figure", False), Comparison(0, 1, "when", False)),
            "The figures of Aye and Bee have no value in common. The dates of Aye and Bee have no day in common.",
        ),
        (
            "ss",
            Status.NOT_COMPARABLE,
            (Comparison(0, 1, "figure", None, "another scope"),),
            "The figures count different things (there; no scope given).",
        ),
        (
            "sss",
            Status.NOT_COMPARABLE,
            (
                Comparison(0, 1, "figure", None, "units that do not convert"),
                Comparison(0, 2, "figure", None, "dates that do not overlap"),
            ),
            "Their units don’t convert (km; points; a bare number). They are as of different dates.",
        ),
    ],
)
def test_the_reason_is(
    stances: str, computed: Status, comparisons: tuple[Comparison, ...], said: str
) -> None:
    assert reason(*made(stances, computed, *comparisons), ENGLISH) == said
