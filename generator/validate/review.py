"""Reviews: by somebody else than the author, and, where that is asked for, of every claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from generator.model.brief import Annotations
from generator.model.review import plain_name
from generator.model.source import Path, Problem, Severity, Tree
from generator.validate.written import entries, text_at, texts, texts_in

MOST_PROBLEMS = 500


def check_reviews(tree: Tree) -> Iterator[Problem]:
    """Every reviewer, of the brief or of a claim, who is one of its authors; case, accents and blanks don't count.
    The first of very many."""
    return islice(_by_authors(tree), MOST_PROBLEMS)


def without_authors(notes: Annotations) -> Annotations:
    """The annotations without reviews by an author: no page says that there was one."""
    authors = {plain_name(name) for name in notes.author}
    reviewers = chain(notes.reviewed_by, *(claim.reviewed_by for claim in notes.claims))
    if not any(plain_name(name) in authors for name in reviewers):
        return notes

    def others(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if plain_name(name) not in authors)

    claims = tuple(
        claim.model_copy(update={"reviewed_by": others(claim.reviewed_by)}) for claim in notes.claims
    )
    return notes.model_copy(update={"reviewed_by": others(notes.reviewed_by), "claims": claims})


def unreviewed_problems(tree: Tree) -> Iterator[Problem]:
    """Every claim that nobody has reviewed, where a published brief as a whole wasn't either."""
    root = tree.value if isinstance(tree.value, dict) else {}
    authors = {plain_name(name) for _, name in texts(tree, ("author",))}

    def is_reviewed(names: Iterable[tuple[Path, str]]) -> bool:
        return any(plain_name(name) not in authors for _, name in names)

    if root.get("status", "published") != "published" or is_reviewed(texts(tree, ("reviewed_by",))):
        return
    for index, claim in entries(tree, "claims"):
        if not is_reviewed(texts_in(claim.get("reviewed_by"), ("reviewed_by",))):
            message = f"nobody has reviewed the claim `{text_at(claim, 'id') or index + 1}`"
            remedy = "Have somebody else than the author check it, and name them under `reviewed_by`."
            yield Problem(tree.at(("claims", index, "id")), "unreviewed-claim", message, remedy)


# --- Private functions ---


def _by_authors(tree: Tree) -> Iterator[Problem]:
    authors = {plain_name(name) for _, name in texts(tree, ("author",))}
    if not authors:
        return
    of_claims = (
        texts_in(claim.get("reviewed_by"), ("claims", index, "reviewed_by"))
        for index, claim in entries(tree, "claims")
    )
    for path, name in chain(texts(tree, ("reviewed_by",)), *of_claims):
        if plain_name(name) in authors:
            message = (
                f"“{' '.join(name.split())[:100]}” is an author of this brief, and can't have reviewed it"
            )
            remedy = "Name somebody else, or leave `reviewed_by` out: it counts for nothing."
            yield Problem(tree.at(path), "reviewed-by-author", message, remedy, Severity.WARNING)
