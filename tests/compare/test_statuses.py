from __future__ import annotations

import pytest

from generator.compare import ORDER
from generator.model.findings import Status

from .conftest import Compared

BODY = "Boats left. The fleet sailed with 100 boats, or with 200 boats, over 5 km or 10 miles."
A, B, C = "Boats left", "The fleet sailed", "with 100 boats, or with 200 boats, over 5 km or 10 miles"


def reports(**given: str) -> str:
    return "\n".join(f"{source}: {report}" for source, report in given.items())


def figures(**given: str) -> str:
    return reports(**{source: f"{{quote: '{C}', {keys}}}" for source, keys in given.items()})


TOLD: list[tuple[str, str, str, int, str]] = [
    ("one source", reports(alder=A), "one source", 1, "a"),
    (
        "one source that contradicts itself",
        reports(alder=f"[{A}, {{quote: {B}, stance: denies}}]"),
        "one source", 1, "aa",
    ),
    ("one source, not traceable", reports(alder=f"{{quote: {A}, via: unknown}}"), "one source", 0, "a"),
    ("two alike", reports(alder=A, birch=B), "corroborated", 2, "ab"),
    (
        "two from one agency",
        reports(alder=f"{{quote: {A}, via: wire}}", birch=f"{{quote: {B}, via: wire}}"),
        "repeated", 1, "ab",
    ),
    (
        "nobody knows",
        reports(alder=f"{{quote: {A}, via: unknown}}", birch=f"{{quote: {B}, via: unknown}}"),
        "repeated", 0, "ab",
    ),
    ("supports and denies", reports(alder=A, birch=f"{{quote: {B}, stance: denies}}"), "differs", 2, "ab"),
    (
        "supports and questions",
        reports(alder=A, birch=f"{{quote: {B}, stance: questions}}"),
        "differs", 2, "ab",
    ),
    (
        "denies and questions",
        reports(alder=f"{{quote: {A}, stance: questions}}", birch=f"{{quote: {B}, stance: denies}}"),
        "repeated", 1, "b",
    ),
    ("figures alike", figures(alder="value: 100", birch="value: 100"), "corroborated", 2, "ab"),
    ("figures apart", figures(alder="value: 100", birch="value: 200"), "differs", 2, "ab"),
    (
        "one pair apart though another agrees",
        figures(alder="value: 100", birch="value: 100", cedar="value: 200"), "differs", 3, "abc",
    ),
    (
        "another scope",
        figures(alder="value: 100", birch="value: 100, scope: all"),
        "not comparable", 2, "ab",
    ),
    ("another unit", figures(alder="value: 5 km", birch="value: 5"), "not comparable", 2, "ab"),
    (
        "no date in common",
        figures(alder="value: 100, as_of: 2024", birch="value: 100, as_of: 2025"),
        "not comparable", 2, "ab",
    ),
    (
        "a figure and a report without took no part together",
        figures(alder="value: 100", birch="value: 100") + f"\ncedar: {B}", "corroborated", 2, "ab",
    ),
    (
        "one figure alone compares with nothing",
        figures(alder="value: 100") + f"\nbirch: {B}",
        "corroborated", 2, "ab",
    ),
    (
        "a figure of another scope took no part",
        figures(alder="value: 100", birch="value: 100, via: alder", cedar="value: 100, scope: all"),
        "repeated", 1, "ab",
    ),
    ("dates that meet", figures(alder="when: 2024-08-06", birch="when: 2024-08"), "corroborated", 2, "ab"),
    ("dates apart", figures(alder="when: 2024-08-06", birch="when: 2024-09"), "differs", 2, "ab"),
    (
        "either of figures and dates is taking part",
        figures(alder="value: 100", birch="value: 100, when: 2024-08", cedar="when: 2024"),
        "corroborated", 3, "abc",
    ),
    (
        "figures that count nothing in common, on dates that meet",
        figures(alder="value: 100, when: 2024", birch="value: 100, scope: all, when: 2024"),
        "not comparable", 2, "ab",
    ),
    (
        "a dispute comes first",
        figures(alder="value: 100", birch="value: 5 km, stance: denies"),
        "differs", 2, "ab",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "told", "status", "origins", "agreeing"), TOLD, ids=[row[0] for row in TOLD]
)
def test_the_first_rule_that_fits_gives_the_status(
    compared: Compared, name: str, told: str, status: str, origins: int, agreeing: str
) -> None:
    sources = [line.split(":")[0] for line in told.splitlines()]
    finding, problems = compared(told, dict.fromkeys(sources, BODY))
    assert problems == []
    assert (str(finding.computed), finding.origins) == (status, origins)
    assert "".join(report.source[0] for report in finding.reports if report.agrees) == agreeing


def test_an_overrule_leaves_what_was_computed(compared: Compared) -> None:
    finding, _ = compared(
        reports(alder=A, birch=B),
        {"alder": BODY, "birch": BODY},
        overrule="{status: differs, because: scope}",
    )
    assert (str(finding.computed), str(finding.status)) == ("corroborated", "differs")


def test_each_pair_says_whether_it_meets_and_why_not(compared: Compared) -> None:
    told = figures(alder="value: 100", birch="value: 200, when: 2024", cedar="value: 5 km, when: 2025")
    finding, _ = compared(told, dict.fromkeys(("alder", "birch", "cedar"), BODY))
    assert [(c.left, c.right, c.of, c.common, c.why) for c in finding.comparisons] == [
        (0, 1, "figure", False, ""),
        (0, 2, "figure", None, "units that do not convert"),
        (1, 2, "figure", None, "units that do not convert"),
        (1, 2, "when", False, ""),
    ]


def test_figures_of_one_source_are_not_compared_with_each_other(compared: Compared) -> None:
    told = f"alder: [{{quote: '{C}', value: 100}}, {{quote: '{C}', value: 200}}]\nbirch: {B}"
    finding, _ = compared(told, {"alder": BODY, "birch": BODY})
    assert finding.comparisons == ()
    assert finding.computed == "corroborated"


def test_each_status_has_one_rule() -> None:
    assert sorted(ORDER) == sorted(Status)
