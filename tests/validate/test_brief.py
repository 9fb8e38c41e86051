"""A brief with faults: what is left of it, so that its quotes can be checked in the same run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load_article, load_yaml
from generator.model.brief import Brief, Parties
from generator.model.source import Problem
from generator.validate import validate_brief, validate_parties

HEAD = "title: T\nsummary: S\ndate: 2025\nclaims:\n"
ARTICLE = b"---\noutlet: herald\ntitle: T\n---\n\nA ship sank.\n"


def register() -> Parties:
    tree, _ = load_yaml("parties.yml", b"herald: {name: The Herald}\npost: {name: The Post}\n")
    assert tree is not None
    return validate_parties(tree)[0]


def validate(
    text: str, *, sources: tuple[str, ...] = ("a", "b"), unread: tuple[str, ...] = ()
) -> tuple[Brief | None, list[Problem]]:
    tree, _ = load_yaml("brief.yml", text.encode())
    assert tree is not None
    manuscripts = {}
    for source in sources:
        manuscript, _ = load_article(f"articles/{source}.md", ARTICLE)
        assert manuscript is not None
        manuscripts[source] = manuscript
    return validate_brief("demo", tree, manuscripts, register(), {"demo"}, unread)


def claim(id_: str, *lines: str, report: str = "{a: sank, b: sank}") -> str:
    return "".join(
        f"{'    ' if i else '  - '}{line}\n"
        for i, line in enumerate([f"id: {id_}", "claim: c", *lines, f"reports: {report}"])
    )


def codes(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(p.location.line, p.code) for p in problems]


def test_a_brief_without_a_fault_is_whole() -> None:
    brief, problems = validate(HEAD + claim("x"))

    assert problems == []
    assert brief is not None
    assert list(brief.articles) == ["a", "b"]
    assert brief.tree.at(("claims", 0, "reports", "b", 0, "quote", 0, "exact")).line == 7


def test_columns_are_in_the_order_of_sources_and_then_of_file_names() -> None:
    brief, _ = validate(
        HEAD + "  - id: x\n    claim: c\n    reports: {a: s, b: s, c: s, d: s}\nsources: [c, b]\n",
        sources=("d", "a", "b", "c"),
    )

    assert brief is not None
    assert list(brief.articles) == ["c", "b", "a", "d"]


def test_what_is_left_of_a_brief_keeps_the_places_of_its_claims() -> None:
    brief, problems = validate(
        HEAD + "  - no claim\n" + claim("x") + claim("y", "tolerance: much") + claim("z")
    )

    assert codes(problems) == [(5, "wrong-type"), (11, "tolerance")]
    assert brief is not None
    assert [c.id for c in brief.annotations.claims] == ["x", "y", "z"]
    lines = [brief.tree.at(("claims", index, "reports", "a", 0, "quote", 0)).line for index in range(3)]
    assert lines == [8, 12, 15]


@pytest.mark.parametrize(
    ("report", "left"),
    [
        ("{a: sank, b: {quote: sank, stance: bad}}", ["a", "b"]),
        ("{a: sank, b: {stance: denies}}", ["a"]),
        ("{a: sank, nobody: sank}", ["a"]),
        ("{a: sank, b: {quote: sank, via: nobody}}", ["a", "b"]),
        ("{a: sank, b: [{quote: sank, hedge: [x]}, sank]}", ["a", "b"]),
    ],
)
def test_a_fault_in_a_report_costs_as_little_as_it_can(report: str, left: list[str]) -> None:
    brief, problems = validate(HEAD + claim("x", report=report))

    assert len([p for p in problems if p.is_error]) == 1
    assert brief is not None
    assert list(brief.annotations.claims[0].reports) == left


def test_missing_keys_of_the_brief_do_not_hide_its_claims() -> None:
    brief, problems = validate("claims:\n" + claim("x"))

    assert [p.code for p in problems] == ["missing-key"] * 3
    assert brief is not None
    assert len(brief.annotations.claims) == 1


def test_an_article_that_could_not_be_read_is_not_unknown() -> None:
    brief, problems = validate(HEAD + claim("x", "unchecked: [c]"), sources=("a",), unread=("b", "c"))

    assert problems == []
    assert brief is not None
    assert list(brief.annotations.claims[0].reports) == ["a"]


def test_a_brief_without_articles_is_a_problem() -> None:
    brief, problems = validate(HEAD + claim("x"), sources=())

    assert brief is None
    assert (1, "no-articles") in codes(problems)


def test_every_place_of_a_party_that_is_not_registered_in_a_chain_is_told() -> None:
    _, problems = validate(
        HEAD + claim("x", report="{a: {quote: q, via: [p, {together: [q, The Post]}, herald]}, b: s}")
    )

    assert sorted((p.location.column, p.code) for p in problems) == [
        (35, "unknown-party"),
        (50, "unknown-party"),
        (53, "party-by-name"),
        (65, "party-twice"),
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.sampled_from(["a", "b", "x y", "2025", "unknown", "nobody", "", "herald"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "claim",
                    "reports",
                    "a",
                    "quote",
                    "via",
                    "together",
                    "note",
                    "title",
                    "source",
                    "exact",
                    "x",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


def as_yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(inner) for inner in value) + "]"
    return "~" if value is None else str(value).lower() if isinstance(value, bool) else f'"{value}"'


@given(
    st.dictionaries(
        st.sampled_from(["claims", "notes", "corrections", "sources", "tags", "title", "related"]), VALUES
    ),
    VALUES,
)
@settings(deadline=None)
def test_whatever_stands_in_a_brief_is_a_brief_or_problems(root: dict[str, object], report: object) -> None:
    claims = [{"id": "x", "claim": "c", "reports": {"a": report}}]
    for value in (root, {"title": "T", "summary": "S", "date": "2025", "claims": claims, **root}):
        brief, problems = validate(as_yaml(value))
        assert brief is not None or any(p.is_error for p in problems)


@given(st.dictionaries(st.sampled_from(["a", "b", "c d"]), VALUES))
@settings(deadline=None)
def test_whatever_stands_in_the_register_is_a_register(root: dict[str, object]) -> None:
    tree, _ = load_yaml("parties.yml", as_yaml(root).encode())
    assert tree is not None
    parties, _ = validate_parties(tree)

    assert set(parties.by_id) == set(root)


@pytest.mark.parametrize(
    ("key", "code"), [("id: c", "duplicate-id"), ("name: d", "unknown-key"), ('id: ""', "bad-id")]
)
def test_a_claim_without_a_readable_id_may_be_the_one_that_a_correction_means(key: str, code: str) -> None:
    correction = "corrections:\n  - {date: 2025-01-01, was: a, now: b, why: c, claim: d}\n"
    second = claim("d").replace("id: d", key)

    _, problems = validate(HEAD + claim("c") + claim("d") + correction)
    assert problems == []
    _, problems = validate(HEAD + claim("c") + second + correction)
    assert code in [p.code for p in problems]
    assert ("unknown-claim" in [p.code for p in problems]) is (code == "duplicate-id")


@pytest.mark.parametrize("key", ["sources", "related"])
def test_an_empty_text_is_no_unknown_name_as_well(key: str) -> None:
    _, problems = validate(f'{key}: ""\n' + HEAD + claim("c"))
    assert [p.code for p in problems] == ["wrong-type"]

    _, problems = validate(HEAD + claim("c", report='{a: {quote: sank, via: ""}}'))
    assert [p.code for p in problems if p.is_error] == ["empty"]


def test_a_title_is_kept_in_the_form_in_which_it_is_quoted() -> None:
    tree, _ = load_yaml("brief.yml", (HEAD + claim("c", report="{a: sank}")).encode())
    manuscript, _ = load_article("articles/a.md", ARTICLE.replace(b"title: T", "title: Cafe\u0301".encode()))
    assert tree is not None
    assert manuscript is not None

    brief, _ = validate_brief("demo", tree, {"a": manuscript}, register(), {"demo"})

    assert brief is not None
    assert brief.articles["a"].meta.title == brief.articles["a"].title.text == "Caf\u00e9"
