"""Locks of articles that changed since, where every word moved or each quote is sought; locks that are none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.pipeline.line import parties_of
from generator.pipeline.locking import lock_brief
from tests.hostile.attacks import of_text, of_yaml
from tests.hostile.attacks.entrances import BRIEF, Files, line, locked_anew, site, yaml_of
from tests.hostile.costs import Attack

DAY = "2026-03-04"
MOST_QUOTES = 1900
MOST_SOUGHT = 200_000_000
"""Quotes times characters of their article: of more the rest is not sought."""
MOST_SAID = 3000
"""Characters of a text that are quoted: more are no quotation."""


def article_with(body: str) -> str:
    """An article of which the whole may be shown."""
    return f"---\noutlet: herald\ntitle: T\nrights: full\n---\n\nAbout 400 dockers.\n\n{body}\n\nThe end.\n"


def brief_with(quotes: list[str]) -> str:
    """A brief with a claim for each quote."""
    claims = [{"id": f"c{n}", "claim": "C", "reports": {"herald": quote}} for n, quote in enumerate(quotes)]
    return yaml_of({"title": "T", "summary": "S", "date": DAY, "claims": claims})


def locked(before: Files, after: Files) -> Files:
    """What came of a brief since it was locked, with its lock; without one where nothing of it could be locked."""
    folder = site(before)
    parties, _ = parties_of(folder, has_briefs=True)
    lock = lock_brief(folder.briefs["demo"], parties, ["demo"], DAY, update=True).file
    return before | after | ({"brief.lock.yml": lock.decode("utf-8")} if lock else {})


def _respelt(text: Callable[[int], str], size: int) -> Files:
    """A quote among its like, of which a word has become another."""
    said, around = text(MOST_SAID), text(size // 2)
    files = {"brief.yml": brief_with([f"Begin {said} end"]), "herald.md": ""}
    bodies = [f"{around}\n\n{first} {said} end.\n\n{around}" for first in ("Begin", "Began")]
    return locked(files | {"herald.md": article_with(bodies[0])}, {"herald.md": article_with(bodies[1])})


def _many(change: Callable[[str], str], size: int) -> Files:
    """As many quotes as are sought in an article of this length, a sentence each; each sentence changes."""
    count = size // 60
    said = [f"In street {n} of the town they counted {n} people" for n in range(count)]
    most = min(MOST_QUOTES, MOST_SOUGHT // size, count)
    quotes = [said[number * count // most] for number in range(most)]
    bodies = [". ".join(said), ". ".join(map(change, said))]
    return locked(
        {"brief.yml": brief_with(quotes), "herald.md": article_with(bodies[0])},
        {"herald.md": article_with(bodies[1])},
    )


def _long(unit: str, size: int) -> Files:
    """Quotes of a long text each, of which the first word has become another."""
    said = unit * (2400 // len(unit))
    quotes = [f"Begin {number} {said} end" for number in range(size // 5000)]
    bodies = ["\n\n".join(quotes), "\n\n".join(quotes).replace("Begin", "Began")]
    return locked(
        {"brief.yml": brief_with(quotes), "herald.md": article_with(bodies[0])},
        {"herald.md": article_with(bodies[1])},
    )


UNITS = {
    "words": "not a ",
    "numbers": "1 a ",
    "ranges": "1–2 ",
    "marks": "'",
    "compounds": "a-",
    "lines": "x\n",
}

CHANGES: dict[str, Callable[[str], str]] = {
    "numbers": lambda said: said.replace("counted ", "counted 1"),
    "words": lambda said: said.replace("town", "village"),
    "spellings": lambda said: said.replace("people", "péople"),
    "nothing": lambda said: said,
    "everything": lambda said: said[::-1],
    "order": lambda said: " ".join(sorted(said.split())),
}


def _told_by(count: int, size: int) -> Files:
    """So many quotes that a prefix or a suffix tells, in which one word in nine has become another."""
    words = [f"w{n}" for n in range(size // count // 14)]
    others = [f"{word}x" if n % 9 == 5 else word for n, word in enumerate(words)]
    told = [
        {"quote": {"exact": f"the thing {n}", side: " ".join(words)}}
        for n in range(count)
        for side in ("prefix", "suffix")
    ]
    bodies = [
        "\n\n".join(f"{around} the thing {n} {around}. The thing." for n in range(count))
        for around in (" ".join(words), " ".join(others))
    ]
    claims = [{"id": f"c{n}", "claim": "C", "reports": {"herald": report}} for n, report in enumerate(told)]
    brief = yaml_of({"title": "T", "summary": "S", "date": DAY, "claims": claims})
    return locked(
        {"brief.yml": brief, "herald.md": article_with(bodies[0])}, {"herald.md": article_with(bodies[1])}
    )


def _broken(text: Callable[[int], str], name: str, size: int) -> Files:
    return {"brief.yml": BRIEF, name: text(size)}


def _dead(size: int) -> Files:
    return {"links.yml": "".join(f'"https://a.example/{n}": 2026-03-04\n' for n in range(size // 42))}


def _dead_since_never(size: int) -> Files:
    return {"links.yml": "".join(f'"https://a.example/{n}": never\n' for n in range(size // 37))}


ATTACKS = [
    *(
        Attack(f"{kind}: {name}", enter, partial(_respelt, text), 480_000)
        for kind, enter in (("drift", line), ("lock anew", locked_anew))
        for name, text in of_text.TEXTS.items()
    ),
    *(
        Attack(f"{kind}, many: {name}{where}", enter, partial(_many, change), largest)
        for kind, enter in (("drift", line), ("lock anew", locked_anew))
        for name, change in CHANGES.items()
        for where, largest in (("", 990_000), (", as many as may be", 113_000))
    ),
    *(
        Attack(f"{kind}, long: {name}", enter, partial(_long, unit))
        for kind, enter in (("drift", line), ("lock anew", locked_anew))
        for name, unit in UNITS.items()
    ),
    *(
        Attack(f"drift, told by what is around: {count}", line, partial(_told_by, count), 990_000)
        for count in (1, 20, 400)
    ),
    *(
        Attack(f"{kind}: {name}", line, partial(_broken, text, file))
        for kind, file in (("lock", "brief.lock.yml"), ("dead links", "links.yml"))
        for name, text in of_yaml.TEXTS.items()
    ),
    Attack("dead links: many", line, _dead, 990_000),
    Attack("dead links: many without a day", line, _dead_since_never, 990_000),
]
