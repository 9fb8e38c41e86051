"""Editors' Markdown becomes quiet HTML; nothing else comes through."""

from __future__ import annotations

import pytest

from generator.render.prose import prose
from tests.growth import LINEAR, growth


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "<p>plain</p>"),
        ("a & b's", "<p>a &amp; b's</p>"),
        ("a's", "<p>a&#39;s</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("[x](https://a.example/)", '<p><a href="https://a.example/" rel="noopener">x</a></p>'),
        ("[x](mailto:a@a.example)", '<p><a href="mailto:a@a.example" rel="noopener">x</a></p>'),
        ("[x](/here)", '<p><a rel="noopener">x</a></p>'),
        ("[x](//a.example)", '<p><a rel="noopener">x</a></p>'),
        ("[x](javascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
        ("<b onclick=x>raw</b>", "<p>&lt;b onclick=x&gt;raw&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a\x00b", "<p>ab</p>"),
    ],
)
def test_markdown_becomes(text: str, html: str) -> None:
    assert str(prose(text)) == html


def test_pictures_are_not_shown() -> None:
    assert "<img" not in prose("![i](https://a.example/i.png)")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "![[" * 6_000,
        "[a](" * 5_000,
        "*a" * 10_000,
        "> " * 10_000,
        "_" * 20_000,
        "`" * 20_000,
        "x " * 500_000,
    ],
    ids=lambda text: text[:4],
)
def test_no_text_costs_more_than_its_length(text: str) -> None:
    assert growth(lambda size: prose(text[:size]), len(text)) < LINEAR
