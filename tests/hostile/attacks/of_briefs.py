"""Briefs and registers made to be slow: many of everything, quotes that nearly stand, chains that conflict."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile.attacks.entrances import ARTICLE, PARTIES, Files, drafted, line, typed, yaml_of
from tests.hostile.costs import Attack

HEAD = "title: T\nsummary: S\ndate: 2026-03-04\n"
LONG_WORDS = "the harbour of the town was closed to ships and boats that came from the north and the south "


def _article(body: str, **front: str) -> str:
    keys = "".join(f"{key}: {value}\n" for key, value in front.items())
    return (
        f"---\noutlet: herald\ntitle: T\n{keys}---\n\nAbout 400 dockers walked out.\n\n{body}\n\nThe end.\n"
    )


def _brief(claims: str, rest: str = "") -> str:
    return f"{HEAD}claims:\n{claims}{rest}"


def _claims(count: int, report: Callable[[int], str]) -> str:
    return _brief(
        "".join(f"  - id: c{i}\n    claim: C\n    reports: {{herald: {report(i)}}}\n" for i in range(count))
    )


def _random(count: int, seed: int = 6) -> str:
    """So many words, most of them others."""
    dice = random.Random(seed)  # noqa: S311 - it only has to be the same each time
    return " ".join("".join(dice.choices("abcdefghijklmnop", k=7)) for _ in range(count))


# --- Many of a kind ---


def _many(entry: Callable[[int], str], key: str, length: int) -> Callable[[int], Files]:
    """A brief with a list of as many entries as there is room for."""

    def make(size: int) -> Files:
        listed = "".join(f"  - {entry(i)}\n" for i in range(size // length))
        return {"brief.yml": f"{_claims(1, lambda _: 'About 400 dockers')}{key}:\n{listed}"}

    return make


def _reports(report: Callable[[int], str], length: int) -> Callable[[int], Files]:
    """A claim that one source reports as often as there is room for."""

    def make(size: int) -> Files:
        listed = "".join(f"        - {report(i)}\n" for i in range(size // length))
        return {
            "brief.yml": _brief(
                f"  - id: c\n    claim: C\n    measure: men\n    reports:\n      herald:\n{listed}"
            )
        }

    return make


def _sources(report: Callable[[int], str], length: int) -> Callable[[int], Files]:
    """A claim that as many sources report as there is room for in its file; each with a short article."""

    def make(size: int) -> Files:
        count = size // length
        listed = "".join(f"      s{i}: {report(i)}\n" for i in range(count))
        articles = {f"s{i}.md": ARTICLE for i in range(count)}
        return {
            "brief.yml": _brief(f"  - id: c\n    claim: C\n    measure: men\n    reports:\n{listed}"),
            **articles,
        }

    return make


MANY = {
    "claims": lambda size: {"brief.yml": _claims(size // 65, lambda _: "About 400 dockers")},
    "claims of which none stands": lambda size: {
        "brief.yml": _claims(size // 65, lambda i: f"About {i} cats")
    },
    "claims of one id": lambda size: {
        "brief.yml": _brief("  - {id: c, claim: C, reports: {herald: About 400 dockers}}\n" * (size // 58))
    },
    "claims about unknown sources": lambda size: {
        "brief.yml": _brief(
            "".join(f"  - {{id: c{i}, claim: C, reports: {{harald{i}: About}}}}\n" for i in range(size // 55))
        )
    },
    "claims with figures": lambda size: {
        "brief.yml": _brief(
            "".join(
                f"  - id: c{i}\n    claim: C\n    measure: m\n    when: 2024~\n"
                "    reports: {herald: {quote: About 400 dockers, value: about 400, when: 2024-02}}\n"
                for i in range(size // 130)
            )
        )
    },
    "claims with another figure": lambda size: {
        "brief.yml": _brief(
            "".join(
                f"  - id: c{i}\n    claim: C\n    measure: m\n"
                f"    reports: {{herald: {{quote: About 400 dockers, value: {i}, hedge: likely}}}}\n"
                for i in range(size // 105)
            )
        )
    },
    "notes": _many(lambda i: "{source: herald, note: N, quote: About 400 dockers}", "notes", 55),
    "notes on the whole": _many(lambda i: "{source: herald, note: N}", "notes", 30),
    "notes with links": _many(
        lambda i: "{source: herald, note: N, links: ['https://a.example/']}", "notes", 60
    ),
    "links": lambda size: {
        "brief.yml": _claims(1, lambda _: "About 400 dockers")
        + "notes:\n  - source: herald\n    note: N\n    links:\n"
        + "".join(f"      - https://a.example/{i}\n" for i in range(size // 34))
    },
    "notes on unknown sources": _many(lambda i: f"{{source: harald{i}, note: N}}", "notes", 35),
    "corrections": _many(lambda i: "{date: 2026-03-05, was: a, now: b, why: c}", "corrections", 47),
    "corrections of unknown claims": _many(
        lambda i: f"{{date: 2026-03-05, was: a, now: b, why: c, claim: d{i}}}", "corrections", 62
    ),
    "tags": _many(lambda i: f"t{i}", "tags", 11),
    "tags, all the same": _many(lambda i: "t", "tags", 6),
    "aliases": _many(lambda i: f"a{i}", "aliases", 11),
    "related briefs": _many(lambda i: f"demo{i}", "related", 14),
    "superseded briefs": _many(lambda i: f"dem{i}", "supersedes", 13),
    "listed sources": _many(lambda i: f"herald{i}", "sources", 16),
    "authors": _many(lambda i: f"A{i}", "author", 11),
    "aliases of a claim": lambda size: {
        "brief.yml": _brief(
            "  - id: c\n    claim: C\n    reports: {herald: About 400 dockers}\n    aliases:\n"
            + "".join(f"      - a{i}\n" for i in range(size // 15))
        )
    },
    "unchecked sources": lambda size: {
        "brief.yml": _brief(
            "  - id: c\n    claim: C\n    reports: {herald: About 400 dockers}\n    unchecked:\n"
            + "".join(f"      - hx{i}\n" for i in range(size // 16))
        )
    },
    "reports of one source": _reports(lambda i: "About 400 dockers", 28),
    "reports that don't stand": _reports(lambda i: f"About {i} docks", 30),
    "reports with figures": _reports(lambda i: "{quote: About 400 dockers, value: 400}", 48),
    "reports with dates": _reports(lambda i: f"{{quote: About 400 dockers, when: {2000 + i % 50}~}}", 50),
    "reports via somebody": _reports(lambda i: f"{{quote: About 400 dockers, via: [a man {i}]}}", 54),
    "reports via the unregistered": _reports(lambda i: f"{{quote: About 400 dockers, via: wie{i}}}", 50),
    "quotes of one report": lambda size: {
        "brief.yml": _brief(
            "  - id: c\n    claim: C\n    reports:\n      herald:\n        quote:\n"
            + "          - About 400 dockers\n" * (size // 30)
        )
    },
    "links of one chain": lambda size: {
        "brief.yml": _brief(
            "  - id: c\n    claim: C\n    reports:\n      herald:\n        quote: About 400 dockers\n        via:\n"
            + "".join(f"          - a man {i}\n" for i in range(size // 25))
        )
    },
    "together": lambda size: {
        "brief.yml": _brief(
            "  - id: c\n    claim: C\n    reports:\n      herald:\n        quote: About 400 dockers\n        via:\n"
            "          - together:\n" + "".join(f"              - a man {i}\n" for i in range(size // 29))
        )
    },
    "sources with figures": _sources(lambda i: "{quote: About 400 dockers, value: 400}", 250),
    "sources with other figures": _sources(
        lambda i: "{quote: About 400 dockers, value: 400, scope: 's'}", 250
    ),
    "suggested": _many(lambda i: "{id: a, claim: C, reports: {herald: About 400}}", "suggested", 50),
    "sources that repeat a claim": lambda size: {
        "brief.yml": _brief(
            "".join(
                f"  - id: c{k}\n    claim: C\n    measure: m\n    reports:\n"
                + "".join(
                    f"      s{i}: {{quote: About 400 dockers, value: 400, scope: a}}\n" for i in range(20)
                )
                for k in range(size // 1250)
            )
        ),
        **{f"s{i}.md": ARTICLE for i in range(20)},
    },
}


# --- Quotes ---


def _elided(part: str, count: int) -> str:
    return " [...] ".join([part] * count)


def _two_hundred(
    text: Callable[[int, int], str], body: Callable[[int], str], share: int = 2
) -> Callable[[int], Files]:
    """200 quotes that fill `1/share` of the size; the article fills all of it."""

    def make(size: int) -> Files:
        return {
            "brief.yml": _claims(200, lambda i: f"'{text(i, size // 400)}'"),
            "herald.md": _article(body(size - 1000)),
        }

    return make


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


QUOTES = {
    "that repeat themselves": _two_hundred(lambda i, n: "a " * (n // 2) + "a", _repeated("a ")),
    "that nearly repeat themselves": _two_hundred(lambda i, n: "a " * (n // 2) + "b", _repeated("a ")),
    "that begin otherwise": _two_hundred(lambda i, n: "b " + "a " * (n // 2), _repeated("a ")),
    "that differ in the middle": _two_hundred(
        lambda i, n: "a " * (n // 4) + "b " + "a " * (n // 4) + "a", _repeated("a ")
    ),
    "of few words among the same": _two_hundred(lambda i, n: "1 x " * (n // 4), _repeated("not 'x 1 ")),
    "that end in marks": _two_hundred(lambda i, n: "a " * (n // 4) + "…" * (n // 6), _repeated("a ")),
    "that nearly stand again everywhere": _two_hundred(
        lambda i, n: "a b " + "a " * (n // 2) + "a", lambda size: "a b " + "a " * (size // 2)
    ),
    "that are cut through": _two_hundred(lambda i, n: "a" * n, _repeated("a")),
    "that are cut through at every place": _two_hundred(lambda i, n: "aa aa", _repeated("aaaaa aaaaa-")),
    "of compounds": _two_hundred(lambda i, n: "a-" * (n // 2) + "a", _repeated("a-")),
    "with much left out": _two_hundred(lambda i, n: _elided("a", n // 8 + 2), _repeated("a ")),
    "with much left out that never ends": _two_hundred(
        lambda i, n: _elided("a", n // 8 + 2) + " [...] b", _repeated("a ")
    ),
    "with much left out in paragraphs": _two_hundred(
        lambda i, n: _elided("a", n // 8 + 2) + " [...] b", _repeated("a a a a\n\n")
    ),
    "with a part in each paragraph": _two_hundred(lambda i, n: "a [...] c [...] b", _repeated("a b c\n\n")),
    "in the wrong order": _two_hundred(lambda i, n: "End [...] About", _repeated("About End\n\n")),
    "of which parts are missing": _two_hundred(lambda i, n: _elided("x y", n // 10 + 2), _repeated("x z ")),
    "that are nowhere": _two_hundred(lambda i, n: _random(n // 8, i), _repeated(LONG_WORDS)),
    "that are nowhere among words": _two_hundred(
        lambda i, n: LONG_WORDS[i % 40 :] * (n // 96) + "x", _repeated(LONG_WORDS)
    ),
    "that are nowhere in one word": _two_hundred(lambda i, n: "b" * n, _repeated("a")),
    "that are nowhere in many words": _two_hundred(
        lambda i, n: _random(n // 8, i), lambda size: _random(size // 8, 999)
    ),
    "in other capitals": _two_hundred(lambda i, n: LONG_WORDS.upper() * (n // 96), _repeated(LONG_WORDS)),
    "of numbers": _two_hundred(lambda i, n: f"{i} " * (n // 5), _repeated("1,000 ")),
    "of digits": _two_hundred(lambda i, n: "1" * n, _repeated("1")),
    "of grouped digits": _two_hundred(lambda i, n: "111 " * (n // 4) + "111", _repeated("111 ")),
    "of marks": _two_hundred(lambda i, n: "a\u0301" * (n // 3), _repeated("a\u0301")),
    "of flags": _two_hundred(
        lambda i, n: "a" + "\U0001f1e6" * (n // 4) + "a", lambda s: "\U0001f1e6" * (s // 4)
    ),
    "of signs": _two_hundred(lambda i, n: "a" + "+-" * (n // 2) + "1", _repeated("+-")),
    "with a prefix that repeats itself": lambda size: {
        "brief.yml": _claims(200, lambda i: f"{{quote: {{exact: a, prefix: '{'a ' * (size // 500)}b'}}}}"),
        "herald.md": _article(_repeated("a ")(size - 1000)),
    },
    "with a suffix that repeats itself": lambda size: {
        "brief.yml": _claims(200, lambda i: f"{{quote: {{exact: a, suffix: '{'a ' * (size // 500)}b'}}}}"),
        "herald.md": _article(_repeated("a ")(size - 1000)),
    },
    "left out, with a suffix": lambda size: {
        "brief.yml": _claims(
            200, lambda i: f"{{quote: {{exact: 'a [...] a', suffix: '{'a ' * (size // 500)}b'}}}}"
        ),
        "herald.md": _article(_repeated("a ")(size - 1000)),
    },
    "that stand a thousand times": _two_hundred(
        lambda i, n: "the north and the south", _repeated(LONG_WORDS)
    ),
    "one of half a megabyte": lambda size: {
        "brief.yml": _claims(1, lambda i: f"'{_repeated(LONG_WORDS)(size - 400)}x'"),
        "herald.md": _article(_repeated(LONG_WORDS)(size - 400)),
    },
    "one of half a megabyte of others": lambda size: {
        "brief.yml": _claims(1, lambda i: f"'{_random(size // 8 - 40, 1)}'"),
        "herald.md": _article(_random(size // 8 - 40, 2)),
    },
    "one with all left out": lambda size: {
        "brief.yml": _claims(1, lambda i: f"'{_elided('a', size // 8 - 50)}'"),
        "herald.md": _article(_repeated("a ")(size - 1000)),
    },
    "one with all left out, on lines of their own": lambda size: {
        "brief.yml": _claims(1, lambda i: f"'{_elided('a', size // 8 - 50)}'"),
        "herald.md": _article(_repeated("a\n\n")(size - 1000)),
    },
    "many, in one line": lambda size: {
        "brief.yml": _claims(size // 75, lambda i: f"'word{i} word'"),
        "herald.md": _article(" ".join(f"word{i} word" for i in range(size // 15))),
    },
    "many, a paragraph each": lambda size: {
        "brief.yml": _claims(size // 75, lambda i: f"'word{i} word'"),
        "herald.md": _article("\n\n".join(f"word{i} word" for i in range(size // 16))),
    },
    "many, shown in excerpts of one sentence": lambda size: {
        "brief.yml": _claims(min(2000, size // 75), lambda i: f"'word{i} word'"),
        "herald.md": _article(" ".join(f"word{i} word" for i in range(size // 15)), rights="full"),
    },
    "many that overlap": lambda size: {
        "brief.yml": _claims(
            min(2000, size // 500), lambda i: f"'{' '.join(f'w{k}' for k in range(i, i + 60))}'"
        ),
        "herald.md": _article(" ".join(f"w{i}" for i in range(size // 7)), rights="full"),
    },
    "many within one another": lambda size: {
        "brief.yml": _claims(
            min(1000, int((size / 4) ** 0.5)), lambda i: f"'{' '.join(f'w{k}' for k in range(i + 2))}'"
        ),
        "herald.md": _article(" ".join(f"w{i}" for i in range(2000)), rights="full"),
    },
}


# --- Chains and parties ---


def _conflicts(pairs: Callable[[int], list[tuple[int, int]]], most: int) -> Callable[[int], Files]:
    """A claim reported via two parties at a time: a graph whose edges are reports."""

    def make(size: int) -> Files:
        edges = pairs(most * size // 1_000_000)
        parties = sorted({end for edge in edges for end in edge})
        register = PARTIES + "".join(f"p{i}: {{name: Zed {i}x{i}}}\n" for i in parties)
        register += "".join(f"o{i}: {{name: Out {i}y{i}}}\n" for i in range(len(edges)))
        reports = "".join(
            f"      s{i}: {{quote: About 400 dockers, via: [p{a}, p{b}]}}\n" for i, (a, b) in enumerate(edges)
        )
        articles = {f"s{i}.md": ARTICLE.replace("herald", f"o{i}") for i in range(len(edges))}
        claim = f"  - id: c\n    claim: C\n    reports:\n{reports}"
        return {"brief.yml": _brief(claim), "parties.yml": register, **articles}

    return make


def _sparse(count: int) -> list[tuple[int, int]]:
    dice = random.Random(6)  # noqa: S311 - it only has to be the same each time
    ends = max(4, count * 2 // 3)
    return [(a, b) for a, b in ((dice.randrange(ends), dice.randrange(ends)) for _ in range(count)) if a != b]


def _grid(count: int) -> list[tuple[int, int]]:
    side = max(2, int((count / 2) ** 0.5))
    across = [(y * side + x, y * side + x + 1) for y in range(side) for x in range(side - 1)]
    return across + [(y * side + x, y * side + side + x) for y in range(side - 1) for x in range(side)]


def _cubic(count: int) -> list[tuple[int, int]]:
    ends = max(6, count * 2 // 3 // 2 * 2)
    ring = [(i, (i + 1) % ends) for i in range(ends)]
    return ring + [(i, i + ends // 2) for i in range(ends // 2)]


def _triples(size: int) -> Files:
    """A claim reported via three parties at a time, by chance: what counts as independent is found by trying."""
    dice = random.Random(3)  # noqa: S311 - it only has to be the same each time
    count = 200 * size // 1_000_000
    register = PARTIES + "".join(f"p{i}: {{name: Zed {i}x{i}}}\n" for i in range(count))
    register += "".join(f"o{i}: {{name: Out {i}y{i}}}\n" for i in range(count))
    via = [
        ", ".join(f"p{party}" for party in dice.sample(range(max(4, count * 2 // 3)), 3))
        for _ in range(count)
    ]
    reports = "".join(
        f"      s{i}: {{quote: About 400 dockers, via: [{each}]}}\n" for i, each in enumerate(via)
    )
    articles = {f"s{i}.md": ARTICLE.replace("herald", f"o{i}") for i in range(count)}
    return {
        "brief.yml": _brief(f"  - id: c\n    claim: C\n    reports:\n{reports}"),
        "parties.yml": register,
        **articles,
    }


def _register(entry: Callable[[int, int], str], length: int) -> Callable[[int], Files]:
    def make(size: int) -> Files:
        count = size // length
        return {"parties.yml": PARTIES + "".join(f"p{i}: {entry(i, count)}\n" for i in range(count))}

    return make


def _far(size: int) -> Files:
    """Reports via the lowest of a long ladder of `part_of`."""
    count = size // 40
    register = PARTIES + "".join(f"p{i}: {{name: P {i}, part_of: p{i + 1}}}\n" for i in range(count))
    register += f"p{count}: {{name: P {count}}}\n"
    reports = "".join(f"        - {{quote: About 400 dockers, via: p{i % 50}}}\n" for i in range(size // 55))
    return {
        "parties.yml": register,
        "brief.yml": _brief(f"  - id: c\n    claim: C\n    reports:\n      herald:\n{reports}"),
    }


def _chain_of_all(size: int) -> Files:
    count = size // 60
    register = PARTIES + "".join(f"p{i}: {{name: Zed {i}x{i}}}\n" for i in range(count))
    via = "".join(f"          - p{i}\n" for i in range(count))
    report = f"      herald:\n        quote: About 400 dockers\n        via:\n{via}"
    return {"parties.yml": register, "brief.yml": _brief(f"  - id: c\n    claim: C\n    reports:\n{report}")}


def _by_name(size: int) -> Files:
    """Descriptions that have the initials of every party and are none of them."""
    count = size // 45
    register = PARTIES + "".join(f"p{i}: {{name: Northern Harbour {i}}}\n" for i in range(count))
    reports = "".join(
        f"        - {{quote: About 400 dockers, via: [Northern Hurbour x{i}]}}\n" for i in range(size // 75)
    )
    return {
        "parties.yml": register,
        "brief.yml": _brief(f"  - id: c\n    claim: C\n    reports:\n      herald:\n{reports}"),
    }


CHAINS = {
    "a sparse graph": _conflicts(_sparse, 200),
    "a grid": _conflicts(_grid, 200),
    "a cubic graph": _conflicts(_cubic, 200),
    "a sparse graph of many": _conflicts(_sparse, 1000),
    "triples": _triples,
    "a ladder of owners": _far,
    "a long ladder of owners": lambda size: _far(size // 2),
    "one chain of all": _chain_of_all,
    "nearly all names": _by_name,
    "parties": _register(lambda i, n: f"{{name: P {i}}}", 20),
    "parties of one name": _register(lambda i, n: "{name: P}", 18),
    "parties in a circle": _register(lambda i, n: f"{{name: P, part_of: p{(i + 1) % n}}}", 36),
    "parties in pairs": _register(lambda i, n: f"{{name: P, part_of: p{i ^ 1}}}", 36),
    "parties of unknown owners": _register(lambda i, n: f"{{name: P, part_of: q{i}}}", 36),
    "parties in a ladder": _register(lambda i, n: f"{{name: P, part_of: p{min(n - 1, i + 1)}}}", 36),
    "parties with faults": _register(lambda i, n: "{nam: P}", 17),
    "parties with many faults": _register(lambda i, n: "{nam: P, kin: x, knd: y}", 34),
    "ids that are none": lambda size: {
        "parties.yml": "".join(f"P{i}: {{name: P}}\n" for i in range(size // 19))
    },
    "aliases of one party": lambda size: {
        "parties.yml": PARTIES
        + "p:\n  name: P\n  aliases:\n"
        + "".join(f"    - A {i}\n" for i in range(size // 15))
    },
}


# --- Figures and dates ---


def _valued(value: Callable[[int], str], quote: Callable[[int], str] | None = None) -> Callable[[int], Files]:
    """One figure, whose number stands in its quote where one is given."""

    def make(size: int) -> Files:
        said = quote(size) if quote else "About 400 dockers"
        claim = yaml_of(
            [
                {
                    "id": "a",
                    "claim": "C",
                    "measure": "m",
                    "reports": {"herald": {"quote": said, "value": value(size)}},
                }
            ]
        )
        files = {"brief.yml": f"{HEAD}claims:\n{claim}"}
        return files | ({"herald.md": _article(said)} if quote else {})

    return make


def _when(date: Callable[[int], str]) -> Callable[[int], Files]:
    def make(size: int) -> Files:
        claim = {"id": "a", "claim": "C", "when": date(size), "reports": {"herald": "About 400 dockers"}}
        return {"brief.yml": f"{HEAD}claims:\n{yaml_of([claim])}"}

    return make


FIGURES = {
    "digits": _valued(lambda n: "9" * n),
    "digits that stand there": _valued(lambda n: "9" * (n // 3), lambda n: "9" * (n // 3)),
    "digits in another script": _valued(lambda n: "٩" * (n // 6), lambda n: "٩" * (n // 6)),
    "a hundred thousand digits": _valued(lambda n: "9" * (n // 10), lambda n: "9" * (n // 10)),
    "decimals": _valued(lambda n: "1." + "9" * (n // 3), lambda n: "1." + "9" * (n // 3)),
    "zeros": _valued(lambda n: "0." + "0" * (n // 3) + "1", lambda n: "0." + "0" * (n // 3) + "1"),
    "groups": _valued(lambda n: "111" + ",111" * (n // 12), lambda n: "111" + ",111" * (n // 12)),
    "an exponent": _valued(lambda n: "1e999999999"),
    "a long exponent": _valued(lambda n: "1e" + "9" * n),
    "millions of millions": _valued(
        lambda n: "1 " + "million " * (n // 24), lambda n: "1 " + "million " * (n // 24)
    ),
    "hundreds": _valued(lambda n: "one " + "hundred " * (n // 24), lambda n: "one " + "hundred " * (n // 24)),
    "number words": _valued(lambda n: "twenty one " * (n // 33), lambda n: "twenty one " * (n // 33)),
    "number words, joined": _valued(lambda n: "twentyone" * (n // 27), lambda n: "twentyone" * (n // 27)),
    "number words, hyphened": _valued(
        lambda n: "twenty-" * (n // 21) + "one", lambda n: "twenty-" * (n // 21) + "one"
    ),
    "Han numerals": _valued(lambda n: "九" * (n // 9), lambda n: "九" * (n // 9)),
    "Han myriads": _valued(lambda n: "九万" * (n // 18), lambda n: "九万" * (n // 18)),
    "ranges": _valued(lambda n: "1 to " * (n // 15) + "2", lambda n: "1 to " * (n // 15) + "2"),
    "qualifiers": _valued(lambda n: "about " * (n // 18) + "2", lambda n: "about " * (n // 18) + "2"),
    "at leasts": _valued(lambda n: "at least " * (n // 27) + "2", lambda n: "at least " * (n // 27) + "2"),
    "units": _valued(lambda n: "2" + " km" * (n // 9), lambda n: "2" + " km" * (n // 9)),
    "currencies": _valued(lambda n: "$" * (n // 3) + "2", lambda n: "$" * (n // 3) + "2"),
    "signs": _valued(lambda n: "-" * (n // 3) + "2", lambda n: "-" * (n // 3) + "2"),
    "fractions": _valued(lambda n: "1/" * (n // 6) + "2", lambda n: "1/" * (n // 6) + "2"),
    "spaces": _valued(lambda n: "1" + " " * (n // 3) + "2", lambda n: "1" + " " * (n // 3) + "2"),
    "commas": _valued(lambda n: "1" + "," * (n // 3) + "2", lambda n: "1" + "," * (n // 3) + "2"),
    "a long unit": lambda size: {
        "brief.yml": _claims(
            1, lambda _: f"{{quote: About 400 dockers, value: 400, unit: {'km' * (size // 2 - 100)}}}"
        )
    },
    "a long tolerance": lambda size: {
        "brief.yml": _claims(1, lambda _: "{quote: About 400 dockers, value: 400}")
        + f"    tolerance: {'9' * (size - 200)}%\n"
    },
    "a year of digits": _when(lambda n: "2" * n),
    "years": _when(lambda n: "2024/" * (n // 5)),
    "a set of years": _when(lambda n: "[" + "2024," * (n // 5) + "2025]"),
    "marks": _when(lambda n: "2024" + "~?" * (n // 2)),
    "months": _when(lambda n: "2024" + "-02" * (n // 3)),
    "dots": _when(lambda n: "." * n),
    "a year with an exponent": _when(lambda n: "Y1E" + "9" * n),
    "a huge year": _when(lambda n: "Y" + "9" * n),
    "unspecified digits": _when(lambda n: "X" * n),
    "the last day": _when(lambda n: "9999-12-31~"),
    "the first day": _when(lambda n: "0000-01-01~"),
}


# --- Large briefs as editors have them ---


def _large(size: int) -> Files:
    """2,000 claims of four sources, at a megabyte."""
    count = size // 500
    sentences = [f"In street {i} of the town there were {i} people." for i in range(count)]
    reports = ", ".join(f"{s}: 'street {{i}} of the town there were {{i}} people'" for s in "abcd")
    claims = "".join(
        f"  - id: c{i}\n    claim: There were {i} people in street {i}\n    note: See *there* and **here**\n"
        f"    reports: {{{reports.replace('{i}', str(i))}}}\n"
        for i in range(count)
    )
    articles = {f"{s}.md": _article("\n\n".join(sentences)) for s in "abcd"}
    return {"brief.yml": _brief(claims), **articles}


LARGE = {"claims of four sources": _large}


def _named(
    kind: str, table: dict[str, Callable[[int], Files]], enter: Callable[[Files], object] = line
) -> list[Attack]:
    return [Attack(f"{kind}: {name}", enter, make, 990_000) for name, make in table.items()]


ATTACKS = [
    *_named("many", MANY),
    *_named("quotes", QUOTES),
    *_named("chains", CHAINS),
    *_named("figures", FIGURES),
    *_named("large", LARGE),
    *_named("suggest from", QUOTES, drafted),
    *_named("editor, many", MANY, typed),
    *_named("editor, quotes", QUOTES, typed),
    *_named("editor, chains", CHAINS, typed),
]
