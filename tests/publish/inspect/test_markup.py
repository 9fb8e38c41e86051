"""What is in a page is found by a glance where that is exact, and by a parser anywhere else."""

from __future__ import annotations

import pytest

from generator.publish.inspect.marks import Marks
from generator.publish.inspect.markup import MARKS, Markup, glanced, parsed

OURS = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<link rel="canonical" href="https://example.org/a/">
<link rel="stylesheet" href="../assets/a.css">
<script>own()</script>
<style>p{color:red}</style>
<script type="application/ld+json">{"a": "on b = c"}</script>
</head>
<body>
<p id="x" title="on = 1, javascript: a, &#34;&lt;b&gt;&#34;">on top=1 &lt;b onclick=x style=&#34; src=&#34;&gt;</p>
<a href="../b/?a=1&amp;b=2#c">B</a>
<script defer src="../assets/b.js"></script>
</body>
</html>
"""
ACTIVE = [
    b"<iframe src=x>", b"<IFRAME>", b"<object data=x>", b"<embed src=x>", b"<frameset><frame src=x></frameset>",
    b"<p onclick=x>", b'<p a="b"onclick=x>', b"<p/onclick=x>", b"<P\nONMOUSEOVER = 'x'>", b"<svg><animate onbegin=x>",
    b"<img src=x onerror=x>", b"<svg><set attributeName=href to=javascript:x>", b'<base href="//a.example/">',
    b"<p style=color:red>", b'<p style="a">', b"<applet>", b'<base style="a">', b'<p style=&#34; style="a">',
]  # fmt: skip


def glance(page: bytes) -> Markup | None:
    """What is found in the page by a glance."""
    return glanced(page, page.lower(), Marks(MARKS).found(page.lower()))


def test_a_page_of_ours_is_found_the_same_by_a_glance_as_by_the_parser() -> None:
    found, same = glance(OURS), parsed(OURS)
    assert found is not None
    assert found.active == same.active == []
    assert found.policy == same.policy == "script-src 'self'"
    assert found.ids == same.ids == {"x"}
    assert found.scripts == same.scripts == ["own()"]
    assert found.styles == same.styles == ["p{color:red}"]
    assert found.data == same.data == ['{"a": "on b = c"}']
    links = {"https://example.org/a/", "../assets/a.css", "../assets/b.js", "../b/?a=1&b=2#c"}
    for page in (found, same):
        assert page.hrefs | {address for _, address in page.loads} == links


@pytest.mark.parametrize("active", ACTIVE)
def test_what_runs_is_never_glanced_over_and_the_parser_finds_it(active: bytes) -> None:
    page = OURS.replace(b"</body>", active + b"</body>")
    assert glance(page) is None
    assert parsed(page).active


@pytest.mark.parametrize(
    "body",
    [b"on top=1 <b>on top=1</b> <p onclick=x>", b"<p>on top=1</p> on top=1 <p a onclick=x>on top=1"],
)
def test_a_handler_is_seen_among_words_that_are_none(body: bytes) -> None:
    assert glance(OURS.replace(b"</body>", body.replace(b" onclick", b" unclick") + b"</body>")) is not None
    assert glance(OURS.replace(b"</body>", body + b"</body>")) is None


@pytest.mark.parametrize(
    "odd",
    [
        b"<a href='javascript:x'>", b"<a href=javascript:x>", b"<a href = \"x\">", b"<script type=module>x</script>",
        b"<SCRIPT>x</SCRIPT>", b"<script>x", b'<img src="http://a.example/x.png">', b"<style media=print>p{}</style>",
        b'<meta http-equiv="refresh" content="0; url=x">', b'<meta content="0; url=x" http-equiv="refresh">',
        b'<link rel="stylesheet" href="https://a.example/x.css">', b"<link href=x rel=stylesheet>",
        b'<button formaction="javascript:x">',
        b'<svg><a xlink:href="javascript:x"></a></svg>', b"<video src=x></video>",
    ],
)  # fmt: skip
def test_what_our_pages_do_not_have_is_left_to_the_parser(odd: bytes) -> None:
    page = OURS.replace(b"</body>", odd + b"</body>")
    found = glance(page)
    whole = parsed(page)
    assert found is None or (found.scripts == whole.scripts and found.active == whole.active)
    assert whole != parsed(OURS)


def test_a_glance_takes_character_references_for_what_they_are() -> None:
    page = OURS.replace(b"../b/?a", b"java&#115;cript&colon;x")
    found = glance(page)
    assert found is not None
    assert "javascript:x=1&b=2#c" in found.hrefs


@pytest.mark.parametrize("nothing", [b"", b" ", b"<!-- -->"])
def test_nothing_is_in_nothing(nothing: bytes) -> None:
    assert parsed(nothing) == Markup()
