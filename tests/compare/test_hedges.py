from __future__ import annotations

import pytest

from .conftest import Compared

BODY = (
    "Boats are Likely to leave, on Feb. 8, the minister said. It is unlikely to rain, we may expect."
    "\n\nPerhaps not."
)


def problems_of(compared: Compared, keys: str) -> list[tuple[str, str | None]]:
    _, problems = compared(f"alder: {{{keys}}}", {"alder": BODY})
    return [(problem.code, problem.remedy) for problem in problems]


@pytest.mark.parametrize(
    "keys",
    [
        "quote: the minister said",
        "quote: the minister said, hedge: likely",
        "quote: the minister said, hedge: LIKELY TO",
        "quote: [the minister said, Perhaps not], hedge: perhaps",
        "quote: 'the minister said [...] rain', hedge: we may expect",
        "quote: News of boats, in: title, hedge: News",
        "quote: it never said this, hedge: likely",
    ],
)
def test_a_hedge_in_the_sentence_of_its_quote_is_fine(compared: Compared, keys: str) -> None:
    assert problems_of(compared, keys) == []


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("quote: It is unlikely, hedge: likely", "It is unlikely to rain, we may expect."),
        (
            "quote: the minister said, hedge: perhaps",
            "Boats are Likely to leave, on Feb. 8, the minister said.",
        ),
        ("quote: News of boats, in: title, hedge: likely", "News of boats"),
    ],
)
def test_a_hedge_of_another_sentence_is_an_error(compared: Compared, keys: str, sentence: str) -> None:
    assert problems_of(compared, keys) == [("hedge-not-found", f'the sentence is: "{sentence}"')]


def test_it_says_which_hedge_and_stands_at_it(compared: Compared) -> None:
    _, (problem,) = compared("alder: {quote: It is unlikely, hedge: perhaps}", {"alder": BODY})
    assert problem.message == '"perhaps" is not in the sentence of the quote'
    assert (problem.location.line, problem.location.column) == (8, 45)


def test_the_sentences_of_several_quotes_are_all_shown_each_once(compared: Compared) -> None:
    keys = "quote: [Perhaps not, It is unlikely, we may expect], hedge: certainly"
    assert problems_of(compared, keys) == [
        ("hedge-not-found", 'the sentence is: "Perhaps not. … It is unlikely to rain, we may expect."')
    ]


@pytest.mark.parametrize(("length", "shown"), [(300, "x" * 299 + "."), (301, "x" * 300 + "…")])
def test_a_long_sentence_is_cut(compared: Compared, length: int, shown: str) -> None:
    sentence = "x" * (length - 1) + "."
    _, (problem,) = compared(f"alder: {{quote: {sentence[:-1]}, hedge: likely}}", {"alder": sentence})
    assert problem.remedy == f'the sentence is: "{shown}"'


def test_of_several_long_sentences_as_much_is_shown_as_of_one(compared: Compared) -> None:
    body = "\n\n".join(f"{letter * 3} {letter * 297} said so." for letter in "xyz")
    _, (problem,) = compared("alder: {quote: [xxx, yyy, zzz], hedge: likely}", {"alder": body})
    assert problem.remedy == f'the sentence is: "xxx {"x" * 296}…"'


@pytest.mark.parametrize(("far", "is_found"), [(4990, True), (5010, False)])
def test_a_hedge_stands_near_its_quote_in_a_sentence_without_end(
    compared: Compared, far: int, is_found: bool
) -> None:
    around = "and on " * (far // 7)
    for body in (f"likely {around}they left {around}home", f"home {around}they left {around}likely"):
        _, problems = compared("alder: {quote: they left, hedge: likely}", {"alder": body})
        assert (problems == []) == is_found
