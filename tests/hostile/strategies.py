"""Hypothesis strategies for what editors and strangers write: Markdown soup, Unicode at its worst, YAML, ids."""

from __future__ import annotations

from hypothesis import strategies as st

BITS = (
    "*", "**", "_", "`", "```\n", "~~~", "[", "](", "]", "![",
    "(http://a.example/)", "<", ">", "<b>", "</div>", "&amp;", "&",
    "#", "# ", "\n# ", "\n\n", "\n", "\n    ", "\n- ", "\n1. ",
    "\n> ", "---", "\n---\n", "===", "|", "{", "}", "{{", "}}",
    "{%", "{: onclick=x }", "\\", "\\*", "!", "!!! note", "[^1]",
    "[^1]: ", "*[A]: b", "[a]: http://b.example/", "==", "^^", "~~",
    "{++", "--}", ":smile:", "--8<--", "[TOC]", "<!--", "-->",
    "<![CDATA[", "javascript:", "'", '"', "“", "”", "…", "–", "—",
    "[...]", "%", "$", "+", "-", "0", "1,000", "½", "a", "B", "word", " ", "  ", "\t",
)  # fmt: skip
"""What Markdown, its extensions, templates and our own format read something into."""

UNSEEN = (
    "\u00a0", "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e",
    "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069",
    "\u2028", "\u2029", "\u2060", "\u034f", "\ufe0f", "\ufeff",
    "\u3000", "\x85", "\x0b", "\x1f", "\x7f", "\x00", "\x07",
    "\ufffe", "\ufdd0", "\ufffd", "\U000e0001", "\U000e0061", "\U0010ffff",
)  # fmt: skip

LETTERS = (
    "é", "e\u0301", "\u0301", "\u0301\u0316", "ß", "İ", "ﬁ", "漢",
    "ก", "กำ", "א", "לא", "ع", "لا", "한", "\u1112\u1161\u11ab",
    "😀", "👩\u200d🚀", "🇸🇪", "𝔘", "𐍈", "Ω", "Å", "\u212b", "²", "①", "٣", "ﷺ",
)  # fmt: skip

ANY = st.characters(exclude_categories=["Cs"])

soup = st.lists(st.sampled_from(BITS) | st.text(ANY, max_size=4), min_size=1, max_size=25).map("".join)
"""What looks like Markdown, much of it."""

unicode = st.lists(
    st.sampled_from(UNSEEN) | st.sampled_from(LETTERS) | st.text(ANY, min_size=1, max_size=3),
    min_size=1,
    max_size=20,
).map("".join)
"""Letters of any script, marks, directions, what can't be seen."""

long_run = st.tuples(st.sampled_from([*BITS, *UNSEEN, *LETTERS]), st.integers(2, 400)).map(
    lambda p: p[0] * p[1]
)
"""One thing again and again."""

texts = st.one_of(soup, unicode, long_run, st.text(max_size=60), st.tuples(soup, unicode).map("".join))
"""Any text, lone surrogates too."""

ids = (
    st.from_regex(r"\A[a-z0-9][a-z0-9_-]{0,12}\Z")
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "..",
            ".",
            "con",
            "a/b",
            "a\\b",
            "-a",
            "A",
            "é",
            "index",
            "x" * 101,
            "a b",
            "a%2fb",
            "\u202ea",
            "a\0b",
            "~",
            "unknown",
        ]
    )
)
"""Slugs and ids, legal and not."""

_plain = st.sampled_from(
    [
        "a",
        "no",
        "~",
        "",
        "1",
        "0x1F",
        "1_000",
        "12:30",
        "2024-02-30",
        ".inf",
        "=",
        "<<",
        "null",
        "true",
        "é",
        "a b",
        "We are #1",
    ]
)
scalars = st.one_of(
    _plain,
    texts.filter(lambda t: t.isprintable()).map(lambda t: "'" + t.replace("'", "''") + "'"),
    st.text('abc\\"/xu0041ndU', max_size=12).map(lambda t: f'"{t}"'),
    st.sampled_from(
        [
            "&a b",
            "*a",
            "!!str a",
            "!x a",
            "? a",
            "- a",
            "a: b",
            "@a",
            "`a",
            "%a",
            "|\n  a",
            ">-\n  a\n  b",
            "'a",
            '"a',
            "[a",
            "{a",
        ]
    ),
)


def _block(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def indented(text: str) -> str:
        return "\n".join(f"  {line}" for line in text.split("\n"))

    key = st.sampled_from(["a", "b", "title", "claims", "'a b'", '"a"', "é", "1", "true", "? a", "<<", ""])
    entry = st.tuples(key, children).map(lambda p: f"{p[0]}:\n{indented(p[1])}")
    short = st.tuples(key, scalars).map(lambda p: f"{p[0]}: {p[1]}")
    listed = children.map(lambda t: f"-\n{indented(t)}")
    flow = st.lists(scalars, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    braces = st.lists(st.tuples(key, scalars), max_size=3).map(
        lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items) + "}"
    )
    lines = st.lists(st.one_of(entry, short, listed), min_size=1, max_size=4).map("\n".join)
    return st.one_of(lines, flow, braces)


yaml_documents = st.recursive(scalars, _block, max_leaves=12)
"""YAML as a tree of events would be written, and as it wouldn't."""
