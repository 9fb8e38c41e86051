"""The briefs that were checked, held to what is asked of them besides their own rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import TypeVar

from generator.export.brief_json import export_brief
from generator.model.findings import Findings
from generator.model.source import Problem, Tree
from generator.pipeline.looked import slugs_in
from generator.pipeline.since import Held, Now, problems_since
from generator.publish.store import digest_of
from generator.validate.review import unreviewed_problems

T = TypeVar("T")


def held_problems(
    held: Held,
    trees: Mapping[str, Tree | None],
    findings: Mapping[str, Findings],
    slugs: Collection[str],
    briefs_dir: str,
) -> Iterator[Problem]:
    """What the briefs, or those of `slugs`, no longer say of what was released, and what nobody has reviewed of them.

    `trees` are those of all briefs; one with an error has no findings, and keeps its addresses.
    """
    if held.past:
        now = _now(trees, findings, slugs)
        yield from problems_since(held.past, now, briefs_dir, is_whole=not slugs)
    for slug, tree in trees.items():
        if held.reviewed and tree and (not slugs or slug in slugs):
            yield from unreviewed_problems(tree)


# --- Private ---


def _now(
    trees: Mapping[str, Tree | None], findings: Mapping[str, Findings], slugs: Collection[str]
) -> Iterator[Now]:
    """The briefs that would be released; those of `slugs` alone where there are some."""
    for slug, tree in trees.items():
        if (slugs and slug not in slugs) or slugs_in(tree, "status") == ["draft"]:
            continue
        aliases = tuple(alias for alias in slugs_in(tree, "aliases") if alias)
        content = export_brief(findings[slug]) if slug in findings else b""
        digest = digest_of(content) if content else ""
        yield Now(slug, aliases, digest, partial(_same, content), partial(_same, tree))


def _same(value: T) -> T:
    return value
