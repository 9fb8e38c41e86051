"""What is copied of an article: YAML of whole lines that says what was selected, whatever is in it."""

from __future__ import annotations

import pytest
import yaml

from generator.anchor import Passage
from generator.load import load_yaml
from generator.preview.quoting import _report, read_asked, scalar


@pytest.mark.parametrize(
    "text",
    [
        "plain", "no", "12:30", "1e3", "# not a comment", "a: b", 'he said "no"', "it's", "it's \"so\"",
        "back\\slash",
        "\u200bhidden", "tab\tbed", "\U0001f600", "\U0001f600\u200b", "'", '"', "[...]", "- x", "\u2067עברית\u2069",
    ],
)  # fmt: skip
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    written = f"a: {scalar(text)}\n"
    tree, problems = load_yaml("brief.yml", written.encode())
    assert problems == []
    assert tree is not None
    assert tree.value == {"a": text}
    assert yaml.safe_load(written) == {"a": text}


@pytest.mark.parametrize(
    ("passage", "lines"),
    [
        (Passage("a b", None, None, "body"), ["herald:", '  quote: "a b"']),
        (Passage("a b", None, None, "title"), ["herald:", '  quote: "a b"', "  in: title"]),
        (
            Passage("a b", "x", "y", "body"),
            ["herald:", "  quote:", '    exact: "a b"', '    prefix: "x"', '    suffix: "y"'],
        ),
    ],
)
def test_it_stands_below_reports_as_the_format_is_laid_out(passage: Passage, lines: list[str]) -> None:
    assert _report("herald", passage) == "".join(f"      {line}\n" for line in lines)


@pytest.mark.parametrize(
    "sent", [b"", b"{}", b"[]", b'{"path": 1, "text": "x"}', b'{"path": "x", "text": "y", "z": 1}']
)
def test_what_has_another_form_is_not_read(sent: bytes) -> None:
    assert read_asked(sent) is None
