"""What `[...]` may leave out of a quote."""

from __future__ import annotations

import pytest

from generator.anchor import anchor
from generator.model.source import Severity
from tests.anchor.written import anchored, article, brief_of

BODY = """\
The army left the town on Monday, the mayor said. The town was quiet on Monday.

On Tuesday the army did not return. It may come back with 3,000 men, or two thousand, the army said.

Room No. 5 was nobody's.
"""


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("The army [...] the mayor said", ["The army", "the mayor said"]),
        ("The army […] the mayor said", ["The army", "the mayor said"]),
        ("The army [ . . . ] the mayor said", ["The army", "the mayor said"]),
        ("The army[...]the mayor said", ["The army", "the mayor said"]),
        ("left [...] town [...] quiet", ["left", "town", "quiet"]),
        # of several placements the leftmost, and the shortest of those that begin there
        ("the town [...] on Monday", ["the town", "on Monday"]),
        ("on Monday [...] on Monday", ["on Monday", "on Monday"]),
        ("{exact: 'The [...] on Monday', prefix: 'mayor said.'}", ["The", "on Monday"]),
        ("{exact: 'The [...] on Monday', suffix: ', the mayor'}", ["The", "on Monday"]),
        ("Room [...] 5 was", []),
    ],
)
def test_parts_stand_in_order_within_one_paragraph(quote: str, parts: list[str]) -> None:
    quote = quote if quote.startswith("{") else f'"{quote}"'
    found, problems = anchored(quote, BODY)
    assert found == (parts or ["Room", "5 was"]) or (not parts and problems)
    assert not [problem for problem in problems if problem.is_error] or not parts


def test_the_leftmost_shortest_placement_counts() -> None:
    from generator.anchor import anchor
    from tests.anchor.written import one_quote, the_only

    brief = one_quote('"a [...] b"', "x a y a z b w b.")
    first, second = the_only(anchor(brief)[0])
    assert (first.span.start, second.span.start) == (2, 10)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("the mayor said [...] The army", "another order"),
        ("The town [...] the mayor", "another order"),
        ("the mayor said [...] On Tuesday", "one paragraph"),
        ("Room [...] The army", "one paragraph"),
        ("[...] the mayor said", "begins with"),
        ("the mayor said […]", "ends with"),
        ("The army [...] [...] the mayor", "nothing"),
        ("The army [...] . [...] the mayor", "no letter"),
        ("The army [...] .", "no letter"),
    ],
)
def test_parts_that_cannot_stand_so_are_refused_for_that_reason(quote: str, reason: str) -> None:
    found, (problem,) = anchored(f'"{quote}"', BODY)
    assert not found
    assert problem.code == "quote-elision"
    assert problem.is_error
    assert reason in problem.message
    assert problem.remedy


def test_a_part_that_stands_nowhere_is_named() -> None:
    found, problems = anchored('"The army [...] the pope said [...] rmy"', BODY)
    assert not found
    assert [(p.code, p.message.partition(" is not")[0]) for p in problems] == [
        ("quote-not-found", '"the pope said"'),
        ("quote-not-found", '"rmy"'),
    ]


@pytest.mark.parametrize(
    ("language", "quote", "body", "left_out"),
    [
        ("en", "army did [...] return", BODY, "not"),
        ("en", "They [...] go", "They didn't want to go.", "didn't"),
        ("en", "They [...] go", "They didn’t want to go.", "didn’t"),
        ("en", "They [...] go", "They cannot possibly go.", "cannot"),
        ("en-GB", "They [...] went", "They never went.", "never"),
        ("en", "He saw [...] there", "He saw nobody there.", "nobody"),
        ("en", "They [...] went", "They, Neither of whom spoke, went.", "Neither"),
        ("sv", "De [...] tillbaka", "De kom inte tillbaka.", "inte"),
        ("de", "Sie [...] zurück", "Sie kamen nicht zurück.", "nicht"),
        ("de", "Sie haben [...] Soldaten", "Sie haben keine Soldaten.", "keine"),
        ("fr", "Il [...] revenu", "Il n'est pas revenu.", "n'est"),
        ("es", "Los soldados [...] volvieron", "Los soldados nunca volvieron.", "nunca"),
        ("ja", "兵士は戻ら [...] と述べた", "兵士は戻らない、と述べた。", "ない"),
        ("xx", "They [...] go", "They will not go.", "not"),
    ],
)
def test_a_negation_left_out_is_an_error(language: str, quote: str, body: str, left_out: str) -> None:
    found, problems = anchored(f'"{quote}"', body, language=language)
    errors = [problem for problem in problems if problem.is_error]
    assert not found
    assert [problem.code for problem in errors] == ["quote-elision"]
    assert f'"{left_out}"' in errors[0].message


