"""How a text is laid out."""

from __future__ import annotations

import pytest

from generator.layout import lay_out
from generator.layout.sameness import is_same

CASES = {
    "what is laid out stays": ("a: 1\nb:\n  - x: 1\n    y: 2\n", None),
    "steps of two": ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
    "a list below its key": ("a:\n- b\n-   c: 1\n    d: 2\n", "a:\n  - b\n  - c: 1\n    d: 2\n"),
    "a margin": ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
    "lists in lists": ("a:\n  -   - b\n      - c\n  -\n     - d\n", "a:\n  - - b\n    - c\n  -\n    - d\n"),
    "between words": ("a :   b\nc:  [d ,e,  {f : g} ]\n", "a: b\nc: [d, e, {f: g}]\n"),
    "a key without a value in braces": ("a: {b: , c: }\n", None),
    "ends of lines": ("a: 1  \n\n  \nb: 2", "a: 1\n\n\nb: 2\n"),
    "blank lines at the edges, and too many": ("\n\na: 1\n\n\n\n\nb: 2\n\n", "a: 1\n\n\nb: 2\n"),
    "a comment keeps its distance": ("a:  1     # why\nb: 2#x # why\n", "a: 1     # why\nb: 2#x # why\n"),
    "comments move with what they stand at": (
        "# top\na:\n# of b\n- b: 1\n  # of c\n  c: 2\n# the next\n- d\n# of e\ne: 1\n# end\n",
        "# top\na:\n  # of b\n  - b: 1\n    # of c\n    c: 2\n  # the next\n  - d\n# of e\ne: 1\n# end\n",
    ),
    "comments at the end of a level": (
        "a:\n    b:\n        c: 1\n        # in b\n    # in a\n# outside\nd: 1\n",
        "a:\n  b:\n    c: 1\n    # in b\n  # in a\n# outside\nd: 1\n",
    ),
    "keys commented out at the margin": ("a:\n    b: 1\n#   c: 2\n    d: 3\n", "a:\n  b: 1\n#   c: 2\n  d: 3\n"),
    "comments within brackets": (
        "a: [   # one\n      b,  # two\n   # three\n\n   c\n   ]  # four\n",
        "a: [   # one\n  b,  # two\n  # three\n\n  c\n  ]  # four\n",
    ),
    "brackets in brackets": (
        "a:\n  b: {c: [\n  d,\n   e], f:\n   g}\n",
        "a:\n  b: {c: [\n      d,\n      e], f:\n    g}\n",
    ),
    "a comment between a key and its value": ("a:   # b\n    # c\n      d\n", "a:   # b\n  # c\n  d\n"),
    "a text on several lines": ("a: one\n     two\n\n     three\n", "a: one\n  two\n\n  three\n"),
    "a backslash keeps a space": ('a: "one\\ \n     two\\\n  three"\n', 'a: "one\\ \n  two\\\n  three"\n'),
    "a literal": ("a: |  # why\n      one\n        two\n\n      three\n", "a: |  # why\n  one\n    two\n\n  three\n"),
    "a literal whose text is set in": (
        "a:\n    b: |2-\n        one\n      two\n", "a:\n  b: |2-\n      one\n    two\n",
    ),
    "a literal's own blank lines": ("a: |+\n    one\n\n\n\n\n\nb: 1\n", "a: |+\n  one\n\n\n\n\n\nb: 1\n"),
    "blank lines below a literal": ("a: |\n    one\n\n\n\n\nb: 1\n", "a: |\n  one\n\n\nb: 1\n"),
    "a literal's own spaces": ("a: |\n    one  \n       \n    two\n", "a: |\n  one  \n     \n  two\n"),
    "a comment below a literal": (
        "a:\n   b: >-\n     one\n   # two\n\nc: 1\n", "a:\n  b: >-\n    one\n  # two\n\nc: 1\n",
    ),
    "a literal without an end": ("a: |\n   one", "a: |\n  one"),
    "a stripped literal without an end": ("a: >-\n   one", "a: >-\n  one\n"),
    "an empty literal": ("a: |\n# one\nb:\n   c: >-\n\n", "a: |\n# one\nb:\n  c: >-\n"),
    "blanks at the end of a literal without an end": ("a:\n- |+\n   ", "a:\n  - |+\n\n"),
    "document marks": ("---   # one\n\na: 1\n...  # two\n", "---   # one\n\na: 1\n...  # two\n"),
    "keys marked as such": ("?   a\n:   - b\n    - c\n", "? a\n: - b\n  - c\n"),
    "everything in braces": ("{a: 1,\nb: 2\n}\n", "{a: 1,\n  b: 2\n}\n"),
    "other scripts": ("日本:\n    - 語：  # 注\n", "日本:\n  - 語：  # 注\n"),
    "comments alone": ("  # one\n\n\n\n   # two", "# one\n\n\n# two\n"),
    "surrogate pairs as JSON writes them": (
        'a:   "\\ud83d\\ude00"\nb:    "\\\\ud83d\\\\ude00 \\uD83D\\uDE00"\n',
        'a: "\\ud83d\\ude00"\nb: "\\\\ud83d\\\\ude00 \\uD83D\\uDE00"\n',
    ),
    "nothing": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "laid"), CASES.values(), ids=CASES)
def test_a_text_is_laid_out_and_stays_so(text: str, laid: str | None) -> None:
    expected = text if laid is None else laid
    assert lay_out(text) == expected
    assert lay_out(expected) == expected


def test_what_cannot_be_laid_out_without_loss_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.layout.sheet._space", lambda last, piece: "")
    assert lay_out("a: 1\n") is None


ONE = "a: [b, 'c']  # one\n\nd: 1\n# two\ne: >-\n  f\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("b", "x"),
        ("'c'", "c"),
        ("'c'", '"c"'),
        (">-", "|-"),
        ("  # one", ""),
        ("# one", "# on"),
        ("  # one\n", "\n# one\n"),
        ("# two\n", ""),
        ("d: 1\n# two\n", "# two\nd: 1\n"),
        ("\n\n", "\n"),
        ("# two\n", "# two\n\n"),
        ("a: [b, 'c']", "a: [\n  b, 'c']"),
        ("[b, 'c']", "{b, 'c'}"),
        ("[b", "[ [b"),
    ],
)
def test_a_change_is_seen(old: str, new: str) -> None:
    assert ONE.count(old) >= 1
    assert not is_same(ONE, ONE.replace(old, new, 1))


def test_white_space_that_means_nothing_is_no_change() -> None:
    assert is_same(ONE, ONE.replace(" [b,", "   [ b  ,").replace("\n\n", "\n  \n\n\n") + "\n\n")
