"""Untrusted text comes through Markdown as the text that it is, by both written forms, and the two are one DOM."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import escape
from mkdocs.utils.meta import get_data

from generator.model.characters import printable
from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.render import anchors_in, fill, join, render_brief, to_markdown, to_placeholders
from generator.render.emit import GENERATED, front_matter, inert, script_data, wrapped
from tests.render.dom import dom, texts
from tests.render.harbour import harbour

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark",
    "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
    "pymdownx.blocks.admonition", "pymdownx.blocks.html",
]  # fmt: skip

NASTY = [
    "",
    "plain",
    "<b>x</b>",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "```python\nfenced\n```",
    "~~~\nfenced\n~~~",
    "    indented\n\n    code",
    "{++added++}{--gone--}{>>comment<<}",
    "[TOC]",
    "*[HTML]: abbreviation\n\nHTML",
    "[^1]: footnote [^1]",
    "[ref]: https://example.org/\n\n[ref]",
    '=== "Tab"\n\n    tab',
    "!!! note\n    admonition",
    "/// html | div\nblock\n///",
    "{: #id .class onclick=alert(1) }",
    "# heading {#id}",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "---\ntitle: x\n---",
    "Reuters: The minister",
    "</div></div></td></table>",
    "<!-- comment -->",
    "<![CDATA[ x ]]>",
    "&amp; &lt; &#60; &#x3c; &copy",
    "\x00\x01\x02wzxhzdk:0\x03\x7f\x85",
    "\x02amp\x03 \x02klzzwxh:0001\x03",
    '<div data-briefs-part="0"></div>',
    "\n\n\n",
    " \t ",
    "\r\nline\rline\u2028line",
    "a\u202eb\u2066c",
    ":smile: ++ctrl+alt++ ==mark== ^^ins^^ ~~del~~ H~2~O",
    "https://example.org/?a=b&c=d foo@example.org",
    "(c) (tm) --> +/- 1/2 =/=",
    "`code` ``co`de``",
    "\\*escaped\\*",
    "- [x] task",
    "Term\n:   definition",
    "{{ jinja }} {% raw %}",
    "\ud800 lone",
    "\ufffe\uffff",
]


def page_of(*texts_: str) -> Page:
    """A page with each text as a text, as an attribute, and in a nested element."""
    parts: list[Heading | Markup] = []
    for text in texts_:
        safe = escape(printable(text))
        parts.append(Heading(2, "Heading"))
        parts.append(
            Markup(
                f'<p class="a" title="{safe}">{safe}</p>\n<table>\n<tr><td><q>{safe}</q><br></td></tr>\n</table>'
            )
        )
    return Page("x/index.md", {"title": "x"}, tuple(parts))


@cache
def engine() -> Markdown:
    return Markdown(extensions=EXTENSIONS)


def through_markdown(source: str) -> str:
    """What MkDocs makes of a page's source."""
    body, _ = get_data(source)
    html: str = engine().reset().convert(body)
    return html


def expected(page: Page) -> list[tuple[str, object]]:
    blocks = []
    count = 0
    for part in page.parts:
        if isinstance(part, Heading):
            anchor = "heading" + (f"_{count}" if count else "")
            blocks.append(f'<h{part.level} id="{anchor}">{part.text}</h{part.level}>')
            count += 1
        else:
            blocks.append(wrapped(part.html))
    return dom("\n".join(blocks))


def check_both_forms_are_one_dom(page: Page) -> None:
    wanted = expected(page)
    assert dom(through_markdown(to_markdown(page))) == wanted
    assert dom(fill(page, through_markdown(to_placeholders(page)))) == wanted


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_text_in_both_forms(text: str) -> None:
    check_both_forms_are_one_dom(page_of(text))


def test_texts_beside_each_other_do_not_meet() -> None:
    check_both_forms_are_one_dom(page_of(*NASTY))


_PIECES = st.one_of(
    st.sampled_from(NASTY),
    st.text(alphabet=st.characters(codec=None), max_size=12),
    st.sampled_from("\n `~*_{}[]()<>&#+-!|:/=^\"'\\$@.0"),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=8).map("".join), min_size=1, max_size=3))
def test_any_text_is_text_in_both_forms(made: list[str]) -> None:
    check_both_forms_are_one_dom(page_of(*made))


