"""Attribution chains: the registered parties that a report rests on, and whether it can be followed to anybody."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.brief import UNKNOWN, Brief, Link, Report, Together


@dataclass(frozen=True, slots=True)
class Chain:
    """The topmost parties (by `part_of`) of a report's chain. Not `traceable`: it counts for no origin."""

    parties: frozenset[str]
    traceable: bool


def chain_of(brief: Brief, source: str, report: Report) -> Chain:
    """ "A report's chain: the source's outlet, its `based_on`, then `via`."

    "A report `via: unknown` counts for none; `[nhk, unknown]` counts as NHK's. A text that describes ("several
    sources") is the outlet's own unnamed origin: it counts" - and names no party. Side by side, all are its parties.
    """
    meta = brief.articles[source].meta
    named = [name for link in report.via for name in _names(link)]
    parties = brief.parties
    registered = parties.by_id.keys() & (meta.outlet, *meta.based_on, *named)
    return Chain(frozenset(map(parties.topmost, registered)), named.count(UNKNOWN) < max(1, len(named)))


def _names(link: Link) -> tuple[str, ...]:
    return link.together if isinstance(link, Together) else (link,)
