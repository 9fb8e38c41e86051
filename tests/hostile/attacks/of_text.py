"""Text made to be slow, wherever text is read: an article, a headline, prose, a quote, a figure, a pasted page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from typing import Any

from tests.hostile.attacks.entrances import (
    added,
    drafted,
    inspected,
    laid_out_article,
    line,
    shown_laid_out_article,
    typed,
    yaml_of,
)
from tests.hostile.costs import Attack


def _times(unit: str) -> Callable[[int], str]:
    """`unit` again and again, up to so many bytes."""
    length = len(unit.encode("utf-8"))
    return lambda size: unit * (size // length)


TEXTS: dict[str, Callable[[int], str]] = {
    name: _times(unit)
    for name, unit in {
        "letters": "a",
        "words": "word ",
        "spaces": "a          ",
        "no-break spaces": "\u00a0",
        "quotes": '"',
        "quotations": '"a" ',
        "curly quotes": "“",
        "closing quotes": "”",
        "apostrophes": "a'",
        "opening apostrophes": "'a ",
        "hyphens": "-",
        "compounds": "a-",
        "dashes": "–",
        "dashed numbers": "1–",
        "brackets": "[",
        "brackets, closed": "[a]",
        "links": "[a](http://b) ",
        "links that aren't": "[a](",
        "links that never end": "[a](b ",
        "brackets that never end": "[a ",
        "pictures that never end": "![a ",
        "addresses that never end": "<http://a",
        "bangs": "![",
        "parentheses": "(",
        "stars": "*",
        "stars and letters": "*a",
        "double stars": "**a ",
        "triple stars": "***a ",
        "words in stars": "*abcdefg* ",
        "words in backticks": "`abcdefg` ",
        "lines under": "_a",
        "double lines under": "__a ",
        "backticks": "`",
        "backticks and letters": "`a",
        "odd backticks": "`` a ` ",
        "greater than": ">",
        "quoted lines": "> a\n",
        "nested quotations": "> > > > > > > > a\n",
        "less than": "<",
        "tags": "<a>",
        "tags of links": "<a href=b>",
        "tags of paragraphs": "<p>A man went home on Monday, they said.</p>",
        "autolinks": "<http://a> ",
        "ampersands": "&",
        "entities": "&amp;",
        "backslashes": "\\",
        "items": "- a\n",
        "numbered items": "1. a\n",
        "items apart": "- a\n\n",
        "numbers apart": "9. a\n\n    b\n\n",
        "indented": "    a\n",
        "headings": "# a\n",
        "subheadings": "## a\n\n",
        "rules": "---\n",
        "fences": "```\n",
        "tables": "|a|b|\n|-|-|\n",
        "line ends": "a\n",
        "paragraphs": "a\n\n",
        "combining marks": "a\u0301",
        "marks alone": "\u0301",
        "marks out of order": "\u0301\u0316",
        "marks of many classes": "\u0f71\u05b0\u064b\u0327\u0316\u0301",
        "what composes to more": "\ufb2c",
        "jamo": "\u1100\u1161\u11a8",
        "noes": "no, ",
        "digits": "1",
        "grouped digits": "111,",
        "digits and stops": "1.",
        "digits and spaces": "1 ",
        "groups of three": "111 ",
        "fractions": "1/",
        "ranges": "1-",
        "signs": "+",
        "plus and minus": "+-",
        "currency": "$1",
        "currency and signs": "$-",
        "per cent": "1%",
        "per cent apart": "1 % ",
        "degrees": "1°",
        "superscripts": "m²",
        "halves": "1 ½ ",
        "number words": "one hundred ",
        "joined number words": "hundredthousand",
        "hyphened number words": "twenty-",
        "millions": "1 million ",
        "ands": "one hundred and ",
        "initials": "A. ",
        "stops": ".",
        "stops and spaces": ". ",
        "ellipses": "…",
        "ellipses left out": "[...] ",
        "abbreviations": "Mr. ",
        "questions": "?! ",
        "sentences": "A b. ",
        "short sentences": "A. B! C? ",
        "commas": "a, ",
        "colons": "a: ",
        "addresses": "http://a.b/ ",
        "an address": "http://a.b/?",
        "mail": "a@b.c ",
        "at signs": "a@",
        "dots and letters": "a.",
        "Han": "漢",
        "Han numerals": "万",
        "kana": "カ",
        "Thai": "ก",
        "Thai vowels": "กำ",
        "Khmer": "ក្ក",
        "Hebrew": "א״",
        "Arabic": "لا",
        "Arabic digits": "٣٬",
        "flags": "\U0001f1e6",
        "families": "👩\u200d",
        "emoji": "😀",
        "soft hyphens": "\u00ad",
        "soft-hyphened": "a\u00ad",
        "zero widths": "a\u200b",
        "joiners": "\u200d",
        "bidi": "\u202e",
        "isolates": "\u2066",
        "format characters": "\u2060",
        "variation selectors": "a\ufe0f",
        "sharp s": "ß",
        "dotted I": "İ",
        "ligatures": "ﬃ",
        "wide letters": "Ａ",
        "private use": "\ue000",
        "noncharacters": "\ufdd0",
        "separators": "a\u2028",
        "controls": "a\x07",
        "nulls": "\0",
        "braces": "{{",
        "according": "according to A, ",
        "said": "A said B said ",
        "said that": 'He said "a", ',
        "names": "Anna Berg, ",
        "capitals": "AB ",
        "dates": "3 March 2024, ",
        "numeric dates": "1/2/2024 ",
        "days": "Monday, ",
        "negations": "not ",
        "hedges": "perhaps likely ",
        "front matter": "---\na: b\n",
    }.items()
}
TEXTS |= {
    "attributes of a tag": lambda n: f"<p {' '.join(f'a{i}=b' for i in range(n // 9))}>a</p>",
    "one letter": lambda n: "x" + " " * (n - 2) + "x",
    "periods of three": lambda n: "".join(islice(cycle("aab"), n)),
    "all of plane zero": lambda n: "".join(
        chr(c)
        for c in islice(cycle([*range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0xFFF0)]), n // 3)
    ),
    "nested lists": lambda n: "".join("    " * (i % 20) + "- a\n" for i in range(n // 45)),
    "ever deeper lists": lambda n: "".join("    " * i + "- a\n" for i in range(int((n / 2) ** 0.5))),
    "ever deeper quotations": lambda n: "".join("> " * i + "a\n" for i in range(int(n**0.5))),
}


def _article(body: str) -> str:
    front = "outlet: herald\ntitle: T\nrights: full\n"
    return f"---\n{front}---\n\nAbout 400 dockers walked out.\n\n{body}\n\nThe end.\n"


def _set_apart(text: str) -> str:
    """An article whose front matter is to be laid out, and none of its text."""
    return _article(text).replace("outlet: ", "outlet:   ")


def _titled(text: str) -> str:
    return f"---\n{yaml_of({'outlet': 'herald', 'title': f'A{text}', 'author': text})}---\n\nAbout 400 dockers.\n"


def _told(text: str) -> str:
    """A brief whose every prose is the text, shared among them."""
    report = {
        "quote": "About 400 dockers",
        "note": f"A {text}",
        "scope": f"A {text}",
        "via": [f"a man {text}"],
        "translation": {"text": f"A {text}", "by": f"A {text}"},
    }
    claim = {
        "id": "a",
        "claim": f"A {text}",
        "measure": f"A {text}",
        "note": f"A {text}",
        "reports": {"herald": report},
        "assessment": {"likelihood": "likely", "why": f"A {text}"},
        "overrule": {"status": "differs", "because": "scope", "note": f"A {text}"},
    }
    names = ("title", "summary", "notice", "author", "reviewed_by")
    brief: dict[str, object] = dict.fromkeys(names, f"A {text}")
    brief |= {"date": "2026-03-04", "tags": [f"A {text}"], "claims": [claim]}
    brief["notes"] = [{"source": "herald", "note": f"A {text}"}]
    brief["corrections"] = [
        {"date": "2026-03-05", "was": f"A {text}", "now": f"A {text}", "why": f"A {text}"}
    ]
    return yaml_of(brief)


def _noted(text: str) -> str:
    """A brief with one note that is the text: Markdown."""
    return yaml_of(
        {
            "title": "T",
            "summary": "S",
            "date": "2026-03-04",
            "claims": [{"id": "a", "claim": "C", "note": text, "reports": {"herald": "About 400 dockers"}}],
        }
    )


def _many_notes(text: str, size: int) -> str:
    """A brief whose notes are as long as Markdown is read, and as many as there is room for."""
    each = text[:19_000]
    notes = [{"source": "herald", "note": f"{i} {each}"} for i in range(size // 20_000)]
    claims = [{"id": "a", "claim": "C", "reports": {"herald": "About 400 dockers"}}]
    return yaml_of({"title": "T", "summary": "S", "date": "2026-03-04", "claims": claims, "notes": notes})


def _quoted(text: str) -> str:
    """A brief that quotes the text, which isn't there."""
    return yaml_of(
        {
            "title": "T",
            "summary": "S",
            "date": "2026-03-04",
            "claims": [{"id": "a", "claim": "C", "reports": {"herald": f"About {text} dockers"}}],
        }
    )


