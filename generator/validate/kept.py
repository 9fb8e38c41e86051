"""What a release said and where it said it, against what the next one would: changed silently, or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.model.dates import parse_date
from generator.model.released import Released, SaidClaim, SaidCorrection, SaidReport
from generator.model.source import Location, Path, Problem, Severity, Tree
from generator.model.text import fold_text

LONGEST = 500
"""Code points of what was and what is said that a remedy repeats."""


@dataclass(frozen=True, slots=True)
class Since:
    """What is compared with, in words, and the day on which a correction would be dated."""

    name: str
    today: str


def kept_problems(now: Released, before: Released, tree: Tree, since: Since) -> Iterator[Problem]:
    """What a published brief no longer says, of which no correction tells, and which claims and sources are gone.

    A claim's text, its date, its status, a quote or a figure of its reports that is another, or is gone, wants a new
    entry of `corrections` that names the claim, or one with `minor: true`, dated no earlier than what it corrects.
    New claims, reports and quotes want none. Warnings: a build goes on without `--strict`.
    """
    if now.status != "published" or before.status != "published":
        return
    names = {name: number for number, claim in enumerate(now.claims) for name in (claim.id, *claim.aliases)}
    sources = {name: source.id for source in now.sources for name in (source.id, *source.aliases)}
    told = _told_since(now, before)
    for claim in before.claims:
        for name in (claim.id, *claim.aliases):
            if name not in names:
                yield _gone(tree, ("claims",), "claim", name, since)
        number = names.get(claim.id)
        if number is None:
            continue
        changes = tuple(_changes(claim, now.claims[number], sources))
        if changes and not any(_covers(correction, claim, now.claims[number]) for correction in told):
            yield _untold(tree.at(("claims", number, "claim")), now.claims[number].id, changes, since)
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


# --- Private ---

_Change = tuple[str, str, str]
"""What changed, what it was and what it is, in words."""

_NOTHING = "(nothing)"


def _gone(tree: Tree, at: Path, kind: str, name: str, since: Since) -> Problem:
    is_claim = kind == "claim"
    where = "of the claim" if is_claim else "in the front matter of the article"
    code = "vanished-claim" if is_claim else "vanished-source"
    message = f"the {kind} `{name}`, which {since.name} has, is gone, and its address with it"
    remedy = f"Put it back, or write `aliases: [{name}]` {where} that stands in its place: ids are for ever."
    return Problem(tree.at_key(at), code, message, remedy, Severity.WARNING)


def _told_since(now: Released, before: Released) -> list[SaidCorrection]:
    """The corrections that are new, and no older than what they correct."""
    version, _ = parse_date(before.updated or before.date)
    found = []
    for correction in now.corrections:
        date, _ = parse_date(correction.date)
        is_old = version is not None and date is not None and date.sort_key[1] < version.sort_key[0]
        if correction not in before.corrections and not is_old:
            found.append(correction)
    return found


def _covers(correction: SaidCorrection, *claims: SaidClaim) -> bool:
    if correction.claim is None:
        return correction.minor
    return any(correction.claim in (claim.id, *claim.aliases) for claim in claims)


def _changes(before: SaidClaim, now: SaidClaim, sources: Mapping[str, str]) -> Iterator[_Change]:
    if fold_text(before.claim) != fold_text(now.claim):
        yield "the text", before.claim, now.claim
    if before.status != now.status:
        yield "the status", before.status, now.status
    if before.when != now.when and before.when:
        yield "the date", before.when, now.when or _NOTHING
    yield from _of_reports("a quote", _quotes(before.reports, sources), _quotes(now.reports, {}))
    yield from _of_reports("a figure", _figures(before.reports, sources), _figures(now.reports, {}))


_Said = dict[tuple[str, object], str]
"""What each source says, in words, by the source and by what tells it from anything else that it says."""


def _of_reports(kind: str, before: _Said, now: _Said) -> Iterator[_Change]:
    """What a source no longer says, beside what it says instead."""
    for (source, what), words in before.items():
        if (source, what) not in now:
            others = [said for key, said in now.items() if key[0] == source and key not in before]
            yield kind, f"{source}: {words}", f"{source}: {', '.join(others) or _NOTHING}"


def _quotes(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), (report.stance, fold_text(quote.exact))): _stanced(
            report, f"“{quote.exact}”"
        )
        for report in reports
        for quote in report.quotes
    }


def _figures(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), report.value.meaning): _scoped(report)
        for report in reports
        if report.value
    }


def _stanced(report: SaidReport, words: str) -> str:
    return words if report.stance == "supports" else f"{words} ({report.stance})"


def _scoped(report: SaidReport) -> str:
    figure = report.value
    if figure is None:
        return _NOTHING
    unit = f" {figure.unit}" if figure.unit and figure.unit not in figure.text else ""
    return f"{figure.text}{unit}" + (f" ({figure.scope})" if figure.scope else "")


def _untold(place: Location, claim: str, changes: tuple[_Change, ...], since: Since) -> Problem:
    kinds = list(dict.fromkeys(kind for kind, _, _ in changes))
    listed = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    verb = "is not what" if len(kinds) == 1 else "are not what"
    message = f"{listed} of the claim `{claim}` {verb} {since.name} said, and no correction tells of it"
    was, now = ("; ".join(dict.fromkeys(change[n] for change in changes)) for n in (1, 2))
    remedy = "\n".join(
        (
            "Say so under `corrections:` (with `minor: true` where nothing that matters changed):",
            f"  - date: {since.today}",
            f"    claim: {claim}",
            f"    was: {_scalar(was)}",
            f"    now: {_scalar(now)}",
            '    why: "…"',
        )
    )
    return Problem(place, "untold-correction", message, remedy, Severity.WARNING)


def _scalar(text: str) -> str:
    """`text`, cut where it is long, as a double-quoted scalar (YAML 1.2.2, 7.3.1)."""
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    escaped = (
        f"\\{c}" if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}"
        for c in " ".join(short.split())
    )
    return f'"{"".join(escaped)}"'
