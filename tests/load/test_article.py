"""Article files: front matter above, a body below that nothing interprets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load_article

GOOD = "---\noutlet: herald\ntitle: T\n---\n\nFirst.\n\nSecond.\n"


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        (GOOD, "First.\n\nSecond.", 6),
        (GOOD.replace("\n\nFirst", "\nFirst"), "First.\n\nSecond.", 5),
        (GOOD.replace("\n\nFirst", "\n\n \n\nFirst"), "First.\n\nSecond.", 8),
        ("\ufeff" + GOOD.replace("\n", "\r\n"), "First.\n\nSecond.", 6),
        (GOOD + "\n---\n\n{{ x }} <b>\n", "First.\n\nSecond.\n\n---\n\n{{ x }} <b>", 6),
        (GOOD.replace("T\n", "T\nnotice: |\n  a --- b\n"), "First.\n\nSecond.", 8),
    ],
)
def test_the_body_is_the_text_below_the_front_matter(text: str, body: str, line: int) -> None:
    manuscript, _ = load_article("herald.md", text.encode())

    assert manuscript is not None
    assert (manuscript.body, manuscript.body_line) == (body, line)


def test_places_in_the_front_matter_are_places_in_the_file() -> None:
    manuscript, problems = load_article("herald.md", GOOD.encode())

    assert problems == []
    assert manuscript is not None
    assert manuscript.front.at(("title",)).line == 3
    assert manuscript.front.at_key(("title",)).column == 1


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("Only text.\n", 1, "front-matter"),
        ("\n---\na: b\n---\nx", 1, "front-matter"),
        ("---\noutlet: x\n\nText.\n", 1, "front-matter"),
        ("---\noutlet: a: b\n---\nText.\n", 2, "yaml-colon"),
        ("---\noutlet: a\noutlet: b\n---\nText.\n", 3, "duplicate-key"),
        ("---\noutlet: a\n---\n \n\n", 3, "empty"),
        (GOOD + "\x00", 9, "control-character"),
        ("", 1, "front-matter"),
    ],
)
def test_what_is_wrong_has_its_line_in_the_file(text: str, line: int, code: str) -> None:
    _, problems = load_article("herald.md", text.encode())

    assert [(p.location.line, p.code) for p in problems] == [(line, code)]


def test_another_encoding_is_told_with_its_byte_and_line() -> None:
    manuscript, problems = load_article("herald.md", GOOD.replace("Second", "Zwölf").encode("latin-1"))

    assert manuscript is None
    assert [p.message for p in problems] == ["byte 0xF6 in line 8 is not UTF-8"]
    assert (problems[0].location.line, problems[0].location.column) == (8, 3)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_named(encoding: str) -> None:
    _, problems = load_article("herald.md", GOOD.encode(encoding))

    assert [p.code for p in problems] == ["not-utf-8"]
    assert encoding[:6].upper() in problems[0].message


@given(st.text(), st.text())
@settings(deadline=None)
def test_any_text_gives_a_manuscript_or_problems(front: str, body: str) -> None:
    raw = f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass")
    manuscript, problems = load_article("f", raw)

    assert manuscript is not None or problems