def _figured(text: str) -> str:
    """A brief with the text for a figure."""
    report = {"quote": "About 400 dockers", "value": f"1 {text}", "as_of": f"2{text}", "hedge": text}
    claims = [
        {"id": "a", "claim": "C", "measure": "men", "tolerance": f"3{text}", "reports": {"herald": report}}
    ]
    return yaml_of({"title": "T", "summary": "S", "date": f"2{text}", "claims": claims})


def _both(text: str) -> dict[str, str]:
    """An article of the text, and a quote of it that is nearly there: half a megabyte together, and a third more."""
    return {"herald.md": _article(text), "brief.yml": _quoted(f"{text[: len(text) // 3]} 7 {text[:2000]}")}


def _party(text: str) -> str:
    return yaml_of(
        {
            "herald": {"name": f"A {text}", "full_name": f"B {text}", "role": text, "aliases": [f"C {text}"]},
            "echo": {"name": f"A {text}b"},
        }
    )


def _page(text: str) -> str:
    return (
        f"<html><head><title>{text[:2000]}</title></head><body><article><p>{text}</p></article></body></html>"
    )


Text = Callable[[int], str]

SHAPES: dict[str, tuple[Callable[[Any], object], Callable[[Text, int], Any]]] = {
    "article": (line, lambda text, size: {"herald.md": _article(text(size))}),
    "headline": (line, lambda text, size: {"herald.md": _titled(text(size // 2))}),
    "fields": (line, lambda text, size: {"brief.yml": _told(text(size // 20))}),
    "note": (line, lambda text, size: {"brief.yml": _noted(text(size))}),
    "notes": (line, lambda text, size: {"brief.yml": _many_notes(text(20_000), size)}),
    "quote": (line, lambda text, size: {"brief.yml": _quoted(text(size))}),
    "nearly": (line, lambda text, size: _both(text(size))),
    "figure": (line, lambda text, size: {"brief.yml": _figured(text(size // 5))}),
    "party": (line, lambda text, size: {"parties.yml": _party(text(size // 6))}),
    "suggest": (
        drafted,
        lambda text, size: {"herald.md": _article(text(size)), "echo.md": _article(text(size // 2))},
    ),
    "add": (added, lambda text, size: text(size)),
    "add Markdown": (added, lambda text, size: f"# A\n\nA man went home.\n\n## B\n\n{text(size)}"),
    "add a page": (added, lambda text, size: _page(text(size))),
    "layout of an article": (laid_out_article, lambda text, size: _article(text(size))),
    "difference of an article": (shown_laid_out_article, lambda text, size: _set_apart(text(size))),
    "page": (inspected, lambda text, size: text(size)),
    "editor, article": (typed, lambda text, size: {"herald.md": _article(text(size))}),
    "editor, quote": (typed, lambda text, size: {"brief.yml": _quoted(text(size))}),
}
"""Each kind of attack: the entrance, and what it is given of a text and a size."""

SUSPECT: dict[str, Callable[[int], str]] = {
    "handlers": _times("onclick= "),
    "attributes": _times("src= href= "),
    "schemes": _times("javascript: "),
    "secrets": _times("AKIA" + "IOSFODNN7EXAMPLQ\n"),
    "assigned secrets": _times('password = "hunter' + '2-Correct9" '),
    "private keys": _times("-----BEGIN PRIVATE " + "KEY-----\n"),
}
"""What a page is looked at for."""

ATTACKS = [
    Attack(f"{kind}: {name}", enter, partial(shape, text), 990_000)
    for kind, (enter, shape) in SHAPES.items()
    for name, text in TEXTS.items()
]
ATTACKS += [Attack(f"page: {name}", inspected, text, 990_000) for name, text in SUSPECT.items()]
