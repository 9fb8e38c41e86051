"""Why comparing gave what it gave, where sources part ways: in a sentence or two, with their names."""

from __future__ import annotations

from generator.model.brief import Brief
from generator.model.findings import ClaimFinding, Comparison, Findings, Status
from generator.render import wording

MOST = 4
"""Pairs that are named; a table of many sources would otherwise say the same over and over."""


def reason(findings: Findings, claim: ClaimFinding) -> str:
    """Why the computed status is `differs` or `not comparable`; empty for the others."""
    if claim.computed is Status.DIFFERS:
        return " ".join([*_stances(findings.brief, claim), *_apart(findings.brief, claim)])
    if claim.computed is Status.NOT_COMPARABLE:
        return " ".join(_unlike(claim))
    return ""


# --- Private ---


def _stances(brief: Brief, claim: ClaimFinding) -> list[str]:
    """ "The Herald supports the claim; the Echo denies it." """
    by_stance: dict[str, dict[str, None]] = {"supports": {}, "denies": {}, "questions": {}}
    for report in claim.reports:
        by_stance[report.report.stance][_outlet(brief, report.source)] = None
    said = [(stance, list(names)) for stance, names in by_stance.items() if names]
    if len(said) < 2:
        return []
    clauses = [
        f"{wording.listed(names)} {stance if len(names) == 1 else stance.removesuffix('s').replace('denie', 'deny')}"
        f" {'it' if place else 'the claim'}"
        for place, (stance, names) in enumerate(said)
    ]
    return ["; ".join(clauses) + "."]


def _apart(brief: Brief, claim: ClaimFinding) -> list[str]:
    """Figures or dates without anything in common."""
    pairs = [pair for pair in claim.comparisons if pair.common is False]
    sentences = dict.fromkeys(_pair(brief, claim, pair) for pair in pairs)
    return list(sentences)[:MOST]


def _pair(brief: Brief, claim: ClaimFinding, pair: Comparison) -> str:
    left, right = (_outlet(brief, claim.reports[index].source) for index in (pair.left, pair.right))
    shared = "no value" if pair.of == "figure" else "no day"
    what = "figures" if pair.of == "figure" else "dates"
    return f"The {what} of {left} and {right} have {shared} in common."


def _unlike(claim: ClaimFinding) -> list[str]:
    whys = {pair.why for pair in claim.comparisons if pair.common is None}
    figures = [report.figure for report in claim.reports if report.figure]
    said = []
    if "another scope" in whys:
        scopes = dict.fromkeys(figure.scope or "no scope given" for figure in figures)
        said.append(f"The figures count different things ({'; '.join(scopes)}).")
    if "units that do not convert" in whys:
        units = dict.fromkeys(figure.unit or "a bare number" for figure in figures)
        said.append(f"Their units don’t convert ({'; '.join(units)}).")
    if "dates that do not overlap" in whys:
        said.append("They are as of different dates.")
    return said


def _outlet(brief: Brief, source: str) -> str:
    return brief.parties.name(brief.articles[source].meta.outlet)
