"""Each rule of "Comparison" with its opposite, on briefs of invented events, read back through the export."""

from __future__ import annotations

from typing import Any

import pytest

from ..desk import Desk, bare_site
from ..exported import check_format, check_spans
from .table import Case, Interval, cases, quotes_of

ALL = list(cases())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    files = {f"briefs/{name}": text for case in ALL for name, text in case.files.items()}
    return bare_site(tmp_path_factory.mktemp("comparison")).write(files)


@pytest.fixture(scope="module")
def exports(desk: Desk) -> dict[str, dict[str, Any]]:
    """Every brief's export, each read once."""
    return {}


def _export(desk: Desk, exports: dict[str, dict[str, Any]], case: Case) -> dict[str, Any]:
    if case.slug not in exports:
        exports[case.slug] = desk.export(case.slug)
    return exports[case.slug]


def test_there_are_sixty_briefs_of_one_to_six_sources() -> None:
    assert len(ALL) >= 60
    assert {len(case.reports) for case in ALL} == {1, 2, 3, 4, 5, 6}
    assert {case.computed for case in ALL} == {
        "corroborated",
        "repeated",
        "differs",
        "not comparable",
        "one source",
    }


def test_none_of_them_has_a_problem(desk: Desk) -> None:
    unused = "briefs/stances-19/articles/cedar.md"
    outcome = desk.check()
    assert [problem for problem in outcome.problems if problem["file"] != unused] == []
    assert outcome.code == 0


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.slug} {case.name}")
def test_the_reports_of_a_claim_come_to(case: Case, desk: Desk, exports: dict[str, dict[str, Any]]) -> None:
    claim = _export(desk, exports, case)["claims"][0]
    assert (claim["status"], claim["computed_status"]) == (case.status, case.computed)
    assert claim["origins"] == case.origins


@pytest.mark.parametrize("case", [case for case in ALL if case.values], ids=lambda case: case.name)
def test_a_figure_is_the_interval(case: Case, desk: Desk, exports: dict[str, dict[str, Any]]) -> None:
    reports = _export(desk, exports, case)["claims"][0]["reports"]
    intervals = {
        report["source"]: Interval.exported(report["value"])
        for report in reports
        if report["source"] in case.values
    }
    assert intervals == {source: Interval.read(text) for source, text in case.values.items()}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.slug)
def test_an_export_keeps_to_its_format(case: Case, desk: Desk, exports: dict[str, dict[str, Any]]) -> None:
    exported = _export(desk, exports, case)
    check_format(exported)
    assert exported["slug"] == case.slug
    assert exported["claims"][0]["claim"] == case.name
    quotes = {source: quotes_of(reports) for source, reports in case.reports.items()}
    assert check_spans(desk, exported) == sum(map(len, quotes.values()))
    found: dict[str, list[str]] = {}
    for report in exported["claims"][0]["reports"]:
        found.setdefault(report["source"], []).extend(quote["exact"] for quote in report["quotes"])
    assert found == quotes
