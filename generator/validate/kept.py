"""What a release said and where it said it, against what the next one would: changed silently, or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.model.released import Released, SaidClaim, SaidCorrection
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
    another, or is gone, wants a new entry of `corrections` that names the claim, or one with `minor: true` that names
    none where words alone or only one claim changed; dated no earlier than what it corrects. New claims, reports and
    quotes want none. Corrections stay as they were, and ids of claims are for ever, those of a withdrawn brief too;
    that such a brief is published again wants an entry of its own. `others` are the corrections of other briefs that
    `now` stands for.
    Warnings: a build goes on without `--strict`.
    """
    if "draft" in (now.status, before.status):
        return
    names = {name: number for number, claim in enumerate(now.claims) for name in (claim.id, *claim.aliases)}
    told = corrections_since(now, before, names, others)
    yield from told.problems(tree, since.name)
    of_claims = (name for claim in before.claims for name in (claim.id, *claim.aliases))
    for name in (*of_claims, *before.claim_ids):
        if name not in names and name not in now.claim_ids:
            yield _gone(tree, ("claims",), "claim", name, since)
    if now.status != "published":
        return
    if before.status == "withdrawn" and not told.tells_of_all():
        yield _revived(tree, since)
    yield from _changed(now, before, tree, since, names, told)
    sources = {name: source.id for source in now.sources for name in (source.id, *source.aliases)}
    for source in before.sources:
        for name in (source.id, *source.aliases):
            if name not in sources:
                yield _gone(tree, ("sources",), "source", name, since)
            elif sources[name] != sources.get(source.id, sources[name]):
                yield _another(tree.at(("sources",)), "source", name, source.id, since)


def gone_briefs(
    before: Mapping[str, Released], now: Mapping[str, Collection[str]], briefs_dir: str, since: Since
) -> Iterator[Problem]:
    """Which slugs and old slugs lead nowhere any more, or to another brief, at the file of the brief that had them.

    `now` holds, by slug, the old slugs of each brief that has a page, withdrawn or not.
    """
    owners = {name: slug for slug, aliases in now.items() for name in (*aliases, slug)}
    for slug, released in before.items():
        place = Location(f"{briefs_dir}/{slug}/brief.yml", 1, 1)
        heir = owners.get(slug)
        for name in released.addresses:
            if name not in owners:
                message = f"the address of `{name}`, which {since.name} has, would be gone"
                remedy = (
                    "Addresses are for ever: name it under `aliases:` of the brief that stands in its place, or keep "
                    "the folder, with `status: withdrawn` and a `notice:` that says why."
                )
                yield Problem(place, "vanished-brief", message, remedy, Severity.WARNING)
            elif heir is not None and owners[name] != heir:
                message = f"`{name}`, which is an address of `{slug}` in {since.name}, would lead to `{owners[name]}`"
                remedy = (
                    f"Addresses are for ever: put `{name}` back under `aliases:` of `{heir}`, and call the other "
                    "brief something else."
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
    """Which claims say something else untold, and whose old ids lead to others."""
    sources = {name: source.id for source in now.sources for name in (source.id, *source.aliases)}
    others: list[tuple[SaidClaim, int, tuple[Change, ...]]] = []
    for claim in before.claims:
        number = names.get(claim.id)
        if number is None:
            continue
        for name in claim.aliases:
            if names.get(name, number) != number:
                yield _another(tree.at(("claims", names[name], "id")), "claim", name, claim.id, since)
        if found := tuple(changes(claim, now.claims[number], sources)):
            others.append((claim, number, found))
    for claim, number, found in others:
        kinds = {kind for kind, _, _ in found}
        if not told.tells_of(kinds, claim, now.claims[number], is_only=len(others) == 1):
            yield _untold(tree.at(("claims", number, "claim")), now, number, found, since)


def _revived(tree: Tree, since: Since) -> Problem:
    message = (
        f"this brief, which was withdrawn in {since.name}, is published again, and no correction tells of it"
    )
    remedy = "Say so under `corrections:`, in an entry without `claim`, and what else changed with it:\n"
    remedy += entry(SaidCorrection(since.today, "This brief was withdrawn.", "It is published again.", "…"))
    return Problem(tree.at_key(("status",)), "untold-correction", message, remedy, Severity.WARNING)


def _another(place: Location, kind: str, name: str, id_: str, since: Since) -> Problem:
    message = (
        f"`{name}`, which is an address of the {kind} `{id_}` in {since.name}, would lead to another {kind}"
    )
    remedy = (
        f"Ids are for ever: put it back under `aliases` of `{id_}`, and call the other {kind} something else."
    )
    return Problem(place, f"vanished-{kind}", message, remedy, Severity.WARNING)


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
