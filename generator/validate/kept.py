"""What a release said and where it said it, against what the next one would: changed silently, or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.model.released import Released, SaidCorrection
from generator.model.source import Location, Path, Problem, Severity, Tree
from generator.validate.changed import Change, changes
from generator.validate.corrected import Corrections, corrections_since, entry, listed


@dataclass(frozen=True, slots=True)
class Since:
    """What is compared with, in words, and the day on which a correction would be dated."""

    name: str
    today: str


def kept_problems(
    now: Released, before: Released, tree: Tree, since: Since, others: Collection[SaidCorrection] = ()
) -> Iterator[Problem]:
    """What a published brief no longer says, of which no correction tells, and which corrections, claims and sources
    are gone.

    A claim's text, its date, its measure, its status, a quote, its translation or a figure of its reports that is
    another, or is gone, wants a new entry of `corrections` that names the claim, or, for words alone, one with
    `minor: true`, dated no earlier than what it corrects. New claims, reports and quotes want none. Corrections stay
    as they were, those of a withdrawn brief too. `others` are the corrections of other briefs that `now` stands for.
    Warnings: a build goes on without `--strict`.
    """
    if "draft" in (now.status, before.status):
        return
    names = {name: number for number, claim in enumerate(now.claims) for name in (claim.id, *claim.aliases)}
    told = corrections_since(now, before, names, others)
    yield from told.problems(tree, since.name)
    if now.status != "published" or before.status != "published":
        return
    yield from _changed(now, before, tree, since, names, told)
    sources = {name: source.id for source in now.sources for name in (source.id, *source.aliases)}
    for source in before.sources:
        for name in (source.id, *source.aliases):
            if name not in sources:
                yield _gone(tree, ("sources",), "source", name, since)


def gone_briefs(
    before: Mapping[str, Released], now: Mapping[str, Collection[str]], briefs_dir: str, since: Since
) -> Iterator[Problem]:
    """Which slugs and old slugs lead nowhere any more, each at the file of the brief that had it.

    `now` holds, by slug, the old slugs of each brief that has a page, withdrawn or not.
    """
    known = {name for slug, aliases in now.items() for name in (slug, *aliases)}
    for slug, released in before.items():
        for name in released.addresses:
            if name not in known:
                place = Location(f"{briefs_dir}/{slug}/brief.yml", 1, 1)
                message = f"the address of `{name}`, which {since.name} has, would be gone"
                remedy = (
                    "Addresses are for ever: name it under `aliases:` of the brief that stands in its place, or keep "
                    "the folder, with `status: withdrawn` and a `notice:` that says why."
                )
                yield Problem(place, "vanished-brief", message, remedy, Severity.WARNING)


def not_compared(slug: str, briefs_dir: str, since: Since) -> Problem:
    """That it can't be known what a release said of a brief, at the brief's file. A warning."""
    message = (
        f"`briefs/{slug}/brief.json` of {since.name} is gone or can't be read: nothing is compared with it"
    )
    remedy = (
        "Put that file back, or compare with another release: `--since-site DIR`, `--since REV`. "
        "A build without `--strict` makes it anew."
    )
    place = Location(f"{briefs_dir}/{slug}/brief.yml", 1, 1)
    return Problem(place, "not-compared", message, remedy, Severity.WARNING)


# --- Private ---


def _changed(
    now: Released,
    before: Released,
    tree: Tree,
    since: Since,
    names: Mapping[str, int],
    told: Corrections,
) -> Iterator[Problem]:
    """Which claims are gone, and which say something else untold."""
    sources = {name: source.id for source in now.sources for name in (source.id, *source.aliases)}
    for claim in before.claims:
        for name in (claim.id, *claim.aliases):
            if name not in names:
                yield _gone(tree, ("claims",), "claim", name, since)
        number = names.get(claim.id)
        if number is None:
            continue
        found = tuple(changes(claim, now.claims[number], sources))
        if found and not told.tells_of({kind for kind, _, _ in found}, claim, now.claims[number]):
            yield _untold(tree.at(("claims", number, "claim")), now, number, found, since)


def _gone(tree: Tree, at: Path, kind: str, name: str, since: Since) -> Problem:
    is_claim = kind == "claim"
    where = "of the claim" if is_claim else "in the front matter of the article"
    code = "vanished-claim" if is_claim else "vanished-source"
    message = f"the {kind} `{name}`, which {since.name} has, is gone, and its address with it"
    remedy = f"Put it back, or write `aliases: [{name}]` {where} that stands in its place: ids are for ever."
    return Problem(tree.at_key(at), code, message, remedy, Severity.WARNING)


def _untold(place: Location, now: Released, number: int, found: tuple[Change, ...], since: Since) -> Problem:
    claim = now.claims[number].id
    kinds = list(dict.fromkeys(kind for kind, _, _ in found))
    verb = "is not what" if len(kinds) == 1 else "are not what"
    message = (
        f"{listed(kinds)} of the claim `{claim}` {verb} {since.name} said, and no correction tells of it"
    )
    was, is_ = ("; ".join(dict.fromkeys(change[n] for change in found)) for n in (1, 2))
    dated = ", and the day under `updated:`" if now.updated else ""
    remedy = f"Say so under `corrections:` (with `minor: true` where nothing that matters changed){dated}:\n"
    remedy += entry(SaidCorrection(since.today, was, is_, "…", claim))
    return Problem(place, "untold-correction", message, remedy, Severity.WARNING)
