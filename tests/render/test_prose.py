"""Editors' Markdown becomes quiet HTML; nothing else comes through."""

from __future__ import annotations

from html import escape

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
        ("[x](http://a.example/)", '<p><a href="http://a.example/" rel="noopener">x</a></p>'),
        ("[x](HTTP://a.example/)", '<p><a href="HTTP://a.example/" rel="noopener">x</a></p>'),
        ("<HTTP://a.example/>", '<p><a href="HTTP://a.example/" rel="noopener">HTTP://a.example/</a></p>'),
        ("<a.b+c@a.example>", '<p><a href="mailto:a.b+c@a.example" rel="noopener">a.b+c@a.example</a></p>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("* a\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1) a", "<p>1) a</p>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a\n\n    b <c>\n", "<p>a</p>\n<pre><code>b &lt;c&gt;\n</code></pre>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        (
            "[x](https://a.example/ 'title')",
            '<p><a href="https://a.example/" title="title" rel="noopener">x</a></p>',
        ),
        ("[x](mailto:a@a.example)", '<p><a href="mailto:a@a.example" rel="noopener">x</a></p>'),
        (
            "<https://a.example/?b&c>",
            '<p><a href="https://a.example/?b&amp;c" rel="noopener">https://a.example/?b&amp;c</a></p>',
        ),
        (
            "[x](https://a.example/?b=1&lt=2)",
            '<p><a href="https://a.example/?b=1&amp;lt=2" rel="noopener">x</a></p>',
        ),
        (
            "a &lt;b&gt; &copy; & `&amp;`",
            "<p>a &amp;lt;b&amp;gt; &amp;copy; &amp; <code>&amp;amp;</code></p>",
        ),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("<b onclick=x>raw</b>", "<p>&lt;b onclick=x&gt;raw&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a\x00b", "<p>ab</p>"),
    ],
)
def test_markdown_becomes(text: str, html: str) -> None:
    assert str(prose(text)) == html


@pytest.mark.parametrize(
    "text",
    [
        "[x](/here)",
        "[x](//a.example)",
        "[x](javascript:alert(1))",
        "top[8..toString(30)](1)",
        "[1]: see below",
        "[ref]: https://a.example/ 'and this'",
        "see [x][ref] and [ref]",
        "#1 of all",
        "# first",
        "---",
        "a\n---",
        "a\n===",
        "&lt;script&gt; &#60; &quot; &notin; &amp;amp;",
        "<javascript:x> <ftp://a.example> <svg/onload=a@b>",
    ],
)
def test_what_is_no_note_s_markdown_stands_as_it_was_written(text: str) -> None:
    assert str(prose(text)) == f"<p>{escape(text, quote=False)}</p>"


def test_pictures_are_not_shown() -> None:
    assert "<img" not in prose("![i](https://a.example/i.png)")
    assert "<a " not in prose("see ![i](https://a.example/i.png)")
    assert "<a " in prose("! [i](https://a.example/)")


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


def test_what_would_be_more_html_than_is_sanitised_stands_as_it_was_written() -> None:
    """An address is written character by character as entities, ten times as long."""
    assert prose("<a@b.cc>" * 2000).count('<a href="mailto:a@b.cc"') == 2000
    assert prose("<a@b.cc>" * 2500) == f"<p>{'&lt;a@b.cc&gt;' * 2500}</p>"


@pytest.mark.parametrize(("length", "is_read"), [(20_000, True), (20_001, False)])
def test_a_note_of_up_to_twenty_thousand_characters_is_read_as_markdown(length: int, is_read: bool) -> None:
    text = "*a* " + "b" * (length - 4)
    assert prose(text).startswith("<p><em>a</em> b" if is_read else "<p>*a* b")


@pytest.mark.parametrize(("number", "is_read"), [(100, True), (101, False)])
def test_a_note_of_up_to_a_hundred_brackets_is_read_as_markdown(number: int, is_read: bool) -> None:
    text = "*a*\n\n\nb <c>\n\n" + "[" * number
    html = f"<p><em>a</em></p>\n<p>b &lt;c&gt;</p>\n<p>{'[' * number}</p>"
    assert prose(text) == (html if is_read else f"<p>*a*</p><p>b &lt;c&gt;</p><p>{'[' * number}</p>")


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("*a* " * 20, True),
        ("*a* " * 20 + "*", False),
        ("*abcd ef* abcdef" * 500, True),
        ("*abcd ef* abcdef" * 500 + "`", False),
        ("`a b c`abcdefghi " * 200, True),
        ("\\_" * 40, False),
    ],
    ids=range(6),
)
def test_a_note_that_is_nearly_all_marks_stands_as_it_was_written(text: str, is_read: bool) -> None:
    assert ("<em>" in prose(text) or "<code>" in prose(text)) == is_read
    if not is_read:
        assert prose(text) == f"<p>{text.strip()}</p>"
