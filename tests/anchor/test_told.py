"""What is told of a quote, to the word: where it stands, or the problem with its place, message and remedy.

`--update` writes `told.txt` anew; read what it changed.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator.anchor import Selection, anchor, passage_of
from generator.model.brief import Brief
from tests.anchor.written import article, brief_of, one_quote
from tests.golden import blocks

GOLDEN = Path(__file__).with_name("told.txt")

STRIKE = """\
The strike began on Monday. Some 18,000 soldiers stood by, at least 40 people were hurt.

The minister said that he did not agree. Later the minister said so again.

On Tuesday the army may return with 3,000 men, or two thousand, it said, but it never did. He said “no”, twice.
"""
TITLE = "Harbour shut: minister silent"
LONG = (
    "It was a long day of many words, and none of them was the word that the editor had in mind then. " * 25
)
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo qu".split()
FAR = f"{LONG}\n\nThe mayor of the town had promised that the bridge would open in March.\n\n{LONG}"
INVENTED = ["".join(random.Random(n).choices(SYLLABLES, k=2 + n % 3)) for n in range(900)]  # noqa: S311
AT = (0, 2, 155, 159, 163, 167, 171, 320, 400, 480, 640, 800, 888, 892)
"""Some 1,000 code points hold 165 of these words."""
CASES = {
    "strike": (
        STRIKE,
        [
            "The strike began",
            "strike began on Monday",
            "the strike began",
            "THE STRIKE BEGAN",
            "strike Began on monday",
            '"18,000"',
            '"8,000 soldiers"',
            '"18,00"',
            "trike began on Mon",
            "at least 14 people were hurt",
            "at least 40 people were badly hurt",
            "at most 40 folk were hurt",
            "the minister said that he did agree",
            "minister said that she had not agreed",
            "'Some eighteen thousand soldiers marched past, but at most 14 women got hurt'",
            "'The walkout began on Tuesday. Some 19,000 troops stood by, at most 40 men were hurt'",
            "'The walkout began on Tuesday. Some 19,000 soldiers stood near, at most 40 people were hurt'",
            "'The walkout began on Tuesday. Some 19,000 troops stood by, at most 40 people were hurt'",
            "'On Monday the navy will return with 4,000 men, or two million, she said, but it always did'",
            "'On Monday the navy will return with 4,000 men, or two million, it said, but it never did'",
            "an elephant drank gin",
            "the elephant",
            "he said no",
            "{exact: no, prefix: '\"'}",
            "{exact: 'no\", twice', prefix: said}",
            "minister said",
            "the minister said",
            "{exact: minister said, prefix: The}",
            "{exact: minister said, suffix: so}",
            "{exact: minister said, prefix: nothing}",
            "{exact: minister said, suffix: nothing}",
            "{exact: minister said, prefix: nothing, suffix: neither}",
            "{exact: minister said, prefix: The, suffix: so}",
            "{exact: minister sang, prefix: The, suffix: so}",
            "{exact: The strike, prefix: anything}",
            "Harbour shut",
            "harbour shut",
            "silent",
            "Harbour shut, in: title",
            "The strike, in: title",
            "Harbour opened, in: title",
            "an elephant, in: title",
            "Harbor, in: title",
            '""',
            '"..."',
            '"[...]"',
            '"[...] [...]"',
            '"[...] The strike"',
            '"The strike [...]"',
            '"The strike [...] [...] Monday"',
            '"The strike [...] ... [...] Monday"',
            '"The strike [...] Monday"',
            '"The strike [...] were hurt"',
            '"strike [...] The"',
            '"Monday [...] strike"',
            '"strike [...] minister"',
            '"hurt [...] soldiers [...] strike"',
            '"minister said [...] agree"',
            '"hurt [...] people [...] least [...] stood [...] soldiers [...] Some [...] strike"',
            '"hurt [...] people [...] least [...] soldiers [...] strike"',
            "THE STRIKE BEGAN ON MONDAY",
            "'On Tuesday an army will return without 4,000 women'",
            '"minister [...] agree [...] again"',
            '"the army [...] men"',
            '"the army [...] but it"',
            '"army [...] did"',
            '"On Tuesday [...] twice"',
            '"army [...] elephant"',
            '"giraffe [...] elephant"',
            '"giraffe [...] giraffe"',
            '"trike [...] Monday"',
            "{exact: 'minister [...] again', prefix: Later the}",
            "{exact: 'minister [...] said', prefix: nobody}",
            "{exact: 'strike [...] hurt', suffix: nobody}",
        ],
    ),
    "repeated": (
        "so it is, so it was, so it will be, so it is. " + "a b c d e f g h i j k l m n o p. " * 2,
        ["so it", "so it is", "it", "so", "a b c", "p.", "p. a", '"so [...] be"', "{exact: so it is, prefix: ','}",
         "{exact: so it, prefix: ','}", "{exact: it, suffix: is}", "{exact: so it is, suffix: '.'}"],
    ),
    "alike": (
        ("one two three four five six seven eight nine ten eleven twelve thirteen. " * 3).strip(),
        ["six", "one"],
    ),
    "many": ("a " * 1200, ["a", "a a a", "b"]),
    "common": (
        "be " * 2500 + "e or f. e then g.",
        ["e", '"e [...] g"', '"or [...] e"', "{exact: e, suffix: or}", "{exact: e, prefix: f.}", "e or", "be", "b",
         '"or [...] be"', "{exact: f, prefix: or}"],
    ),
    "far": (
        FAR,
        [
            "the mayor had promised that the bridge would open in March",
            "the mayor of the town had promised the bridge would open in April or May",
            "the bridge would open in March",
            "bridge would close in March",
            "none of them was the word that the editor had in mind",
            '"many [...] March"',
            "word " * 70 + "then",
        ],
    ),
    "scripts": (
        "ロシアで北朝鮮兵士たちは帰国したという。\n\nСолдаты вернулись домой.",
        ["北朝鮮の兵士", "帰国した", "солдаты", "Солдаты ушли"],
    ),
    "around": ("p q x r q x r. " + "w" * 150 + " x " + "v" * 150 + " " + "u" * 150 + " x.", ["x", "q x", "x r"]),
    "decoy": (
        f"Open town. Bridge, mayor, March promised. {LONG}\n\n{LONG}\n\nThe mayor promised a bridge, open by March.",
        ["the mayor promised a bridge open by April", '"Open bridge mayor"'],
    ),
    "gaps": (
        f"one {'x ' * 2500}two. three {'x ' * 2499} four. five {'x ' * 2500} six.",
        ['"one [...] two"', '"three [...] four"', '"five [...] six"'],
    ),
    "cells": (" ".join(INVENTED), [
        *(" ".join([*INVENTED[at : at + 3], "elephant", *INVENTED[at + 4 : at + 8]]) for at in AT),
        *(" ".join([*INVENTED[at : at + 3], "an elephant and", *INVENTED[at + 9 : at + 14]]) for at in AT),
        " ".join(["elephants", *INVENTED[100:102], "giraffes"]),
        " ".join(INVENTED[120:180]) + " elephant " + " ".join(INVENTED[182:190]),
        " ".join([*INVENTED[40:46], *INVENTED[400:410], *INVENTED[46:50]]),
        " ".join([INVENTED[-3], INVENTED[-2], "elephant"]),
        " ".join([*INVENTED[10:14], *INVENTED[700:703]]),
        " ".join([*INVENTED[10:13], *INVENTED[700:704]]),
    ]),
    "a hundred": (" ".join(f"hit x{n}." for n in range(100)), ["hit"]),
    "more than a hundred": (" ".join(f"hit x{n}." for n in range(101)), ["hit"]),
    "order": (
        "one two three two. one.",
        [
            '"one [...] two [...] three"',
            '"two [...] three [...] two"',
            '"one [...] three [...] one"',
            '"two [...] two [...] two"',
        ],
    ),
    "glued": (f"one {'w' * 30}x{'v' * 100} two {'y' * 70}z.", ["x", "wxv", "wx", "z", "v two", "e w"]),
    "twice far": (
        f"{FAR}\n\n{FAR}",
        ["the mayor had promised that the bridge would open in March", "the town had promised the bridge in May"],
    ),
    "literal": ("They said [...] it ended [sic] here.", ['"said [...] it ended"', '"ended [sic] here"', "[...]"]),
    "short": ("No.", ["no", "No", "Yes", "N"]),
}  # fmt: skip
QUOTES = [(name, quote) for name, (_, quotes) in CASES.items() for quote in quotes]

SELECTIONS = [
    Selection("minister said"),
    Selection("minister said", before="Later the"),
    Selection("minister said", after="that he"),
    Selection("minister said", start=120),
    Selection("minister said", start=0),
    Selection("inister sai", before="The m"),
    Selection("the minister said"),
    Selection(""),
    Selection("“”"),
    Selection("—"),
    Selection("“no”"),
    Selection("«strike began»"),
    Selection("strike  began\non Mon"),
    Selection("elephant"),
    Selection("Harbour", where="title"),
    Selection("strike", where="title"),
    Selection("agree. Later"),
    Selection("agree.Later"),
    Selection("hurt.\n\nThe minister"),
]
SELECTED = [("strike", selection) for selection in SELECTIONS] + [
    ("repeated", Selection("so it is")),
    ("repeated", Selection("so it is", start=30)),
    ("repeated", Selection("a b c")),
    ("repeated", Selection("a b c", before="n o p. ")),
    ("alike", Selection("six")),
    ("alike", Selection("six", start=70)),
    ("alike", Selection("one two", start=70)),
]


def told_of_quote(name: str, quote: str) -> str:
    brief = one_quote(quote, CASES[name][0], title=TITLE)
    anchors, problems = anchor(brief)
    lines = [
        f"stands in the {part.where} {part.span.start}-{part.span.end}: {part.exact!r}"
        for quotation in anchors.values()
        for part in quotation
    ]
    for p in problems:
        lines.append(
            f"{p.location.line}:{p.location.column}+{p.location.length} {p.severity} {p.code}: {p.message}"
        )
        lines += [f"  {line}" for line in (p.remedy or "").splitlines()]
    return "".join(f"  {line}\n" for line in lines)


def told_of_selection(name: str, selection: Selection) -> str:
    article_ = one_quote(CASES[name][0].split()[0], CASES[name][0], title=TITLE).articles["herald"]
    return f"  {passage_of(article_, selection)!r}\n"


def test_the_file_is_what_is_told(update: bool) -> None:
    told = {f"{name} {quote}": told_of_quote(name, quote) for name, quote in QUOTES}
    told |= {f"{name} {selection!r}": told_of_selection(name, selection) for name, selection in SELECTED}
    if update:
        GOLDEN.write_text("\n".join(f"{head}\n{text}" for head, text in told.items()), encoding="utf-8")
    assert blocks(GOLDEN).keys() == told.keys()


@pytest.mark.parametrize(("name", "quote"), QUOTES)
def test_a_quote_is_told_of_so(name: str, quote: str) -> None:
    assert told_of_quote(name, quote) == blocks(GOLDEN)[f"{name} {quote}"]


@pytest.mark.parametrize(("name", "selection"), SELECTED, ids=repr)
def test_a_selection_is_told_of_so(name: str, selection: Selection) -> None:
    assert told_of_selection(name, selection) == blocks(GOLDEN)[f"{name} {selection!r}"]


NOTED = """\
title: T
summary: S
date: 2025-02-08
claims:
  - id: c
    claim: C
    reports:
      herald: {quote: It began, via: a source, via_quote: Headline}
