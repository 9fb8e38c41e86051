"""The straight line: from a folder of briefs to pages, all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.anchor import anchor, excerpt_problems
from generator.compare import compare
from generator.export.brief_json import export_brief
from generator.load import load_yaml
from generator.load.folder import BriefFolder, Folder, read_folder
from generator.model.brief import Parties
from generator.model.findings import Findings, Neighbour, Record
from generator.model.page import Asset, Output
from generator.model.published import UNLIMITED, ExcerptLimit
from generator.model.settings import Settings
from generator.model.source import Location, Problem, Tree, in_order
from generator.pipeline.locks import hold, outdated
from generator.pipeline.looked import slugs_in
from generator.pipeline.outputs import across, outputs_of_brief
from generator.pipeline.reading import article_problems, brief_in, tree_of
from generator.pipeline.since import FREE, Held, Now, problems_since
from generator.publish.store import digest_of
from generator.render import record, to_markdown
from generator.validate import validate_parties
from generator.validate.review import unreviewed_problems

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking came to: the findings of each brief by slug, and every problem, in order.

    `texts` holds the files that problems point into, for code frames. Briefs with an error have no findings.
    """

    findings: Mapping[str, Findings]
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    slugs: tuple[str, ...] = ()
    """Every brief's slug, checked or not."""
    checked: int = 0
    """How many briefs have no error."""

    def fails(self, *, strict: bool) -> bool:
        """Whether a build must not go on: an error, or under `strict` a warning."""
        return any(problem.is_error or strict for problem in self.problems)

    def over(self, last: Outcome | None) -> Outcome:
        """This outcome, with the findings of `last` for each brief that has an error now and had none then."""
        kept = last.findings if last else {}
        still = {slug: kept[slug] for slug in self.slugs if slug in kept and slug not in self.findings}
        return replace(self, findings={**still, **self.findings})


def check(root: Path, settings: Settings, slugs: Collection[str] = (), held: Held = FREE) -> Outcome:
    """Every brief (or those of `slugs`) loaded, validated, anchored and compared, and held to what is asked."""
    folder, problems = read_folder(root, settings.briefs_dir)
    return check_folder(folder, settings, slugs, problems, held)


def registered(root: Path, settings: Settings) -> Parties:
    """The register, as far as it can be read."""
    return parties_of(read_folder(root, settings.briefs_dir)[0], has_briefs=False)[0]


def check_folder(
    folder: Folder,
    settings: Settings,
    slugs: Collection[str] = (),
    problems: Collection[Problem] = (),
    held: Held = FREE,
) -> Outcome:
    """As `check`, of a folder that was read."""
    parties, found = parties_of(folder, has_briefs=bool(folder.briefs))
    every = [*problems, *found]
    trees = {}
    for slug, brief in folder.briefs.items():
        trees[slug], faults = tree_of(brief)
        if not slugs or slug in slugs:
            every += faults
    wanted = [slug for slug in folder.briefs if _is_wanted(slug, trees[slug], slugs, settings)]
    known, faults = addresses(trees)
    every += faults
    findings = {}
    for slug in wanted:
        if (tree := trees[slug]) is None:
            every += article_problems(folder.briefs[slug])
            continue
        result, faults = check_brief(folder.briefs[slug], tree, parties, known, settings.excerpt_limit)
        every += faults
        if result is not None:
            findings[slug] = result
    if any(problem.is_error for problem in found):  # without their parties, briefs don't say what they said
        held = replace(held, past=None)
    every += _held_problems(held, trees, findings, slugs, settings)
    ordered = tuple(in_order(every))
    register = {folder.parties_file: folder.parties}
    texts = texts_of(folder.briefs.values(), ordered, register)
    return Outcome(findings, ordered, texts, tuple(folder.briefs), len(findings))


def check_brief(
    folder: BriefFolder,
    tree: Tree,
    parties: Parties,
    known: Collection[str],
    limit: ExcerptLimit = UNLIMITED,
) -> tuple[Findings | None, list[Problem]]:
    """The findings of one brief, which depend on no other; `None` where it has an error."""
    brief, problems = brief_in(folder, tree, parties, known)
    if brief is None:
        return None, problems
    held = hold(folder, brief)
    problems += held.problems
    anchors, faults = anchor(held.brief, held.quotations)
    problems += faults
    problems += excerpt_problems(held.brief, anchors, limit)
    findings, faults = compare(held.brief, anchors)
    problems += faults
    if not any(p.is_error for p in problems):
        problems += outdated(folder, held, anchors)
    return (None if any(p.is_error for p in problems) else findings), problems


def render(outcome: Outcome, settings: Settings) -> list[Output]:
    """Every page and file of the site that comes from briefs, in the order of their paths."""
    outputs: list[Output] = []
    records: list[Record] = []
    every = served(outcome, settings)
    neighbours = _neighbours(every)
    for findings in every:
        outputs += outputs_of_brief(findings, settings, neighbours)
        records.append(record(findings))
    for part in across(records, settings).values():
        outputs += part()
    return sorted(outputs, key=lambda output: output.path)


