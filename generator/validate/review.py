"""Reviews: by somebody else than the author, and, where that is asked for, of every claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.model.review import plain_name
from generator.model.source import Problem, Tree
from generator.validate.written import entries, text_at, texts, texts_in


def check_reviews(tree: Tree) -> Iterator[Problem]:
    """Every reviewer, of the brief or of a claim, who is one of its authors; case, accents and blanks don't count."""
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
            remedy = "Name somebody else, or leave `reviewed_by` out: the page then says that nobody has."
            yield Problem(tree.at(path), "reviewed-by-author", message, remedy)


def unreviewed_problems(tree: Tree) -> Iterator[Problem]:
    """Every claim that nobody has reviewed, where a published brief as a whole wasn't either."""
    root = tree.value if isinstance(tree.value, dict) else {}
    if root.get("status", "published") != "published" or any(texts(tree, ("reviewed_by",))):
        return
    for index, claim in entries(tree, "claims"):
        if not any(texts_in(claim.get("reviewed_by"), ("reviewed_by",))):
            message = f"nobody has reviewed the claim `{text_at(claim, 'id') or index + 1}`"
            remedy = "Have somebody else than the author check it, and name them under `reviewed_by`."
            yield Problem(tree.at(("claims", index, "id")), "unreviewed-claim", message, remedy)
