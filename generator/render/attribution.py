"""Who a source had a report from, as a reader is told it; and where its chain ends."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.model.brief import Brief, Link, Together
from generator.model.findings import ReportFinding
from generator.render.view import view
from generator.render.wording import is_unknown

Certainty: TypeAlias = Literal["named", "unnamed", "unknown"]


@view
class Name:
    """A party in a chain. `party` is its id where it is registered; a text that only describes is `unnamed`."""

    text: str
    certainty: Certainty
    party: str | None = None
    role: str | None = None


@view
class Attribution:
    """The chain of one report, nearest first; names in one place stand side by side.

    `own_authority` where the article says it from no one; `editors_reading` where no passage of the article was
    given for the chain.
    """

    chain: tuple[tuple[Name, ...], ...]
    own_authority: bool
    unattributed: bool
    editors_reading: bool
    passage: str | None


def attribution(brief: Brief, finding: ReportFinding) -> Attribution:
    """How the page says who `finding` comes from: `based_on` first, then `via`."""
    via = finding.report.via
    unattributed = bool(via) and is_unknown(via[-1])
    links: tuple[Link, ...] = (*brief.articles[finding.source].meta.based_on, *via)
    chain = tuple([_names(brief, link) for link in links if not is_unknown(link)])
    said = any(not is_unknown(link) for link in via)
    return Attribution(
        chain=chain,
        own_authority=not via,
        unattributed=unattributed,
        editors_reading=said and finding.via_quotation is None,
        passage=" […] ".join(a.exact for a in finding.via_quotation) if finding.via_quotation else None,
    )


def origins_of(brief: Brief, finding: ReportFinding) -> tuple[Name, ...]:
    """The parties that the report can be followed to: the last place of its chain that names a registered one.

    `[nhk, several sources]` and `[nhk, unknown]` lead to NHK; a chain of describing texts alone to these; no chain
    to the outlet. Empty where the outlet passed it on without saying from whom.
    """
    article = brief.articles[finding.source]
    via = finding.report.via
    if via and all(is_unknown(link) for link in via):
        return ()
    links: tuple[Link, ...] = (*article.meta.based_on, *via) or (article.meta.outlet,)
    places = (_names(brief, link) for link in reversed(links) if not is_unknown(link))
    last = place = next(places)
    while not any(name.party for name in place):
        if (earlier := next(places, None)) is None:
            return last
        place = earlier
    return place


# --- Private ---


def _names(brief: Brief, link: Link) -> tuple[Name, ...]:
    texts = link.together if isinstance(link, Together) else (link,)
    return tuple([_name(brief, text) for text in texts])


def _name(brief: Brief, text: str) -> Name:
    party = brief.parties.by_id.get(text)
    if party:
        return Name(party.name, "named", text, party.role)
    return Name(text, "unknown" if is_unknown(text) else "unnamed")