notes:
  - {source: herald, quote: Headline, note: N}
"""


def noted() -> Brief:
    return brief_of(NOTED, herald=article("It began.", "Headline here"))


def test_what_no_title_can_be_quoted_for_stands_only_there() -> None:
    _, problems = anchor(noted())
    assert [problem.remedy for problem in problems] == [
        "it stands only in the title, which this quote can't be from"
    ] * 2


def test_quotes_of_a_source_whose_article_is_missing_are_left_out() -> None:
    assert anchor(replace(noted(), articles={})) == ({}, [])
    two = NOTED.replace("      herald:", "      echo: [It, was]\n      herald:").replace(
        "via_quote: Headline", "via_quote: began"
    )
    brief = brief_of(two, herald=article("It began.", "Headline here"), echo=article("It was."))
    del (articles := dict(brief.articles))["echo"]
    assert list(anchor(replace(brief, articles=articles))[0]) == [
        ("claims", 0, "reports", "herald", 0, "quote", 0),
        ("claims", 0, "reports", "herald", 0, "via_quote"),
    ]


def test_where_there_is_too_much_to_seek_the_rest_is_not_sought() -> None:
    """A bracket may begin a part: each costs a search of the whole article."""
    brackets = "[" * 2998
    reports = f"[It, '{brackets}', was, more]"
    annotations = NOTED.replace("{quote: It began, via: a source, via_quote: Headline}", reports)
    body = "It " + "w" * 99_996 + "."
    anchors, problems = anchor(brief_of(annotations, herald=article(body, "Headline here")))
    assert [path[-1] for path in anchors] == [0]
    assert [problem.code for problem in problems] == ["quote-empty", "too-many"]
    assert problems[1].message == (
        "this quote and those after it are not sought: there are too many, of articles that are too long"
    )
    assert problems[1].remedy == "Split the brief, or leave out what isn't quoted."
    assert problems[1].location.column == len(f"      herald: [It, '{brackets}', w")


def test_a_place_in_the_title_is_the_titles_line() -> None:
    _, (problem,) = anchor(one_quote("a b, in: title", "Words.", title="a b, a b"))
    assert problem.message == "this stands 2 times in the title of articles/herald.md"
    assert problem.remedy
    assert problem.remedy.splitlines()[1] == "line 3: >a b<, a b"