def as_file(output: Output) -> tuple[str, bytes]:
    """A page or file as it stands on disk: its path below the docs folder, and its bytes."""
    if isinstance(output, Asset):
        return output.path, output.content
    return output.path, to_markdown(output).encode("utf-8")


def parties_of(folder: Folder, *, has_briefs: bool) -> tuple[Parties, list[Problem]]:
    """The register, with what is wrong in it; that it is missing matters where there are briefs."""
    if folder.parties is None:
        missing = Problem(
            Location(folder.parties_file, 1, 1),
            "no-parties",
            "there is no register of parties",
            "write one: an id for each outlet, and `{name: …}`",
        )
        return Parties({}), [missing] if has_briefs else []
    tree, problems = load_yaml(folder.parties_file, folder.parties)
    if tree is None:
        return Parties({}), problems
    parties, faults = validate_parties(tree)
    return parties, [*problems, *faults]


def texts_of(
    briefs: Iterable[BriefFolder],
    problems: Collection[Problem],
    others: Mapping[str, bytes | None] | None = None,
) -> dict[str, str]:
    """The text of each file of the briefs, and of `others`, that a problem points into, as far as it is UTF-8."""
    contents: dict[str, bytes | None] = dict(others or {})
    for brief in briefs:
        contents |= {brief.brief_file: brief.brief, brief.links_file: brief.links}
        contents |= {brief.article_file(source): text for source, text in brief.articles.items()}
        contents[brief.lock_file] = brief.lock
    named = {problem.location.file for problem in problems}
    return {
        file: content.decode("utf-8-sig", errors="replace")
        for file, content in contents.items()
        if content is not None and file in named
    }


def addresses(trees: Mapping[str, Tree | None]) -> tuple[frozenset[str], list[Problem]]:
    """Every slug and old slug; one address cannot lead to two briefs."""
    known = dict.fromkeys(trees, "")
    problems = []
    for slug, tree in trees.items():
        aliases = _written(tree, "aliases") if tree else None
        for index, alias in enumerate(aliases if isinstance(aliases, list) else []):
            if not isinstance(alias, str):
                continue
            if tree and alias in known:
                place = tree.at(("aliases", index))
                owner = known[alias] or alias
                problems.append(
                    Problem(place, "duplicate-alias", f"“{alias}” is an address of {owner} already")
                )
            known[alias] = slug
    return frozenset(known), problems


def served(outcome: Outcome, settings: Settings) -> list[Findings]:
    """The findings of the briefs that have pages: drafts are served, never built."""
    return [
        findings
        for findings in outcome.findings.values()
        if settings.drafts or findings.brief.annotations.status != "draft"
    ]


# --- Private functions ---


def _held_problems(
    held: Held,
    trees: Mapping[str, Tree | None],
    findings: Mapping[str, Findings],
    slugs: Collection[str],
    settings: Settings,
) -> Iterator[Problem]:
    if held.past:
        now = _now(trees, findings, slugs)
        yield from problems_since(held.past, now, settings.briefs_dir, is_whole=not slugs)
    for slug, tree in trees.items():
        if held.reviewed and tree and (not slugs or slug in slugs):
            yield from unreviewed_problems(tree)


def _now(
    trees: Mapping[str, Tree | None], findings: Mapping[str, Findings], slugs: Collection[str]
) -> Iterator[Now]:
    """The briefs that would be released; those of `slugs` alone where there are some."""
    for slug, tree in trees.items():
        if (slugs and slug not in slugs) or (tree and _written(tree, "status") == "draft"):
            continue
        aliases = tuple(alias for alias in slugs_in(tree, "aliases") if alias)
        content = export_brief(findings[slug]) if slug in findings else b""
        digest = digest_of(content) if content else ""
        yield Now(slug, aliases, digest, partial(_same, content), partial(_same, tree))


def _same(value: T) -> T:
    return value


def _neighbours(served: Collection[Findings]) -> dict[str, Neighbour]:
    """Every brief that has a page, by its slug and its old ones."""
    found: dict[str, Neighbour] = {}
    for brief in (findings.brief for findings in served):
        notes = brief.annotations
        neighbour = Neighbour(brief.slug, notes.title, notes.language)
        found |= dict.fromkeys((*notes.aliases, brief.slug), neighbour)
    return found


def _is_wanted(slug: str, tree: Tree | None, slugs: Collection[str], settings: Settings) -> bool:
    if slugs:
        return slug in slugs
    return settings.drafts or tree is None or _written(tree, "status") != "draft"


def _written(tree: Tree, key: str) -> object:
    return tree.value.get(key) if isinstance(tree.value, dict) else None
