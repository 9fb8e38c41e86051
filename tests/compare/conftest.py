from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest

from generator.anchor import anchor
from generator.compare import compare
from generator.load import load_article, load_yaml
from generator.model.findings import ClaimFinding, Findings
from generator.model.source import Problem
from generator.validate import validate_brief, validate_parties

PARTIES = """\
alder: {name: The Alder}
birch: {name: The Birch}
cedar: {name: The Cedar}
wire: {name: Northern Wire}
telex: {name: Telex Agency}
crown: {name: The Crown}
ministry: {name: Ministry of Boats, part_of: crown}
minister: {name: Ada Reed, part_of: ministry}
"""

Compared: TypeAlias = Callable[..., tuple[ClaimFinding, list[Problem]]]


def brief_of(reports: str, articles: Mapping[str, str], **claim: str) -> tuple[Findings, list[Problem]]:
    """One claim with these `reports:` (YAML, two spaces deep); the articles are bodies, or whole files."""
    parties, problems = validate_parties(load_yaml("parties.yml", PARTIES.encode())[0])  # type: ignore[arg-type]
    assert problems == []
    keys = "".join(f"    {key}: {value}\n" for key, value in claim.items())
    text = (
        "title: T\nsummary: S\ndate: 2025-03-01\nclaims:\n"
        f"  - id: event\n    claim: Boats left\n{keys}    reports:\n"
        + "".join(f"      {line}\n" for line in reports.splitlines())
    )
    tree, problems = load_yaml("brief.yml", text.encode())
    assert tree is not None, problems
    manuscripts = {}
    for source, body in articles.items():
        article = (
            body
            if body.startswith("---")
            else f"---\noutlet: {source}\ntitle: News of boats\n---\n\n{body}\n"
        )
        manuscripts[source] = load_article(f"articles/{source}.md", article.encode())[0]
    brief, problems = validate_brief("demo", tree, manuscripts, parties, {"demo"})  # type: ignore[arg-type]
    assert brief is not None, problems
    anchors, _ = anchor(brief)
    return compare(brief, anchors)


@pytest.fixture
def compared() -> Compared:
    """The finding of a claim, and the problems of comparing it."""

    def compare_reports(
        reports: str, articles: Mapping[str, str], **claim: str
    ) -> tuple[ClaimFinding, list[Problem]]:
        findings, problems = brief_of(reports, articles, **claim)
        return findings.claims[0], problems

    return compare_reports