def test_the_payloads_of_others_are_text_in_both_forms() -> None:
    shared = Path(os.environ.get("BRIEFS_SHARED", Path(__file__).parents[3] / "shared")) / "corpora"
    if not shared.is_dir():
        pytest.skip("the shared corpora are not here (BRIEFS_SHARED)")
    payloads = [
        json.loads(line)["payload"]
        for name in ("hostile_xss/payloads.jsonl", "hostile_dompurify/fixtures.jsonl")
        for line in (shared / name).read_text(encoding="utf-8").split("\n")
        if line
    ]
    payloads += json.loads((shared / "hostile_blns/blns.json").read_text(encoding="utf-8"))
    assert len(payloads) > 3000
    for start in range(0, len(payloads), 100):
        check_both_forms_are_one_dom(page_of(*payloads[start : start + 100]))


def test_whole_pages_are_one_dom_in_both_forms() -> None:
    for page in render_brief(harbour(), Settings()):
        plain = dom(through_markdown(to_markdown(page)))
        assert plain == dom(fill(page, through_markdown(to_placeholders(page))))
        assert ("start", ("div", (("class", "briefs"),))) in plain


def test_the_markdown_of_a_page_has_no_blank_line_within_markup() -> None:
    for page in render_brief(harbour(), Settings()):
        blocks = to_markdown(page).split("\n\n")
        assert len(blocks) == len(page.parts) + 1
        assert all(block.startswith(("---\n", "#", '<div class="briefs">')) for block in blocks)


def test_a_placeholder_in_a_text_is_not_filled() -> None:
    trick = '<div data-briefs-part="0"></div>'
    page = page_of(trick)
    assert texts(fill(page, through_markdown(to_placeholders(page)))).count(trick) == 2


@pytest.mark.parametrize(
    "title", [*NASTY[1:], "no", "12:30", "1e3", "0o7", "~", "null", "'", '"', ": x", "- x", "#x"]
)
def test_a_title_stands_escaped_in_front_matter_and_nothing_of_it_leaks(title: str) -> None:
    page = Page("x/index.md", {"title": title, "hide": ["toc"], "description": title}, (Heading(2, "H"),))
    for source in (to_markdown(page), to_placeholders(page)):
        body, meta = get_data(source)
        assert body.strip() == "## H"
        assert isinstance(meta["title"], str)
        assert not set('<>"') & set(meta["title"])
        assert meta["hide"] == ["toc"]


@given(st.text())
def test_data_for_a_script_comes_back_and_cannot_end_it(text: str) -> None:
    written = script_data({"x": [text]})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"x": [printable_in_json(text)]}


def printable_in_json(text: str) -> str:
    """JSON escapes the lower control characters itself, so that they stay."""
    return "".join(c for c in text if c < " " or printable(c))


def test_a_mapping_stands_in_front_matter_as_json() -> None:
    page = Page("a.md", {"json_ld": {"name": "</script> é"}}, ())
    meta = yaml.safe_load(to_markdown(page).split("---")[1])
    assert meta == {"json_ld": '{"name":"\\u003c/script\\u003e é"}'}


def test_front_matter_is_never_empty() -> None:
    assert yaml.safe_load(to_markdown(Page("x.md", {"title": ""}, ())).split("---")[1]) == {"title": ""}


def test_anchors_are_listed_for_an_engine_that_checks_links() -> None:
    brief = render_brief(harbour(), Settings())[0]
    assert {"claim-aground", "claim-stranded", "source-herald"} <= anchors_in(brief)


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ('id="a"', []),
        ('<p id="a"><b data-id="b">id="c"</b></p>', ["a"]),
        ('<a href="?id=" id="a"\nclass="x" id="">', ["a"]),
        ('<p\nid="a b">', ["a b"]),
        ("<p id=a><p id='b'>", []),
    ],
)
def test_an_anchor_is_an_attribute_of_that_name(html: str, ids: list[str]) -> None:
    assert sorted(anchors_in(Page("x.md", {}, (Markup(html),)))) == ids
    assert re.findall(r'\sid="([^"<>]+)"', html) == ids


# --- A hand-written page with the generated one's parts ---

JOINING = Page(
    "method/index.md",
    {"title": "M"},
    (Markup("<h1>M</h1>"), Heading(2, "A", "a"), Markup("<p>b</p>")),
    joins=True,
)


def test_a_hand_written_page_takes_the_parts_in_but_the_title() -> None:
    joined = join(JOINING, f"# Own\n\nWords.\n{GENERATED}\nMore words.\n")
    assert joined == ('# Own\n\nWords.\n\n## A {#a}\n\n<div data-briefs-part="2"></div>\n\nMore words.\n')
    assert "<p>b</p>" in fill(JOINING, joined)
    assert "<h1>" not in fill(JOINING, joined)


