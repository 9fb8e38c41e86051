"""What a refused quote's problem says: what is wrong, where, and how to mend it."""

from __future__ import annotations

import pytest

from generator.anchor import anchor
from generator.anchor.difference import Difference, difference
from generator.model.source import Span
from tests.anchor.written import anchored, article, brief_of

BODY = """\
The strike began on Monday. Some 18,000 soldiers stood by, at least 40 people were hurt.

The minister said that he did not agree. Later the minister said so again.
"""


@pytest.mark.parametrize(
    ("quote", "message", "remedy"),
    [
        (
            "at least 14 people were hurt",
            "this is not in articles/herald.md",
            'nearest, line 5: "at least 40 people were hurt"\n'
            'the difference: the quote has "14" instead of "40"',
        ),
        (
            "the minister said that he did agree",
            "this is not in articles/herald.md",
            'nearest, line 7: "The minister said that he did not agree"\n'
            'the difference: the quote has "the" instead of "The"; the quote leaves out "not"',
        ),
        (
            "The Strike began on Monday",
            "this is not in articles/herald.md",
            'nearest, line 5: "The strike began on Monday"\n'
            'the difference: only in capitals: the quote has "Strike" instead of "strike"',
        ),
        (
            '"8,000 soldiers"',
            "this is not in articles/herald.md: it stands there only inside another word or number",
            'line 5: "18,000 soldiers"\nquote words and numbers whole, as they stand there',
        ),
        (
            "an elephant drank gin",
            "this is not in articles/herald.md",
            "nothing like it stands there: copy the words from articles/herald.md",
        ),
        ("Harbour shut", "this is not in articles/herald.md", 'it stands in the title: add "in: title"'),
        (
            "The strike, in: title",
            "this is not in the title of articles/herald.md",
            'it stands in the body, line 5: take away "in: title"',
        ),
        (
            "{exact: minister said, suffix: nothing}",
            'this is in articles/herald.md, but not before "nothing"',
            "line 7: … by, at least 40 people were hurt. The >minister said< that he did not agree. Later the …\n"
            "line 7: … said that he did not agree. Later the >minister said< so again.",
        ),
        (
            "minister said",
            "this stands 2 times in articles/herald.md",
            "say which one is meant:\n"
            "line 7: … by, at least 40 people were hurt. The >minister said< that he did not agree. Later the …\n"
            '  prefix: "The"\n'
            "line 7: … said that he did not agree. Later the >minister said< so again.\n"
            '  prefix: "the"',
        ),
    ],
)
def test_says_what_is_wrong_and_how_to_mend_it(quote: str, message: str, remedy: str) -> None:
    found, (problem,) = anchored(quote, BODY, title="Harbour shut")
    assert not found
    assert problem.message == message
    assert problem.remedy == remedy


def test_stands_at_the_quote_or_at_the_context_that_is_wrong() -> None:
    (_, (plain,)), (_, (context,)) = (
        anchored("nowhere", BODY),
        anchored("{exact: The strike, prefix: nowhere}", BODY),
    )
    assert (plain.location.file, plain.location.line, plain.location.column) == (
        "briefs/port/brief.yml",
        8,
        23,
    )
    assert context.location.column == 23 + len("{exact: The strike, prefix: ")


@pytest.mark.parametrize("body", [BODY, "so it is, so it was, so it will be, so it is", "a a a a a a"])
@pytest.mark.parametrize("quote", ["minister said", "so it", "a"])
def test_the_prefix_or_suffix_that_is_suggested_settles_it(quote: str, body: str) -> None:
    _, problems = anchored(quote, body)
    for problem in problems:
        if problem.code != "quote-ambiguous":
            continue
        assert problem.remedy
        for line in problem.remedy.splitlines():
            if line.startswith("  "):
                found, left = anchored(f"{{exact: {quote}, {line.strip()}}}", body)
                assert found == [quote]
                assert not left


def test_another_article_of_the_brief_is_named() -> None:
    annotations = (
        "title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n  - id: c\n    claim: C\n    reports:\n"
        "      herald: It all ended\n      echo: So\n"
    )
    brief = brief_of(annotations, herald=article("Nothing."), echo=article("So.\n\nIt all ended."))
    _, (problem,) = anchor(brief)
    assert problem.remedy == "it stands in articles/echo.md, line 7: quote it under that source"


def test_long_texts_and_long_lists_are_cut() -> None:
    _, (problem,) = anchored("a", "a " * 3000)
    assert problem.message == "this stands 1000 times or more in articles/herald.md"
    assert problem.remedy
    assert problem.remedy.splitlines()[-1] == "and 995 more"
    _, (problem,) = anchored("word " * 300 + "end", "word " * 299 + "and the end")
    assert problem.remedy
    assert all(len(line) < 400 for line in problem.remedy.splitlines())


def test_the_nearest_passage_never_becomes_an_anchor() -> None:
    found, problems = anchored("at least 41 people were hurt", BODY)
    assert not found
    assert problems[0].is_error


@pytest.mark.parametrize("quote", ["北朝鮮の兵士", "兵士たちが帰国"])
def test_texts_without_spaces_have_a_nearest_passage_too(quote: str) -> None:
    _, (problem,) = anchored(quote, "ロシアで北朝鮮兵士たちは帰国したという。")
    assert problem.remedy
    assert "nearest, line 5" in problem.remedy


def test_of_words_that_are_repeated_the_first_twenty_are_compared() -> None:
    found = difference("go now " * 80, "go then " * 160)
    assert found.likeness > 0.3
    assert found.wording.startswith('the quote has "now" instead of "then"')
    assert found.span.end < 20 * len("go then ")
    spoken = " ".join(f"word{n}" for n in range(110))
    assert (
        difference(f"{spoken} here", f"{spoken} there").wording == 'the quote has "here" instead of "there"'
    )


def test_where_no_word_is_shared_nothing_answers() -> None:
    assert difference("one two", "three four") == Difference(Span(0, 0), 0.0, "")
