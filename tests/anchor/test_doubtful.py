"""Quotes beside a fault that is told already: what only follows from it is not told as well."""

from __future__ import annotations

import pytest

from generator.anchor import anchor
from generator.load import load_article, load_yaml
from generator.validate import validate_brief, validate_parties
from tests.anchor.written import PARTIES, article

BODY = "Then the boats left at noon.\n\nLater the boats left again."
TITLE = "A fire in the harbour"
REPORT = (
    "title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n  - id: c\n    claim: C\n    reports:\n      herald: "
)


def codes(report: str) -> list[str]:
    """What is told of a report, in YAML flow, by validation and then by anchoring."""
    tree, problems = load_yaml("briefs/port/brief.yml", f"{REPORT}{report}\n".encode())
    manuscript, _ = load_article("briefs/port/articles/herald.md", article(BODY, TITLE).encode())
    register, _ = load_yaml("briefs/parties.yml", PARTIES.encode())
    assert tree is not None
    assert manuscript is not None
    assert register is not None
    parties, _ = validate_parties(register)
    brief, found = validate_brief("port", tree, {"herald": manuscript}, parties, {"port": "port"})
    problems += found
    if brief is not None:
        problems += anchor(brief)[1]
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("{quote: {exact: the boats left, suffix: again}}", []),
        ("{quote: {exact: the boats left}}", ["quote-ambiguous"]),
        ("{quote: {exact: the boats left, sufix: again}}", ["unknown-key"]),
        ("{quote: {exact: the boats left, suffix: [again]}}", ["wrong-type"]),
        ('{quote: {exact: the boats left, prefix: ""}}', ["empty"]),
        ("{quote: [{exact: the boats left, sufix: again}, the boats left]}", ["unknown-key", "quote-ambiguous"]),
        ("{quote: {exact: the ships left, sufix: again}}", ["unknown-key", "quote-not-found"]),
        ("{quote: Then the boats, via_quote: {exact: the boats left, sufix: again}}", ["unknown-key"]),
        ("{quote: the harbour, in: title}", []),
        ("{quote: the harbour}", ["quote-not-found"]),
        ("{quote: the harbour, in: titel}", ["unknown-word"]),
        ("{quote: the harbour, inn: title}", ["unknown-key"]),
        ("{quote: the haven, in: titel}", ["unknown-word", "quote-not-found"]),
        ("[{quote: Then the boats, inn: title}, the harbour]", ["unknown-key", "quote-not-found"]),
    ],
)  # fmt: skip
def test_only_the_fault_itself_is_told(report: str, expected: list[str]) -> None:
    assert codes(report) == expected