@pytest.mark.parametrize(
    "markdown", ["# Own\n", f"Write `{GENERATED}`.\n", f"    {GENERATED}\n", f"{GENERATED} here\n"]
)
def test_nothing_is_taken_in_where_the_page_does_not_ask_for_it(markdown: str) -> None:
    assert join(JOINING, markdown) is None


def test_a_page_that_does_not_join_is_taken_in_nowhere() -> None:
    assert join(replace(JOINING, joins=False), f"{GENERATED}\n") is None


VOID = "area base br col embed hr img input link meta source track wbr".split()


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<br/><i/><img src='a'/>", '<br><i></i><img src="a">'),
        ("<p hidden title='a_b'>c&amp;d</p>", '<p hidden title="a&#95;b">c&#38;d</p>'),
        ("<!doctype html><p><!-- a -->b<?c?></p>", "<p>b</p>"),
        ("<p>a</p>  <p>\n\n b</p>\n\n \n<p>c</p>", "<p>a</p> <p>&#10;&#10; b</p>\n<p>c</p>"),
        ("<i>aZ09 .,</i>", "<i>aZ09 .,</i>"),
        ("<i>a\x00\ufdd0b</i>", "<i>ab</i>"),
        ("<p>a\n</p>", "<p>a&#10;</p>"),
        *((f"<p><{tag}/></p>", f"<p><{tag}></p>") for tag in VOID),
    ],
)
def test_markup_is_written_so_that_no_engine_reads_anything_into_it(html: str, written: str) -> None:
    assert inert(html) == f'<div class="briefs">\n{written}\n</div>'


def test_front_matter_holds_texts_escaped_and_everything_else_as_it_is() -> None:
    meta = {
        "title": "a\n<b> & 'c'\u202e",
        "hide": ["toc", "<i>"],
        "search": {"exclude": True, "x": False},
        "data": {"a": "</script>"},
        "both": {"exclude": True, "a": "</script>"},
        "order": 5,
        "none": None,
    }
    assert front_matter(Page("x/index.md", meta, ())) == {
        "title": "a &lt;b&gt; &amp; &#x27;c&#x27;",
        "hide": ["toc", "&lt;i&gt;"],
        "search": {"exclude": True, "x": False},
        "data": r'{"a":"\u003c/script\u003e"}',
        "both": r'{"exclude":true,"a":"\u003c/script\u003e"}',
        "order": 5,
        "none": None,
    }


LINKED = '<h2 id="a">A<a class="headerlink" href="#a" title="Permanent link">&para;</a></h2>'


@pytest.mark.parametrize(
    ("meta", "title"),
    [
        ({"language": "en"}, "Link to this section"),
        ({"language": "sv"}, "Länk till avsnittet"),
        ({}, "Permanent link"),
        ({"language": 5}, "Permanent link"),
    ],
)
def test_links_to_headings_are_named_in_the_pages_language(meta: dict[str, object], title: str) -> None:
    filled = fill(Page("x/index.md", meta, ()), f"{LINKED}{LINKED}")
    assert filled == LINKED.replace("Permanent link", title) * 2


def test_a_placeholder_of_no_part_or_of_a_heading_is_left() -> None:
    page = Page("x/index.md", {}, (Heading(2, "H"), Markup(" <i>a</i> ")))
    holes = "".join(f'<div data-briefs-part="{n}"></div>' for n in range(3))
    assert fill(page, holes) == (
        '<div data-briefs-part="0"></div><div class="briefs">\n<i>a</i>\n</div><div data-briefs-part="2"></div>'
    )


def test_a_heading_has_its_anchor_where_it_has_one() -> None:
    page = Page("x/index.md", {"title": "T"}, (Heading(2, "H", "the-h"), Markup("<i>a</i>"), Heading(3, "I")))
    head = "---\ntitle: T\n---\n\n"
    assert to_placeholders(page) == (f'{head}## H {{#the-h}}\n\n<div data-briefs-part="1"></div>\n\n### I\n')
    assert to_markdown(page) == (
        f'{head}## H {{#the-h}}\n\n<div class="briefs">\n<i>a</i>\n</div>\n\n### I\n'
    )


def test_the_ids_of_a_page_are_those_of_its_markup() -> None:
    parts = (Heading(2, "H", "h"), Markup('<p id="a" data-id="b" title=\'id="c"\'>id="d"</p>\n<p\nid="e">'))
    assert anchors_in(Page("x/index.md", {}, parts)) == {"a", "e"}
