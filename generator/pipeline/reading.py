"""One brief read: its files to a brief of which no quote is sought yet, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.load import load_article, load_yaml
from generator.load.folder import BriefFolder
from generator.load.links import read_links
from generator.model.brief import Brief, Parties
from generator.model.source import Location, Manuscript, Problem, Tree
from generator.validate import validate_brief


def tree_of(folder: BriefFolder) -> tuple[Tree | None, list[Problem]]:
    """The YAML of a brief, or what is wrong with it."""
    if folder.brief is None:
        place = Location(folder.brief_file, 1, 1)
        return None, [Problem(place, "no-brief", "this folder has no brief.yml", "write one, or remove it")]
    return load_yaml(folder.brief_file, folder.brief)


def manuscripts_of(folder: BriefFolder) -> tuple[dict[str, Manuscript], list[Problem]]:
    """The articles of a brief that can be read, by source, and what is wrong with them."""
    manuscripts: dict[str, Manuscript] = {}
    problems: list[Problem] = []
    for source, content in folder.articles.items():
        manuscript, faults = load_article(folder.article_file(source), content)
        problems += faults
        if manuscript is not None:
            manuscripts[source] = manuscript
    return manuscripts, problems


def article_problems(folder: BriefFolder) -> list[Problem]:
    """What is wrong with a brief's articles by themselves."""
    return manuscripts_of(folder)[1]


def brief_of(
    folder: BriefFolder, parties: Parties, known: Collection[str]
) -> tuple[Brief | None, list[Problem]]:
    """One brief, of which nothing is compared yet, and what is wrong with its files."""
    tree, problems = tree_of(folder)
    if tree is None:
        return None, [*problems, *article_problems(folder)]
    brief, faults = brief_in(folder, tree, parties, known)
    return brief, [*problems, *faults]


def brief_in(
    folder: BriefFolder, tree: Tree, parties: Parties, known: Collection[str]
) -> tuple[Brief | None, list[Problem]]:
    """The same, of a tree that was read."""
    manuscripts, problems = manuscripts_of(folder)
    brief, faults = validate_brief(
        folder.slug, tree, manuscripts, parties, frozenset(known), folder.articles.keys() - manuscripts.keys()
    )
    dead, found = read_links(folder.links_file, folder.links)
    if brief is not None and dead:
        brief = replace(brief, dead=dead)
    return brief, [*problems, *faults, *found]
