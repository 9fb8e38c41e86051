"""More of a kind than anybody writes is a problem, and what is within the limit is read."""

from __future__ import annotations

import pytest

from generator.load import load_article, load_yaml
from generator.model.brief import Brief, Parties
from generator.model.source import Manuscript, Problem, Tree
from generator.validate import validate_brief, validate_parties
from generator.validate.most import MOST_PARAGRAPHS, MOST_REPORTS, cut_to_most, too_many_paragraphs

HEAD = "title: T\nsummary: S\ndate: 2025\n"
CLAIM = "claims:\n  - id: x\n    claim: c\n    reports: {a: sank}\n"


def validate(text: str, article: str = "outlet: herald\ntitle: T\n") -> tuple[Brief | None, list[Problem]]:
    register, _ = load_yaml("parties.yml", b"herald: {name: The Herald}\n")
    tree, problems = load_yaml("brief.yml", text.encode())
    manuscript, _ = load_article("articles/a.md", f"---\n{article}---\n\nA ship sank.\n".encode())
    assert problems == []
    assert register is not None
    assert tree is not None
    assert manuscript is not None
    parties = validate_parties(register)[0]
    assert isinstance(parties, Parties)
    return validate_brief("demo", tree, {"a": manuscript}, parties, {"demo"})


def told(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(p.location.file, p.location.line, p.message) for p in problems if p.code == "too-many"]


def test_as_many_as_may_be_are_no_problem() -> None:
    tags = "".join(f"  - t{i}\n" for i in range(100))
    brief, problems = validate(f"{HEAD}{CLAIM}tags:\n{tags}")

    assert problems == []
    assert brief is not None
    assert len(brief.annotations.tags) == 100


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            f"{HEAD}{CLAIM}tags:\n" + "  - t\n" * 101,
            8,
            "101 entries stand here; 100 is the most that is read",
        ),
        (
            f"{HEAD}claims:\n"
            + "".join(f"  - {{id: c{i}, claim: c, reports: {{a: sank}}}}\n" for i in range(2001)),
            4,
            "2,001 entries stand here; 2,000 is the most that is read",
        ),
        (
            f"{HEAD}claims:\n  - id: x\n    claim: c\n    reports:\n      a:\n        quote: sank\n        via:\n"
            + "".join(f"          - a man {i}\n" for i in range(41)),
            10,
            "41 entries stand here; 40 is the most that is read",
        ),
        (
            f"{HEAD}claims:\n"
            + "".join(
                f"  - id: c{k}\n    claim: c\n    reports:\n      a:\n" + "        - sank\n" * 400
                for k in range(13)
            ),
            4,
            f"the claims have more than {MOST_REPORTS:,} reports together, which is the most that is read",
        ),
    ],
    ids=["tags", "claims", "links of a chain", "reports together"],
)
def test_more_is_told_at_its_key(text: str, line: int, message: str) -> None:
    _, problems = validate(text)

    assert told(problems) == [("brief.yml", line, message)]


@pytest.mark.parametrize(
    ("sources", "each", "left"), [(1, 6000, 500), (12, 450, 11 * 450), (12, 6000, 10 * 500), (600, 10, 5000)]
)
def test_the_reports_of_the_first_claim_alone_are_cut(sources: int, each: int, left: int) -> None:
    one_claim = f"{HEAD}claims:\n  - id: x\n    claim: c\n    reports:\n" + "".join(
        f"      s{n}: [{', '.join(['sank'] * each)}]\n" for n in range(sources)
    )
    tree, problems = load_yaml("brief.yml", one_claim.encode())
    assert tree is not None
    assert problems == []

    cut, problems = cut_to_most(tree)

    assert isinstance(cut.value, dict)
    assert sum(map(len, cut.value["claims"][0]["reports"].values())) == left
    assert {problem.code for problem in problems} == {"too-many"}
    more = "  - {id: y, claim: c, reports: {s0: sank}}\n"
    tree, _ = load_yaml("brief.yml", (one_claim + more).encode())
    assert tree is not None
    cut, _ = cut_to_most(tree)
    assert isinstance(cut.value, dict)
    assert len(cut.value["claims"]) == (2 if sources == 1 else 1)


def test_however_much_is_too_many_all_of_it_is_cut() -> None:
    aliases = ", ".join(f"a{n}" for n in range(101))
    claims = [f"{{id: c{n}, claim: c, aliases: [{aliases}], reports: {{a: sank}}}}" for n in range(120)]
    tree, _ = load_yaml("brief.yml", f"{HEAD}claims: [{', '.join(claims)}]\n".encode())
    assert tree is not None

    cut, problems = cut_to_most(tree)

    assert isinstance(cut.value, dict)
    assert {len(claim["aliases"]) for claim in cut.value["claims"]} == {100}
    assert len(problems) == 100


def test_what_is_left_is_checked_all_the_same() -> None:
    tags = "  - t\n" * 101
    _, problems = validate(f"{HEAD}tags:\n{tags}{CLAIM.replace('sank}', '[sank]}')}claim: x\n")

    assert {p.code for p in problems if p.is_error} == {"too-many", "unknown-key"}


def test_an_article_of_too_many_paragraphs_is_told_where_its_text_begins() -> None:
    manuscript = Manuscript("articles/a.md", Tree("articles/a.md", {}, {}, {}), "", 5)

    assert too_many_paragraphs(manuscript, "\n\n".join("a" * MOST_PARAGRAPHS)) == []
    (problem,) = too_many_paragraphs(manuscript, "\n\n".join("a" * (MOST_PARAGRAPHS + 1)))
    assert (problem.location.line, problem.code) == (5, "too-many")
    assert problem.message == "the article has 20,001 paragraphs; 20,000 is the most that is read"


def test_an_article_has_no_more_authors_either() -> None:
    authors = ", ".join(f"A{i}" for i in range(101))
    _, problems = validate(HEAD + CLAIM, f"outlet: herald\ntitle: T\nauthor: [{authors}]\n")

    assert told(problems) == [("articles/a.md", 4, "101 entries stand here; 100 is the most that is read")]
