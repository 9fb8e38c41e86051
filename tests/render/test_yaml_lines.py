"""Front matter is, byte for byte, what PyYAML would have written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.render.yaml_lines import dumped, yaml_lines

KEYS = ["title", "description", "og_type", "json_ld", "hide", "on", "y", "null", "a b", "1"]
PIECES = [
    *[
        "a",
        "The Herald",
        "yes",
        "null",
        "~",
        "1e3",
        "0o7",
        "2026-03-04",
        "é",
        "Å",
        "北",
        "\U0001f600",
        "",
        " ",
    ],
    *[
        ": ",
        ":",
        " #",
        "#",
        "'",
        '"',
        "\\",
        "-",
        "- ",
        "? ",
        "[",
        "{",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
    ],
    *["\n", "\t", "\x00", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ud800", "\uffff", "---", "..."],
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(max_size=12))
VALUES = st.one_of(
    TEXTS,
    st.lists(TEXTS, max_size=3),
    st.booleans(),
    st.integers(),
    st.dictionaries(TEXTS, st.booleans(), max_size=2),
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
@settings(max_examples=1000)
@example({})
@example({"title": ""})
@example({"title": "a " * 2000})
@example({"title": "a" * 1_000_001})
def test_it_is_what_pyyaml_writes(meta: dict[str, object]) -> None:
    assert yaml_lines(meta) == dumped(meta)


@pytest.mark.parametrize(
    "word", sorted({*"yes no on off true false null y n".split(), "Yes", "NULL", "Off", "yes "})
)
def test_a_word_that_means_something_in_yaml_stays_a_word(word: str) -> None:
    assert yaml.safe_load(yaml_lines({"title": word})) == {"title": word}


@pytest.mark.parametrize(
    ("meta", "text"),
    [
        ({"title": "The Herald"}, "title: The Herald\n"),
        ({"description": "a: b"}, "description: 'a: b'\n"),
        ({"title": "it's #1 # x"}, "title: 'it''s #1 # x'\n"),
        ({"title": "a:"}, "title: 'a:'\n"),
        ({"title": "a "}, "title: 'a '\n"),
        ({"title": "null"}, "title: 'null'\n"),
        ({"title": "yes"}, "title: 'yes'\n"),
        ({"title": "1e3"}, 'title: "1e3"\n'),
        ({"title": '"a\\b"'}, 'title: "\\"a\\\\b\\""\n'),
        ({"title": ""}, 'title: ""\n'),
        ({"title": "é 北 \U0001f600"}, "title: é 北 \U0001f600\n"),
        ({"title": "a~\xa0\u2027\u202a\ud7ff\ue000\ufefe\uff00\ufffd\U00010000\U0010fffe"}, None),
        ({"og_type": "a", "json_ld": "b", "author": "c", "language": "en"}, None),
        ({"hide": ["toc", "navigation"]}, "hide:\n- toc\n- navigation\n"),
        ({"hide": ["null", "1"]}, "hide:\n- 'null'\n- \"1\"\n"),
    ],
)
def test_what_pages_have_takes_no_pyyaml(
    meta: dict[str, object], text: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML takes longer than rendering the page."""
    written = dumped(meta)
    monkeypatch.setattr(yaml, "dump", lambda *_, **__: pytest.fail("by PyYAML"))
    assert yaml_lines(meta) == written == (text or written)


def test_no_front_matter_is_an_empty_mapping() -> None:
    assert yaml_lines({}) == "{}\n"
