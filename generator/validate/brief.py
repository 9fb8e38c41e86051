"""One brief: brief.yml and the front matter of its articles, checked together."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError

from generator.model.brief import Annotations, Article, Brief, Entry, FrontMatter, Parties, Party
from generator.model.keys import ID_PATTERN
from generator.model.source import Location, Manuscript, Path, Problem, Tree
from generator.model.text import canonical
from generator.validate import salvage
from generator.validate.chains import check_chains, is_id
from generator.validate.doubt import doubtful_quotes
from generator.validate.faults import MOST_FAULTS, problems_in
from generator.validate.most import cut_to_most, too_many_addresses, too_many_paragraphs
from generator.validate.references import check_old_sources, check_references, unused, used_sources
from generator.validate.review import check_reviews, without_authors
from generator.validate.shape import ModelAt, in_article, in_brief
from generator.validate.withheld import withheld_problems
from generator.validate.written import entries, reports

_E = TypeVar("_E", bound=Entry)

_ROUNDS = 4
"""How often a document is read again without its faults: leaving one out can show another above it."""


def validate_brief(
    slug: str,
    tree: Tree,
    manuscripts: Mapping[str, Manuscript],
    parties: Parties,
    slugs: Collection[str],
    unread: Collection[str] = (),
) -> tuple[Brief | None, list[Problem]]:
    """The brief, and everything that is wrong in brief.yml and in the front matter of its articles.

    `slugs` holds every brief's slug and old slugs. `unread` holds the ids of articles whose files could not
    be read: they are known, but nothing that refers to them is checked. A brief beside errors is what is left
    without them, numbered anew, so that its quotes can be checked in the same run; it must not be shown.
    """
    tree, problems = cut_to_most(tree)
    problems += _folder_problems(tree, manuscripts, unread)
    sources = {*manuscripts, *unread}
    problems += check_references(tree, slug, sources, slugs)
    cut, crowds = _cut(manuscripts)
    problems += [*check_old_sources(cut, sources), *too_many_addresses(tree, cut), *check_reviews(tree)]
    problems += check_chains(tree, cut, parties)
    articles: dict[str, Article] = {}
    for source, manuscript in manuscripts.items():
        article, faults = _article(source, manuscript, cut[source].front)
        problems += [*crowds[source], *faults]
        if article is not None and (manuscript.body or article.meta.text == "withheld"):
            articles[source] = article
    annotations, kept, faults = _read(Annotations, tree, in_brief)
    problems += faults
    has_errors = any(problem.is_error for problem in problems)
    if has_errors or len(articles) < len(sources):
        kept = _without_unknown(kept, articles)
        annotations, kept, _ = _read(Annotations, kept, in_brief)
        parties = _with_stand_ins(parties, annotations, articles)
    if annotations is None or not articles:
        return None, problems
    order = dict.fromkeys([*annotations.sources, *sorted(articles)])
    columns = {source: articles[source] for source in order if source in articles}
    doubtful = doubtful_quotes(tree) if has_errors else frozenset[Location]()
    return Brief(slug, without_authors(annotations), columns, parties, kept, doubtful), problems


# --- Private functions ---


def _read(model: type[_E], tree: Tree, model_at: ModelAt) -> tuple[_E | None, Tree, list[Problem]]:
    """The entry that the tree holds, or what is left of it, with the tree of what was read."""
    problems: list[Problem] = []
    kept = tree
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(kept.value), kept, problems
        except ValidationError as error:
            faults = problems_in(error, kept, model_at)
        if not problems:  # a later round is about what is left, and tells nothing new
            problems = [problem for _, problem in faults if problem is not None]
        if len(problems) >= MOST_FAULTS:
            break
        left = salvage.without(kept.value, [path for path, _ in faults], model_at)
        kept = salvage.closed_up(kept, left)
    return None, kept, problems


def _cut(
    manuscripts: Mapping[str, Manuscript],
) -> tuple[dict[str, Manuscript], dict[str, list[Problem]]]:
    """The articles with as much of their front matter's lists as is read, and what is told of the rest."""
    fronts = {source: cut_to_most(manuscript.front) for source, manuscript in manuscripts.items()}
    cut = {source: replace(each, front=fronts[source][0]) for source, each in manuscripts.items()}
    return cut, {source: crowds for source, (_, crowds) in fronts.items()}


def _article(source: str, manuscript: Manuscript, front: Tree) -> tuple[Article | None, list[Problem]]:
    meta, _, problems = _read(FrontMatter, front, in_article)
    if meta is None:
        return None, problems
    title, body = canonical(meta.title), canonical(manuscript.body)
    problems += too_many_paragraphs(manuscript, body.text)
    if title.text != meta.title:
        meta = meta.model_copy(update={"title": title.text})  # shown and exported as it is quoted
    problems += withheld_problems(meta, manuscript)
    article = Article(source, manuscript.file, meta, title, body, manuscript.body_line, manuscript.front)
    return article, problems


def _folder_problems(
    tree: Tree, manuscripts: Mapping[str, Manuscript], unread: Collection[str]
) -> list[Problem]:
    problems: list[Problem] = []
    if not manuscripts and not unread:
        message = "this brief has no articles"
        remedy = "Put each report into a file articles/<source id>.md beside brief.yml."
        problems.append(Problem(Location(tree.file, 1, 1), "no-articles", message, remedy))
    used = used_sources(tree)
    for source, manuscript in manuscripts.items():
        if not re.fullmatch(ID_PATTERN, source):
            message = f"the file's name `{source[:60]}` is no id"
            remedy = (
                "Rename the file: lower-case letters, digits, `-` and `_`, beginning with a letter or digit."
            )
            problems.append(Problem(Location(manuscript.file, 1, 1), "bad-file-name", message, remedy))
        if source not in used:
            problems.append(unused(manuscript.file, source))
    return problems


def _without_unknown(tree: Tree, articles: Collection[str]) -> Tree:
    """The tree without what refers to articles that aren't there."""
    faults: list[Path] = []
    for index, claim in entries(tree, "claims"):
        faults += [
            ("claims", index, "reports", source) for source in reports(claim) if source not in articles
        ]
        faults.append(("claims", index, "unchecked"))
    for index, note in entries(tree, "notes"):
        if note.get("source") not in articles:
            faults.append(("notes", index))
    return salvage.closed_up(tree, salvage.without(tree.value, faults, in_brief))


def _with_stand_ins(
    parties: Parties, annotations: Annotations | None, articles: Mapping[str, Article]
) -> Parties:
    """The register with an entry for every id that is used, registered or not."""
    named = {name for article in articles.values() for name in (article.meta.outlet, *article.meta.based_on)}
    for claim in annotations.claims if annotations else ():
        for listed in claim.reports.values():
            for report in listed:
                for link in report.via:
                    named.update((link,) if isinstance(link, str) else link.together)
    missing = {name: Party(name=name) for name in sorted(named) if is_id(name) and name not in parties.by_id}
    return Parties({**missing, **parties.by_id})
