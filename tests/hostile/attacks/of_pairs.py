"""Many against many: quotes, sentences, headings, gaps and dates that each are held against all of another kind."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.settings import report_url_fault
from tests.hostile.attacks.entrances import Files, covered, line
from tests.hostile.costs import Attack

HEAD = "title: T\nsummary: S\ndate: 2026-03-04\nclaims:\n"
LISTED = 400
"""Reports of one claim by one source: a few less than there may be."""


def _article(body: str, **front: str) -> str:
    keys = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\noutlet: herald\ntitle: T\n{keys}---\n\nAbout 400 dockers walked out.\n\n{body}\n"


def _claims(count: int, report: Callable[[int], str]) -> str:
    claims = (
        f"  - id: c{i}\n    claim: C\n    measure: m\n    reports: {{herald: {report(i)}}}\n"
        for i in range(count)
    )
    return HEAD + "".join(claims)


def _reports(count: int, report: Callable[[int], str]) -> str:
    """As many reports by one source, of as few claims."""
    claims = (
        f"  - id: c{first}\n    claim: C\n    measure: m\n    reports:\n      herald:\n"
        + "".join(f"        - {report(i)}\n" for i in range(first, min(count, first + LISTED)))
        for first in range(0, count, LISTED)
    )
    return HEAD + "".join(claims)


def _figures(size: int) -> Files:
    """Reports whose quote isn't there, each with a figure that is sought in all the article."""
    body = "There were 5 men and 7 women. " * (size // 33)
    return {
        "herald.md": _article(body),
        "brief.yml": _claims(size // 500, lambda i: f"{{quote: About 401 dockers, value: {i + 1000}}}"),
    }


def _gaps(filler: str) -> Callable[[int], Files]:
    """Quotes of which each leaves out what another leaves out too: nearly as much as may be."""

    def make(size: int) -> Files:
        body = "\n\n".join(f"start{i} {filler * (4700 // len(filler))}end{i}." for i in range(size // 25_000))
        count = size // 25_000
        return {
            "herald.md": _article(body),
            "brief.yml": _claims(size // 9000, lambda i: f"'start{i % count} [...] end{i % count}'"),
        }

    return make


def _headings(size: int) -> Files:
    return {
        "herald.md": _article("\n\n".join(f"## A {i}\n\nB {i}." for i in range(size // 100)), rights="full")
    }


def _sentences(size: int) -> Files:
    count = size // 52
    return {
        "herald.md": _article("\n\n".join(f"Te{i:05} a b c." for i in range(count)), rights="full"),
        "brief.yml": _claims(size // 520, lambda i: f"Te{i:05} a"),
    }


def _late(size: int) -> Files:
    """Quotes late in a paragraph of very many sentences."""
    count = size // 14
    return {
        "herald.md": _article("".join(f"Aa{i:05} bb. " for i in range(count)), rights="full"),
        "brief.yml": _claims(size // 550, lambda i: f"Aa{count - 1 - i:05} bb"),
    }


def _stretches(size: int) -> Files:
    """Quotes in as many stretches of what may be shown."""
    count = size // 520
    return {
        "herald.md": _article("\n\n".join(f"Te{i:05}. Ccc d e f g h i." for i in range(count))),
        "brief.yml": _reports(size // 205, lambda i: f"Te{i % count:05}"),
    }


def _hedges(size: int) -> Files:
    """Hedges that stand nowhere, in a sentence that doesn't end."""
    return {
        "herald.md": _article(f"The dockers walked out and {'then they went on and on, ' * (size // 28)}"),
        "brief.yml": _claims(size // 500, lambda i: f"{{quote: The dockers walked, hedge: zz{i}}}"),
    }


def _dates(size: int) -> Files:
    return {
        "brief.yml": _reports(size // 200, lambda i: f"{{quote: About 400 dockers, when: {_unspecified(i)}}}")
    }


def _long_years(size: int) -> Files:
    return {
        "brief.yml": _reports(size // 200, lambda i: f"{{quote: About 400 dockers, when: Y{10_000 + i}}}")
    }


def _unspecified(number: int) -> str:
    """A date of which two digits of the year are not known: another for each number up to 30,000."""
    rest, day = divmod(number, 28)
    rest, month = divmod(rest, 12)
    return f"{1 + rest // 10 % 9}X{rest % 10}X-{month + 1:02}-{day + 1:02}"


def _passages(size: int) -> Files:
    """Quotes in one paragraph, each of another word."""
    words = [f"w{i:04}" for i in range(min(size // 160, 9999))]
    quotes = [words[start : start + 100] for start in range(0, len(words), 100)]
    return {
        "herald.md": _article(" x ".join(words), rights="full"),
        "brief.yml": _reports(len(quotes), lambda i: f"quote: [{', '.join(quotes[i])}]"),
    }


def _places(size: int) -> Files:
    """Quotes that differ in case alone, which browsers don't see: told apart by what stands around them."""

    def named(number: int) -> str:
        return "".join(c.upper() if number >> bit & 1 else c for bit, c in enumerate("abcdefghijkl"))

    def said(number: int) -> str:
        before, after = (" ".join(f"{side}{number}{c}" for c in "abcdefgh") for side in "ps")
        return f"{before} the {named(number)} {after}."

    count = size // 700
    return {
        "herald.md": _article("\n\n".join(map(said, range(count))), rights="full", url="https://a.example/"),
        "brief.yml": _claims(count, lambda i: f"the {named(i)}"),
    }


ATTACKS = [
    Attack("pairs: figures and articles", line, _figures, 990_000),
    Attack("pairs: gaps of numbers", line, _gaps("seven 3a eight 4b nine 5c "), 990_000),
    Attack("pairs: gaps of words", line, _gaps("men who walked down to the harbour "), 990_000),
    Attack("pairs: headings and sentences", covered, _headings, 990_000),
    Attack("pairs: quotes and sentences", covered, _sentences, 990_000),
    Attack("pairs: quotes late in a paragraph", line, _late, 990_000),
    Attack("pairs: quotes and stretches", line, _stretches, 990_000),
    Attack("pairs: hedges and a sentence", line, _hedges, 990_000),
    Attack("pairs: dates and years", line, _dates, 990_000),
    Attack("pairs: dates and long years", line, _long_years, 990_000),
    Attack("pairs: passages and cuts", line, _passages, 990_000),
    Attack("pairs: links and places", line, _places, 990_000),
    Attack("lock: marks of a merge", line, lambda size: {"brief.lock.yml": "=======\n" * (size // 8)}),
    Attack("settings: braces", report_url_fault, lambda size: f"https://a.example/{'{' * size}"),
]
