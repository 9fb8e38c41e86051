"""Briefs for the tests of this room, from YAML and articles as an editor would write them."""

from __future__ import annotations

import json

from generator.anchor import anchor
from generator.load import load_article, load_yaml
from generator.model.brief import Brief
from generator.model.findings import Anchors, Quotation
from generator.model.source import Problem
from generator.validate import validate_brief, validate_parties

PARTIES = "herald: {name: The Herald}\necho: {name: The Echo}\n"


def article(body: str, title: str = "A headline", **front: str) -> str:
    """An article file. Its body begins at line 5, and one line later for each key of `front`."""
    keys = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    return f"---\noutlet: herald\ntitle: {json.dumps(title)}\n{keys}---\n{body}"


def brief_of(annotations: str, *, parties: str = PARTIES, **articles: str) -> Brief:
    """The brief that the files give. They must be fine in every respect but their quotes."""
    faults: list[Problem] = []
    register, found = load_yaml("briefs/parties.yml", parties.encode())
    assert register is not None
    faults += found
    registered, found = validate_parties(register)
    faults += found
    tree, found = load_yaml("briefs/port/brief.yml", annotations.encode())
    assert tree is not None, found
    faults += found
    manuscripts = {}
    for source, text in articles.items():
        manuscript, found = load_article(f"briefs/port/articles/{source}.md", text.encode())
        assert manuscript is not None, found
        manuscripts[source] = manuscript
        faults += found
    brief, found = validate_brief("port", tree, manuscripts, registered, {"port": "port"})
    faults += [problem for problem in found if problem.is_error]
    assert brief is not None, faults
    assert not faults, faults
    return brief


def one_quote(quote: str, body: str, *, title: str = "A headline", **front: str) -> Brief:
    """A brief of one report of one article. `quote` is YAML flow: the value of `quote`, and more keys if need be."""
    annotations = (
        "title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n  - id: c\n    claim: C\n    reports:\n"
        f"      herald: {{quote: {quote}}}\n"
    )
    return brief_of(annotations, herald=article(body, title, **front))


def anchored(
    quote: str, body: str, *, title: str = "A headline", **front: str
) -> tuple[list[str], list[Problem]]:
    """The slices that one quote, in YAML flow, stands for (none where it is refused), and its problems."""
    anchors, problems = anchor(one_quote(quote, body, title=title, **front))
    return [part.exact for part in the_only(anchors)], problems


def the_only(anchors: Anchors) -> Quotation:
    """The one quotation, or none."""
    assert len(anchors) <= 1
    return next(iter(anchors.values()), ())
