"""Every case of yaml-test-suite: the value that YAML 1.2 gives it, or an error at a place of the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.load import load_yaml
from tests.acceptance.desk import SHARED

CASES = SHARED / "corpora" / "hostile_yaml" / "cases.jsonl"

pytestmark = pytest.mark.skipif(not CASES.is_file(), reason="the shared corpora are not here (BRIEFS_SHARED)")


def cases() -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in CASES.read_text("utf-8").split("\n") if line]


def test_each_case_has_its_value_or_an_error_in_its_place() -> None:
    every, accepted, refused = cases(), 0, 0
    for case in every:
        text = str(case["yaml"])
        tree, problems = load_yaml("brief.yml", text.encode("utf-8"))
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in problems:
            assert 1 <= problem.location.line <= len(lines), case["id"]
            assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1, case["id"]
        if any(problem.is_error for problem in problems):
            refused += 1
            continue
        assert not case["fail"], case["id"]
        assert tree is not None, case["id"]
        assert case["json"] is not None, case["id"]
        assert tree.value == json.loads(case["json"], parse_int=str, parse_float=str), case["id"]
        accepted += 1
    assert (len(every), sum(bool(case["fail"]) for case in every)) == (402, 94)
    assert accepted + refused == 402
    assert accepted >= 60
