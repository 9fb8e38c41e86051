"""Quotes whose place in their article is in doubt, because a key that settles it is at fault."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.brief import Report, Selector
from generator.model.source import Location, Path, Tree
from generator.validate.shape import keys
from generator.validate.written import entries, reports, value_at


def doubtful_quotes(tree: Tree) -> frozenset[Location]:
    """Where each quote stands that may lack its `prefix`, `suffix` or `in` through a fault that is told already.

    That such a quote stands twice, or only in the title, follows from the fault and is no news.
    """
    return frozenset(tree.at((*path, "exact")) for path in _doubtful(tree))


# --- Private functions ---


def _doubtful(tree: Tree) -> Iterator[Path]:
    for index, claim in entries(tree, "claims"):
        for source in reports(claim):
            for path in _each(tree, ("claims", index, "reports", source)):
                is_doubtful = _lacks_place(value_at(tree.value, path))
                quotes = [*_each(tree, (*path, "quote"))]
                yield from (quote for quote in quotes if is_doubtful or _lacks_context(tree, quote))
                yield from (quote for quote in [(*path, "via_quote")] if _lacks_context(tree, quote))
    for index, _ in entries(tree, "notes"):
        yield from (quote for quote in [("notes", index, "quote")] if _lacks_context(tree, quote))


def _each(tree: Tree, path: Path) -> list[Path]:
    """The paths of the items of a list, or the path of what stands in its stead."""
    value = value_at(tree.value, path)
    return [(*path, index) for index in range(len(value))] if isinstance(value, list) else [path]


def _lacks_place(report: object) -> bool:
    if not isinstance(report, dict):
        return False
    known = keys(Report)
    return report.get("in", "body") not in ("body", "title") or any(key not in known for key in report)


def _lacks_context(tree: Tree, path: Path) -> bool:
    selector = value_at(tree.value, path)
    if not isinstance(selector, dict):
        return False
    return any(
        key not in keys(Selector) or not isinstance(value, str) or not value.strip()
        for key, value in selector.items()
    )
