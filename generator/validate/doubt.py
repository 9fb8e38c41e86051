"""Quotes whose place in their article is in doubt, because a key that settles it is at fault."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.brief import Report, Selector
from generator.model.source import Location, Path, Tree
from generator.validate.shape import keys
from generator.validate.written import each, entries, reports


def doubtful_quotes(tree: Tree) -> frozenset[Location]:
    """Where each quote stands that may lack its `prefix`, `suffix` or `in` through a fault that is told already.

    That such a quote stands twice, or only in the title, follows from the fault and is no news.
    """
    return frozenset(tree.at((*path, "exact")) for path in _doubtful(tree))


# --- Private functions ---


def _doubtful(tree: Tree) -> Iterator[Path]:
    for index, claim in entries(tree, "claims"):
        for source, written in reports(claim).items():
            for end, report in each(written):
                if isinstance(report, dict):
                    yield from _in_report(report, ("claims", index, "reports", source, *end))
    for index, note in entries(tree, "notes"):
        if _lacks_context(note.get("quote")):
            yield ("notes", index, "quote")


def _in_report(report: dict[str, object], path: Path) -> Iterator[Path]:
    is_doubtful = _lacks_place(report)
    for end, quote in each(report.get("quote")):
        if is_doubtful or _lacks_context(quote):
            yield (*path, "quote", *end)
    if _lacks_context(report.get("via_quote")):
        yield (*path, "via_quote")


def _lacks_place(report: dict[str, object]) -> bool:
    return report.get("in", "body") not in ("body", "title") or not report.keys() <= keys(Report).keys()


def _lacks_context(selector: object) -> bool:
    if not isinstance(selector, dict):
        return False
    return any(
        key not in keys(Selector) or not isinstance(value, str) or not value.strip()
        for key, value in selector.items()
    )
