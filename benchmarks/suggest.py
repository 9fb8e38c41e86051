"""Prints how much of what editors annotated `briefs suggest` finds: `python -m benchmarks.suggest [FOLDER]...`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from generator import pipeline
from generator.model.brief import Brief, Report
from generator.model.findings import Findings, ReportFinding
from generator.model.settings import Settings
from generator.model.source import Span
from generator.model.text import tokens
from generator.pipeline import drafting
from generator.suggest.embedding import embedding
from generator.suggest.likeness import Embedding

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("BRIEFS_SHARED", ROOT.parent / "shared"))
FOLDERS = {
    "example (shared)": SHARED / "design" / "example" / "briefs",
    "shipped": ROOT / "briefs",
    "briefs init": ROOT / "generator" / "start" / "files" / "briefs",
    "written for this": ROOT / "tests" / "suggest" / "gold",
    "kept aside": ROOT / "tests" / "suggest" / "aside",
}


@dataclass
class Tally:
    """Found of what is there, for one brief or several."""

    quotes: list[bool] = field(default_factory=list)
    strict: list[bool] = field(default_factory=list)
    figures: list[bool] = field(default_factory=list)
    chains: list[bool] = field(default_factory=list)
    shared: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    claims: int = 0
    suggested: int = 0
    joined: list[bool] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: Tally) -> None:
        """Counts another tally in."""
        for name in ("quotes", "strict", "figures", "chains", "shared", "joined", "misses"):
            getattr(self, name).extend(getattr(other, name))
        self.claims += other.claims
        self.suggested += other.suggested
        self.seconds += other.seconds


def main(arguments: list[str]) -> None:
    """A line for each brief, and one for all."""
    shows_misses = "-v" in arguments
    embed = embedding(asked=True) if "--embed" in arguments else None
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    heads = [
        "brief",
        "quotes",
        "strict",
        "figures",
        "chains",
        "shared claims",
        "shared suggested that are gold's",
        "suggested per claim",
        "ms",
    ]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    total = Tally()
    for folder in FOLDERS.values():
        if not folder.is_dir():
            continue
        outcome = pipeline.check(folder.parent, Settings(briefs_dir=folder.name, drafts=True))
        for slug, findings in outcome.findings.items():
            if wanted and slug not in wanted:
                continue
            tally = measure(folder, slug, findings, embed=embed)
            print(_line(slug, tally))
            if shows_misses:
                print("\n".join(f"    {miss}" for miss in tally.misses))
            total.add(tally)
    print(_line("all", total))


def measure(folder: Path, slug: str, findings: Findings, *, embed: Embedding | None = None) -> Tally:
    """What suggesting finds of one brief's own annotations, made from its articles and the register alone."""
    start = time.perf_counter()
    settings = Settings(briefs_dir=folder.name, drafts=True)
    drafted = drafting.draft(folder.parent, settings, slug, embed)
    tally = Tally(seconds=time.perf_counter() - start)
    suggested = _suggested(drafted, findings.brief)
    gold = _gold(findings)
    tally.claims, tally.suggested = len(gold), len(suggested)
    flat = [one for claim in suggested for one in claim]
    for claim in gold:
        for one in claim:
            _match(one, flat, tally)
        sources = {one.source for one in claim}
        if len(sources) > 1:
            tally.shared.append(any(_covers(claim, other) for other in suggested))
            if not tally.shared[-1]:
                tally.misses.append(f"shared: {[one.text for one in claim]}")
    for other in suggested:
        if len({one.source for one in other}) > 1:
            tally.joined.append(
                any(_covers(claim, other) for claim in gold if len({o.source for o in claim}) > 1)
            )
            if not tally.joined[-1]:
                tally.misses.append(f"joined: {[one.text for one in other]}")
    return tally


# --- Private functions ---


@dataclass(frozen=True)
class _One:
    source: str
    span: Span
    tokens: frozenset[int]
    text: str
    values: tuple[Decimal, ...] = ()
    interval: object = None
    chain: tuple[object, ...] = ()
    in_title: bool = False


