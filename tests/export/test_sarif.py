"""SARIF: each problem a result, at its place, under its rule."""

from __future__ import annotations

import json
from typing import Any

from generator.export.sarif import ROOT, problems_as_sarif
from generator.model.source import Location, Problem, Severity


def run_of(*problems: Problem) -> dict[str, Any]:
    log = json.loads(problems_as_sarif(problems))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_without_problems_there_is_a_run_without_results() -> None:
    run = run_of()
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_problem_is_a_result_at_its_place() -> None:
    found = Problem(Location("briefs/a b/brief.yml", 3, 5, 7), "quote-not-found", "not “there”", "mend it")
    (result,) = run_of(found)["results"]
    assert result["level"] == "error"
    assert result["message"]["text"] == "not “there”\nmend it"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "briefs/a%20b/brief.yml", "uriBaseId": ROOT}
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 12}


def test_results_point_to_the_rule_of_their_code() -> None:
    place = Location("f.yml", 1, 1, 0)
    codes = ["unit", "date", "unit"]
    run = run_of(*(Problem(place, code, str(n), severity=Severity.WARNING) for n, code in enumerate(codes)))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["date", "unit"]
    assert (
        [rules[result["ruleIndex"]] for result in run["results"]]
        == codes
        == [r["ruleId"] for r in run["results"]]
    )
    assert {result["level"] for result in run["results"]} == {"warning"}
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["endColumn"] == 2


def test_two_problems_of_one_line_have_fingerprints_of_their_own_that_no_line_is_part_of() -> None:
    def of(line: int, message: str) -> object:
        return run_of(Problem(Location("f.yml", line, 1), "unit", message))["results"][0][
            "partialFingerprints"
        ]

    assert of(1, "a") == of(9, "a") != of(1, "b")
