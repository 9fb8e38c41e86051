"""Where a brief's claims come from: each origin with the outlets that had it from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.findings import ClaimFinding, Findings
from generator.render.attribution import Name, origins_of
from generator.render.cells import Column
from generator.render.links import claim_anchor


@dataclass(frozen=True, slots=True)
class Branch:
    """One source that had claims from the origin."""

    column: Column
    claims: tuple[tuple[str, str], ...]
    """Anchor and text of each claim."""


@dataclass(frozen=True, slots=True)
class Source:
    """An origin: a party, a text that only describes (an outlet's own unnamed origin), or none that is known."""

    name: Name | None
    outlet: str | None
    """The outlet's name where the origin is known to it alone."""
    branches: tuple[Branch, ...]
    claims: int
    """How many claims rest on it."""


def provenance(findings: Findings, columns: tuple[Column, ...]) -> tuple[Source, ...]:
    """The origins, those of most sources and claims first; what is passed on without saying from whom comes last."""
    found: dict[tuple[str, str], tuple[Name | None, dict[str, list[tuple[str, str]]]]] = {}
    by_source = {column.source: column for column in columns}
    for claim in findings.claims:
        for report in claim.reports:
            column = by_source[report.source]
            for name in origins_of(findings.brief, report) or (None,):
                _, branches = found.setdefault(_key(name, column), (name, {}))
                _put(branches.setdefault(report.source, []), claim)
    sources = [_source(name, branches, by_source) for name, branches in found.values()]
    return tuple(sorted(sources, key=lambda s: (s.name is None, -len(s.branches), -s.claims)))


# --- Private ---


def _key(name: Name | None, column: Column) -> tuple[str, str]:
    """A registered party is one origin for all; any other text is the outlet's own."""
    if name is None:
        return "", column.source
    return ("party", name.party) if name.party else (column.source, name.text)


def _put(claims: list[tuple[str, str]], claim: ClaimFinding) -> None:
    entry = (claim_anchor(claim.claim.id), claim.claim.claim)
    if entry not in claims:
        claims.append(entry)


def _source(
    name: Name | None, branches: Mapping[str, list[tuple[str, str]]], columns: Mapping[str, Column]
) -> Source:
    made = tuple([Branch(columns[source], tuple(claims)) for source, claims in branches.items()])
    outlet = made[0].column.outlet if name is None or name.party is None else None
    return Source(name, outlet, made, len({anchor for branch in made for anchor, _ in branch.claims}))