def _match(one: _One, flat: list[_One], tally: Tally) -> None:
    if one.in_title:
        return
    mine = [other for other in flat if other.source == one.source]
    near = [other for other in mine if _is_found(one, other)]
    tally.quotes.append(bool(near))
    tally.strict.append(any(_iou(one, other) >= 0.5 for other in mine))
    if not near:
        tally.misses.append(f"quote: {one.source}: {one.text}")
    elif not tally.strict[-1]:
        tally.misses.append(f"strict: {one.source}: {one.text} -> {near[0].text}")
    if one.values:
        same = [other for other in mine if other.interval == one.interval]
        tally.figures.append(bool(same))
        if not same:
            tally.misses.append(f"figure: {one.source}: {one.values}: {one.text}")
    if one.chain:
        over = [other for other in mine if one.span.overlaps(other.span)]
        tally.chains.append(any(_same_chain(one.chain, other.chain) for other in over))
        if not tally.chains[-1]:
            tally.misses.append(f"chain: {one.source}: {one.text}: {one.chain} -> {[o.chain for o in over]}")


def _is_found(one: _One, other: _One) -> bool:
    return _iou(one, other) >= 0.5 or (
        bool(one.tokens) and len(one.tokens & other.tokens) / len(one.tokens) >= 0.8
    )


def _iou(one: _One, other: _One) -> float:
    union = one.tokens | other.tokens
    return len(one.tokens & other.tokens) / len(union) if union else 0.0


def _covers(claim: list[_One], other: list[_One]) -> bool:
    """Whether a suggested claim has a quote that overlaps one of the claim's in each of at least two of its sources
    - in all of them where there are two."""
    met = {
        one.source
        for one in claim
        for o in other
        if o.source == one.source and len(one.tokens & o.tokens) >= 2
    }
    sources = {one.source for one in claim}
    return len(met) >= min(len(sources), 2) if len(sources) > 2 else met == sources


def _same_chain(gold: tuple[object, ...], ours: tuple[object, ...]) -> bool:
    return len(gold) == len(ours) and all(_same_link(a, b) for a, b in zip(gold, ours, strict=True))


def _same_link(gold: object, ours: object) -> bool:
    if isinstance(gold, frozenset) or isinstance(ours, frozenset):
        return gold == ours
    if gold == ours:
        return True
    a = set(str(gold).casefold().replace("-", " ").replace(",", " ").split()) - {"the", "a", "of"}
    b = set(str(ours).casefold().replace("-", " ").replace(",", " ").split()) - {"the", "a", "of"}
    return bool(a & b) and (a <= b or b <= a)


def _gold(findings: Findings) -> list[list[_One]]:
    claims = []
    for claim in findings.claims:
        ones = []
        for source, reports in claim.claim.reports.items():
            for index, report in enumerate(reports):
                result = claim.of(source)[index]
                ones += list(_ones(findings.brief, source, report, result))
        claims.append(ones)
    return claims


def _ones(brief: Brief, source: str, report: Report, result: ReportFinding) -> Iterator[_One]:
    body = brief.articles[source].body
    figure = result.figure
    chain = tuple(frozenset(link.together) if not isinstance(link, str) else link for link in report.via)
    for index, quotation in enumerate(result.quotations):
        span = Span(quotation[0].span.start, quotation[-1].span.end)
        title = quotation[0].where == "title"
        held = frozenset() if title else _held(body.text, span)
        yield _One(
            source, span, held, quotation[0].exact,
            figure.stated if figure and not index else (), figure.interval if figure and not index else None,
            chain if not index else (), title,
        )  # fmt: skip


_TOKENS: dict[str, tuple[Span, ...]] = {}


def _held(text: str, span: Span) -> frozenset[int]:
    if text not in _TOKENS:
        _TOKENS[text] = tokens(text)
    return frozenset(
        t.start
        for t in _TOKENS[text]
        if t.start >= span.start and t.end <= span.end and t.of(text).strip(".,;:\"'“”")
    )


def _suggested(drafted: drafting.Drafted, brief: Brief) -> list[list[_One]]:
    claims = []
    for findings in drafted.findings.claims if drafted.findings else ():
        ones = []
        for source, reports in findings.claim.reports.items():
            for index, report in enumerate(reports):
                ones += list(_ones(drafted.findings.brief, source, report, findings.of(source)[index]))
        claims.append(ones)
    del brief
    return claims


def _line(name: str, tally: Tally) -> str:
    cells = [name]
    for found in (tally.quotes, tally.strict, tally.figures, tally.chains, tally.shared, tally.joined):
        cells.append(f"{sum(found)}/{len(found)} {100 * sum(found) // max(1, len(found))} %")
    cells += [f"{tally.suggested / max(1, tally.claims):.1f}", f"{1000 * tally.seconds:.0f}"]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main(sys.argv[1:])
