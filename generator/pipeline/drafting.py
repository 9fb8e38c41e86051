"""The line from a brief's articles to suggestions that pass the checks which their quotations would have to pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.load import load_yaml
from generator.load.folder import BriefFolder, Folder, read_folder
from generator.model.brief import Parties, Party
from generator.model.dates import Date, parse_date
from generator.model.findings import Findings
from generator.model.settings import Settings
from generator.model.source import Location, Manuscript, Problem, Tree, in_order
from generator.model.text import Canonical, canonical
from generator.pipeline.line import check_brief, parties_of
from generator.pipeline.reading import manuscripts_of
from generator.suggest import Draftable, Suggestions, as_mapping, suggest
from generator.suggest.likeness import Embedding

LONGEST = 60_000
"""Code points of an article that are read for suggestions."""

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_NEXT = 20
"""How often claims are left out that don't pass."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What suggesting came to: the drafts, what comparing them would give, and problems of the articles read.

    `findings` is `None` where there is nothing to suggest.
    """

    suggestions: Suggestions
    findings: Findings | None
    problems: tuple[Problem, ...]
    folder: BriefFolder | None


def draft(root: Path, settings: Settings, slug: str, embed: Embedding | None = None) -> Drafted:
    """Suggestions for one brief, which may have no brief.yml, or a faulty one: only its articles are read.

    Every claim passes the checks of a build once the parties are registered that come with it.
    """
    folder, problems = read_folder(root, settings.briefs_dir)
    return draft_folder(folder, settings, slug, problems, embed)


def draft_folder(
    folder: Folder, settings: Settings, slug: str, problems: list[Problem], embed: Embedding | None = None
) -> Drafted:
    """As `draft`, of a folder that was read."""
    brief = folder.briefs.get(slug)
    if brief is None:
        return Drafted(Suggestions(), None, tuple(in_order(problems)), None)
    every, faults = manuscripts_of(brief)
    manuscripts = {source: manuscript for source, manuscript in every.items() if manuscript.body}
    problems = [*problems, *faults]
    if not brief.articles:
        remedy = f"Put each report into a file {brief.name}/articles/<source id>.md: `briefs add` does."
        place = Location(brief.brief_file, 1, 1)
        problems.append(Problem(place, "no-articles", "this brief has no articles", remedy))
    # The register as far as it can be read: what is wrong with it is told by `briefs check`.
    parties, _ = parties_of(folder, has_briefs=False)
    written = _written(brief)
    language = str(written.get("language") or settings.language or "en")
    articles = {source: _draftable(source, m, language) for source, m in manuscripts.items()}
    made = suggest(articles, parties, language, _ids(written), embed)
    kept, findings = _passing(brief, made, parties, manuscripts, language)
    return Drafted(kept, findings, tuple(in_order(problems)), brief)


# --- Private functions ---


def _written(brief: BriefFolder) -> Mapping[str, Any]:
    if brief.brief is None:
        return {}
    tree, _ = load_yaml(brief.brief_file, brief.brief)
    return tree.value if tree is not None and isinstance(tree.value, dict) else {}


def _ids(written: Mapping[str, Any]) -> set[str]:
    """The ids and aliases of the claims that the brief has."""
    claims = written.get("claims")
    listed = [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []
    aliases = {alias for claim in listed for alias in claim.get("aliases") or () if isinstance(alias, str)}
    return {claim["id"] for claim in listed if isinstance(claim.get("id"), str)} | aliases


def _draftable(source: str, manuscript: Manuscript, language: str) -> Draftable:
    front = manuscript.front.value if isinstance(manuscript.front.value, dict) else {}
    whole = canonical(manuscript.body)
    beginning = whole if len(whole.text) <= LONGEST else Canonical(whole.text[:LONGEST])
    outlet = _text(front, "outlet")
    based = front.get("based_on")
    listed = based if isinstance(based, list) else [based]
    before = tuple(name for name in (outlet, *listed) if isinstance(name, str) and name)
    return Draftable(
        source, beginning, whole, _text(front, "language") or language, outlet, _date(front), before
    )


def _text(front: Mapping[str, Any], key: str) -> str:
    value = front.get(key)
    return value if isinstance(value, str) else ""


def _date(front: Mapping[str, Any]) -> Date | None:
    return parse_date(_text(front, "published"))[0]


# --- What passes ---


def _passing(
    brief: BriefFolder,
    made: Suggestions,
    parties: Parties,
    manuscripts: Mapping[str, Manuscript],
    language: str,
) -> tuple[Suggestions, Findings | None]:
    """The drafts that the checks of a build let pass, and their findings."""
    register = Parties({**parties.by_id, **_stand_ins(made, parties, manuscripts)})
    articles = {source: raw for source, raw in brief.articles.items() if source in manuscripts}
    bare = replace(brief, articles=articles, brief=None)
    for _ in range(_NEXT):
        if not made.claims:
            break
        tree = _tree(brief, made, language)
        findings, problems = check_brief(bare, tree, register, {brief.slug})
        errors = [problem for problem in problems if problem.is_error]
        if findings is not None:
            return made, findings
        faulty = {index for problem in errors if (index := _claim_at(tree, problem)) is not None}
        unsought = [
            index for problem in errors if (index := _after_which_none_is_sought(tree, problem)) is not None
        ]
        faulty.update(range(min(unsought, default=len(made.claims)), len(made.claims)))
        if not faulty:
            return made, None  # what is wrong is in the articles' front matter, and told by `briefs check`
        made = _without(made, faulty)
    return made, None


def _stand_ins(
    made: Suggestions, parties: Parties, manuscripts: Mapping[str, Manuscript]
) -> dict[str, Party]:
    """Parties that are offered, and those of the articles that aren't registered yet."""
    ids = {party.id: Party(name=party.name) for party in made.parties}
    for manuscript in manuscripts.values():
        front = manuscript.front.value if isinstance(manuscript.front.value, dict) else {}
        based = front.get("based_on")
        for name in [front.get("outlet"), *(based if isinstance(based, list) else [based])]:
            if isinstance(name, str) and name and " " not in name and name not in parties.by_id:
                ids.setdefault(name, Party(name=name))
    return ids


def _tree(brief: BriefFolder, made: Suggestions, language: str) -> Tree:
    said = {
        "title": "…", "summary": "…", "date": "2000-01-01", "language": language,
        "claims": as_mapping(made)["suggested"],
    }  # fmt: skip
    text = yaml.dump(said, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    tree, _ = load_yaml(brief.brief_file, text.encode("utf-8"))
    return tree or Tree(brief.brief_file, said, {}, {})


def _claim_at(tree: Tree, problem: Problem) -> int | None:
    """The index of the claim that a problem is in."""
    if problem.location.file != tree.file:
        return None
    starts = [
        (place.line, path[1]) for path, place in tree.values.items() if len(path) == 2 and path[0] == "claims"
    ]
    before = [(line, index) for line, index in starts if line <= problem.location.line]
    index = max(before)[1] if before else None
    return index if isinstance(index, int) else None


def _after_which_none_is_sought(tree: Tree, problem: Problem) -> int | None:
    """The first claim whose quotes are too many to be sought in articles as long as these."""
    return _claim_at(tree, problem) if problem.code == "too-many" else None


def _without(made: Suggestions, faulty: set[int]) -> Suggestions:
    kept = tuple(claim for index, claim in enumerate(made.claims) if index not in faulty)
    return Suggestions(kept, made.parties)
