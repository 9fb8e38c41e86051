"""Names made to be slow: long registers, many speakers, reviewers and old ids, parties and claims nobody has."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from generator import ingest
from generator.export.problems import problems_as_text
from generator.pipeline.line import check_folder, parties_of
from tests.hostile.attacks.entrances import (
    ARTICLE,
    BRIEF,
    PARTIES,
    SETTINGS,
    Files,
    added,
    drafted,
    line,
    site,
)
from tests.hostile.costs import Attack

HEAD = "title: T\nsummary: S\ndate: 2026-03-04\nclaims:\n"
MOST_PARTIES = 3000
SYLLABLES = "ka lo mi ren tas vor pel dun gra sho".split()


def told(files: Files) -> object:
    """`briefs check`: all problems, as they are shown."""
    outcome = check_folder(site(files), SETTINGS)
    return problems_as_text(outcome.problems, outcome.texts)


def added_to(files: Files) -> object:
    """`briefs add`, to a site with a register."""
    parties, _ = parties_of(site({"parties.yml": files["parties.yml"]}), has_briefs=True)
    decoded = ingest.decode(files["page"].encode())
    return ingest.article_file(ingest.read(decoded, ingest.kind_of(decoded), parties), "herald")


# --- Private functions ---


def _name(number: int) -> str:
    """One of a thousand times a hundred names of a person."""
    first, second, third, fourth = (SYLLABLES[number // 10**place % 10] for place in range(4))
    return f"{(first + second + third).capitalize()} {(fourth + first).capitalize()}son"


def _register(count: int, party: Callable[[int], str]) -> str:
    return PARTIES + "".join(f"p{i}: {party(i)}\n" for i in range(count))


def _speaking(sentence: Callable[[int], str]) -> dict[str, str]:
    """Two articles of as many sentences as are read."""
    bodies = {source: "\n\n".join(sentence(i) for i in range(250)) for source in ("herald", "echo")}
    return {
        f"{source}.md": f"---\noutlet: {source}\ntitle: T\n---\n\nAbout 400 dockers.\n\n{body}\n"
        for source, body in bodies.items()
    }


def _people(size: int) -> Files:
    def party(i: int) -> str:
        return f"{{name: {_name(i)}, kind: person, aliases: [{_name(i * 7 + 3)}x, {_name(i * 11 + 5)}y]}}"

    said = _speaking(
        lambda i: f"According to {_name(i)}z, they had {i} ships on Monday, {_name(i + 1)}q said."
    )
    return {"parties.yml": _register((size - 100_000) // 105, party), **said} if size > 100_000 else said


def _bodies(size: int) -> Files:
    """Of which all have words in common with all that speak."""
    said = _speaking(
        lambda i: f"According to the Zed Zod w{i} Post, they had {i} ships, the Zod Zed x{i} said."
    )
    return {"parties.yml": _register(size // 60, lambda i: f"{{name: Zed Zod Post {i}}}"), **said}


def _fronted(key: str, values: Iterable[object]) -> Files:
    return {"herald.md": ARTICLE.replace("title:", f"{key}: [{', '.join(map(str, values))}]\ntitle:")}


def _claimed(reports: str) -> str:
    return f"{HEAD}  - id: c\n    claim: C\n    reports:\n      herald:\n{reports}"


_few = partial(_register, MOST_PARTIES, lambda i: f"{{name: Pe {i}}}")


def _in_lists(size: int) -> Files:
    """Chains of parties that nobody registered, many to a report of one claim."""
    links = [", ".join(f"zz{i}w{j}" for j in range(40)) for i in range((size - 60_000) // 380)]
    return {
        "parties.yml": _few(),
        "brief.yml": _claimed(
            "".join(f"        - {{quote: About 400 dockers, via: [{each}]}}\n" for each in links)
        ),
    }


def _long_names(size: int) -> Files:
    """Names of 196 words that begin alike, and as many texts that are none of them."""
    words = "a " * 195
    register = "".join(f"p{i}: {{name: '{words}x{i:03}'}}\n" for i in range(size // 2 // 420))
    via = "".join(
        f"        - {{quote: About 400 dockers, via: ['{words}x{i}z']}}\n"
        for i in range(1000, 1000 + size // 900)
    )
    return {"parties.yml": PARTIES + register, "brief.yml": _claimed(via)}


def _short_names(size: int) -> Files:
    """As many names as are compared that begin alike, and texts that are none of them."""
    dice = random.Random(5)  # noqa: S311 - it only has to be the same each time

    def name() -> str:
        return f"zz{''.join(dice.choices('abcd', k=6))} yy{''.join(dice.choices('abcd', k=6))}"

    register = "".join(f"p{i}: {{name: {name()}}}\n" for i in range(500))
    links = [", ".join(name() for _ in range(40)) for _ in range((size - 20_000) // 840)]
    via = "".join(f"        - {{quote: About 400 dockers, via: [{each}]}}\n" for each in links)
    return {"parties.yml": PARTIES + register, "brief.yml": _claimed(via)}


def _long_ids(size: int) -> Files:
    """Corrections of claims that nobody made, whose ids and whose claims' old ids are as long as they get."""
    dice = random.Random(1)  # noqa: S311

    def name() -> str:
        return "".join(dice.choices("abcdefgh", k=200))

    claims = "".join(
        f"  - id: c{i}\n    claim: C\n    reports: {{herald: About 400 dockers}}\n    aliases: ["
        f"{', '.join(name() for _ in range(100))}]\n"
        for i in range(size * 7 // 10 // 20_300)
    )
    corrected = "".join(
        f"  - {{date: 2026-03-05, was: a, now: b, why: c, claim: {name()}}}\n" for _ in range(size // 900)
    )
    return {"brief.yml": f"{HEAD}{claims}corrections:\n{corrected}"}


def _owners(size: int) -> Files:
    dice = random.Random(2)  # noqa: S311

    def name(length: int) -> str:
        return "".join(dice.choices("abcdefgh", k=length))

    return {
        "parties.yml": PARTIES
        + "".join(f"{name(200)}: {{name: P, part_of: {name(150)}}}\n" for _ in range(size // 380))
    }


def _units(size: int) -> Files:
    letters = "abcdefghijklmnopqrstuvwxyz"
    reports = "".join(
        f"        - {{quote: About 400 dockers, value: 400 zq{letters[i % 26]}{letters[i // 26 % 26]}"
        f"{letters[i // 676 % 26]}}}\n"
        for i in range(size // 62)
    )
    return {"brief.yml": _claimed(reports).replace("claim: C\n", "claim: C\n    measure: m\n")}


def _old_addresses(size: int) -> Files:
    """Old slugs of a brief by old ids of an article."""
    many = min(500, size // 20)
    old = ", ".join(f"a{i}" for i in range(many))
    return {
        "brief.yml": BRIEF.replace("claims:", f"aliases: [{old}]\nclaims:"),
        **_fronted("aliases", (f"h{i}" for i in range(many))),
    }


# --- Pages ---


def _page(lines: Iterable[str]) -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in lines)
    return f"<html><head><title>Harbour</title></head><body><article>{paragraphs}</article></body></html>"


def _owned(size: int) -> str:
    ends = "All rights reserved. A man from Zed said on Monday that the Zed Post would go on."
    return _page(f"Copyright Zed Times{i}. {ends}" for i in range(size // 120))


def _said_by(size: int) -> str:
    return _page(["By Anna Berg and he."] * (size // 27))


def _published_by(size: int) -> Files:
    page = _page(
        f"The Zed{i} and the Zod were there, and all of them went on." for i in range(size // 2 // 70)
    )
    return {"parties.yml": _register(size // 2 // 45, lambda i: f"{{name: The Zod{i} Post}}"), "page": page}


TABLE: dict[str, tuple[Callable[[Any], object], Callable[[int], Any]]] = {
    "many people, many of whom speak": (drafted, _people),
    "many bodies that are alike": (drafted, _bodies),
    "reviewers who are the author": (
        told,
        lambda size: {
            "brief.yml": BRIEF.replace("date:", "author: Bo\ndate:")
            + f"    reviewed_by: [{', '.join(['Bo'] * (size // 4))}]\n"
        },
    ),
    "reviewers of many claims who are the author": (
        told,
        lambda size: {
            "brief.yml": "author: Bo\n"
            + HEAD
            + "".join(
                f"  - id: c{i}\n    claim: C\n    reports: {{herald: About 400 dockers}}\n"
                f"    reviewed_by: [{', '.join(['Bo'] * 100)}]\n"
                for i in range(size // 500)
            )
        },
    ),
    "old ids that are an article's": (told, lambda size: _fronted("aliases", ["herald"] * (size // 8))),
    "old slugs by old ids": (line, _old_addresses),
    "chains of the unregistered": (told, _in_lists),
    "bases that nobody registered": (
        told,
        lambda size: {
            "parties.yml": _few(),
            **_fronted("based_on", (f"zz{i}" for i in range((size - 60_000) // 9))),
        },
    ),
    "long names that begin alike": (told, _long_names),
    "short names that begin alike": (told, _short_names),
    "long ids of claims that nobody made": (told, _long_ids),
    "long ids of owners that nobody registered": (told, _owners),
    "units that nobody knows": (told, _units),
    "who owns the page": (added, _owned),
    "who says it, on every line": (added, _said_by),
    "who may have published the page": (added_to, _published_by),
}

ATTACKS = [Attack(f"names: {name}", enter, make, 990_000) for name, (enter, make) in TABLE.items()]
