"""Why comparing gave what it gave, where sources part ways: in a sentence or two, with their names."""

from __future__ import annotations

from generator.model.brief import Brief
from generator.model.findings import ClaimFinding, Comparison, Findings, Status
from generator.render import wording
from generator.render.catalogue import Words

MOST = 4
"""Pairs that are named; a table of many sources would otherwise say the same over and over."""


def reason(findings: Findings, claim: ClaimFinding, words: Words) -> str:
    """Why the computed status is `differs` or `not comparable`; empty for the others."""
    if claim.computed is Status.DIFFERS:
        return " ".join([*_stances(findings.brief, claim, words), *_apart(findings.brief, claim, words)])
    if claim.computed is Status.NOT_COMPARABLE:
        return " ".join(_unlike(claim, words))
    return ""


# --- Private ---


def _stances(brief: Brief, claim: ClaimFinding, words: Words) -> list[str]:
    """ "The Herald supports the claim; the Echo denies it." """
    by_stance: dict[str, dict[str, None]] = {"supports": {}, "denies": {}, "questions": {}}
    for report in claim.reports:
        by_stance[report.report.stance][_outlet(brief, report.source)] = None
    said = [(stance, list(names)) for stance, names in by_stance.items() if names]
    if len(said) < 2:
        return []
    clauses = [_clause(stance, names, words, first=not place) for place, (stance, names) in enumerate(said)]
    return ["; ".join(clauses) + "."]


def _clause(stance: str, names: list[str], words: Words, *, first: bool) -> str:
    """The first clause names the claim, those after it say "it"."""
    who, many = wording.listed(names, words), len(names)
    match stance, first:
        case "supports", _:
            return words.ngettext("%(who)s supports the claim", "%(who)s support the claim", many, who=who)
        case "denies", True:
            return words.ngettext("%(who)s denies the claim", "%(who)s deny the claim", many, who=who)
        case "denies", False:
            return words.ngettext("%(who)s denies it", "%(who)s deny it", many, who=who)
    return words.ngettext("%(who)s questions it", "%(who)s question it", many, who=who)


def _apart(brief: Brief, claim: ClaimFinding, words: Words) -> list[str]:
    """Figures or dates without anything in common."""
    pairs = [pair for pair in claim.comparisons if pair.common is False]
    sentences = dict.fromkeys(_pair(brief, claim, pair, words) for pair in pairs)
    return list(sentences)[:MOST]


def _pair(brief: Brief, claim: ClaimFinding, pair: Comparison, words: Words) -> str:
    left, right = (_outlet(brief, claim.reports[index].source) for index in (pair.left, pair.right))
    names = {"one": left, "other": right}
    if pair.of == "figure":
        return words.gettext("The figures of %(one)s and %(other)s have no value in common.", **names)
    return words.gettext("The dates of %(one)s and %(other)s have no day in common.", **names)


def _unlike(claim: ClaimFinding, words: Words) -> list[str]:
    whys = {pair.why for pair in claim.comparisons if pair.common is None}
    figures = [report.figure for report in claim.reports if report.figure]
    said = []
    if "another scope" in whys:
        none = words.gettext("no scope given")
        scopes = "; ".join(dict.fromkeys(figure.scope or none for figure in figures))
        said.append(words.gettext("The figures count different things (%(scopes)s).", scopes=scopes))
    if "units that do not convert" in whys:
        bare = words.gettext("a bare number")
        units = "; ".join(dict.fromkeys(figure.unit or bare for figure in figures))
        said.append(words.gettext("Their units don’t convert (%(units)s).", units=units))
    if "dates that do not overlap" in whys:
        said.append(words.gettext("They are as of different dates."))
    return said


def _outlet(brief: Brief, source: str) -> str:
    return brief.parties.name(brief.articles[source].meta.outlet)