@pytest.mark.parametrize(
    ("language", "quote", "body", "left_out"),
    [
        ("en", "It [...] come back", BODY, "may"),
        ("en", "back with [...] men", BODY, "3,000"),
        ("en", "men, or [...], the army", BODY, "two thousand"),
        ("en", "They [...] left", "They reportedly left.", "reportedly"),
        ("sv", "De [...] tillbaka", "De kommer kanske tillbaka.", "kanske"),
        ("de", "Sie [...] zurück", "Sie sollen zurück.", "sollen"),
        ("fr", "Ils [...] revenir", "Ils pourraient revenir.", "pourraient"),
        ("es", "Los [...] volver", "Los soldados podrían volver.", "podrían"),
    ],
)
def test_a_modal_hedge_or_number_left_out_is_a_warning(
    language: str, quote: str, body: str, left_out: str
) -> None:
    found, (problem,) = anchored(f'"{quote}"', body, language=language)
    assert len(found) == 2
    assert (problem.code, problem.severity) == ("quote-elision", Severity.WARNING)
    assert f'"{left_out}"' in problem.message


@pytest.mark.parametrize(
    ("quote", "body"),
    [
        ("They [...] left", "They, the soldiers, left."),
        ("They [...] left", "They knew one another and left."),
        ("No [...] left", "No soldier left."),
        ("They [...] left", "They [...] left."),
        ("They [...] left", "They notably left."),
    ],
)
def test_what_turns_or_weakens_nothing_may_be_left_out(quote: str, body: str) -> None:
    found, problems = anchored(f'"{quote}"', body)
    assert len(found) == 2
    assert not problems


def test_an_elided_quote_that_stands_in_two_paragraphs_is_ambiguous() -> None:
    body = "The army left at noon.\n\nThe army left at night."
    assert anchored('"The army [...] at"', body)[1][0].code == "quote-ambiguous"
    found, problems = anchored('{exact: "The army [...] at", suffix: night}', body)
    assert found == ["The army", "at"]
    assert not problems


def test_no_more_may_be_left_out_than_can_be_read() -> None:
    found, (problem,) = anchored('"The army [...] left"', f"The army {'word ' * 200_000} left.")
    assert not found
    assert "more than 5000 characters" in problem.message


def test_what_is_left_out_is_told_at_the_line_of_the_first_part() -> None:
    _, (problem,) = anchored("'The ship did [...] sail'", "They told us:\nThe ship did\nnot\nsail.")
    assert problem.message.startswith('[...] leaves out "not", line 6: ')


def test_no_more_is_left_out_than_is_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.anchor.refusal.MOST_OMITTED", 13)
    assert anchored('"left [...] Monday"', BODY)[1] == []
    monkeypatch.setattr("generator.anchor.refusal.MOST_OMITTED", 12)
    found, problems = anchored('"left [...] Monday"', BODY)
    assert not found
    assert [problem.code for problem in problems] == ["too-many"]


def test_that_too_much_is_left_out_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.anchor.refusal.MOST_OMITTED", 12)
    annotations = (
        "title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n  - id: c\n    claim: C\n    reports:\n"
        '      herald: ["left [...] Monday", "left [...] Monday", left]\n'
    )
    anchors, problems = anchor(brief_of(annotations, herald=article(BODY)))
    assert [path[4] for path in anchors] == [2]
    assert [(problem.code, problem.location.line) for problem in problems] == [("too-many", 8)]
