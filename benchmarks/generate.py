"""Writes a whole site of N briefs of varied, made-up text: `python -m benchmarks.generate N OUT`."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import yaml

PLACES = ["Arnvik", "Belmora", "Castrell", "Dunhaven", "Eskford", "Farsund Bay", "Gorlitza", "Holmwick"]
ACTORS = [
    "the harbour board",
    "the transport union",
    "the regional council",
    "the coast guard",
    "the mill's owner",
]
VERBS = ["announced", "confirmed", "described", "disputed", "reviewed", "delayed", "approved", "measured"]
THINGS = """a new ferry route|repairs to the eastern pier|the closing of two berths|a dredging contract|the spring
inspection|an agreement on night shifts|a survey of the seabed|higher mooring fees""".replace(
    "\n", " "
).split("|")
ENDS = """before the end of the season|after three days of talks|in spite of earlier doubts|with support from both
parties|as the plan of last year says|for the first time in a decade""".replace("\n", " ").split("|")
COUNTS = ["workers", "passengers", "containers", "households", "vessels", "tonnes of gravel"]


def generate(number: int, out: Path, seed: int = 20261122) -> None:
    """A site root of `number` briefs (2 to 4 sources, 8 to 15 claims each) below `out`, the same for one seed."""
    dice = random.Random(seed)  # noqa: S311 - data for a benchmark, not a secret
    (out / "site_src").mkdir(parents=True, exist_ok=True)
    (out / "briefs").mkdir(exist_ok=True)
    _write(out / "mkdocs.yml", yaml.safe_dump(_config()))
    outlets = {f"outlet-{n}": {"name": f"Outlet No {n}", "kind": "newspaper"} for n in range(12)}
    agencies = {f"agency-{n}": {"name": f"Agency No {n}", "kind": "agency"} for n in range(4)}
    _write(out / "briefs/parties.yml", yaml.safe_dump(outlets | agencies))
    for index in range(number):
        _brief(out / "briefs" / f"brief-{index:05}", index, dice, list(outlets), list(agencies))


# --- Private functions ---


def _config() -> dict[str, Any]:
    return {
        "site_name": "Benchmark",
        "site_url": "https://example.org/",
        "docs_dir": "site_src",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", "briefs"],
        "nav": [{"Home": "index.md"}, {"Briefs": "briefs/index.md"}],
        "not_in_nav": "/briefs/*/**\n/tags/\n/outlets/\n/parties/\n",
    }


def _brief(folder: Path, index: int, dice: random.Random, outlets: list[str], agencies: list[str]) -> None:
    sources = [f"source-{n}" for n in range(dice.randint(2, 4))]
    bodies: dict[str, list[str]] = {source: [] for source in sources}
    claims = []
    for number in range(dice.randint(8, 15)):
        reporting = dice.sample(sources, dice.randint(1, len(sources)))
        claims.append(_claim(number, reporting, bodies, dice, agencies))
    day = f"{2020 + index % 6}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    brief = {
        "title": f"{_sentence(dice)} ({index})",
        "summary": f"{_sentence(dice)}. {_sentence(dice)}.",
        "date": day,
        "tags": dice.sample(["harbour", "labour", "transport", "money", "weather"], 2),
        "sources": sources,
        "claims": claims,
    }
    _write(folder / "brief.yml", yaml.safe_dump(brief, sort_keys=False, allow_unicode=True))
    chosen = dice.sample(outlets, len(sources))
    for source, outlet in zip(sources, chosen, strict=True):
        front = {
            "outlet": outlet,
            "title": _sentence(dice),
            "published": day,
            "language": "en",
            "rights": "full",
        }
        paragraphs = bodies[source] or [_sentence(dice) + "."]
        while sum(map(len, paragraphs)) < 4500:
            paragraphs.insert(dice.randrange(len(paragraphs) + 1), _paragraph(dice))
        body = "\n\n".join(paragraphs)
        _write(folder / "articles" / f"{source}.md", f"---\n{yaml.safe_dump(front)}---\n\n{body}\n")


def _claim(
    number: int, reporting: list[str], bodies: dict[str, list[str]], dice: random.Random, agencies: list[str]
) -> dict[str, Any]:
    amount = dice.randint(2, 90) * 100
    what = dice.choice(COUNTS)
    reports = {}
    for source in reporting:
        stated = amount if dice.random() < 0.7 else amount * 2
        quote = f"about {stated:,} {what} of case {number} in {dice.choice(PLACES)}"
        bodies[source].append(f"{_sentence(dice)}. The report counts {quote}, {dice.choice(ENDS)}.")
        report: dict[str, Any] = {"quote": quote, "value": f"about {stated}"}
        if dice.random() < 0.5:
            report["via"] = [dice.choice(agencies)]
        reports[source] = report
    return {"id": f"claim-{number}", "claim": _sentence(dice), "measure": what, "reports": reports}


def _sentence(dice: random.Random) -> str:
    actor = dice.choice(ACTORS)
    return (
        f"{actor.capitalize()} of {dice.choice(PLACES)} {dice.choice(VERBS)} {dice.choice(THINGS)} "
        f"worth {dice.randint(2, 990)} thousand crowns {dice.choice(ENDS)}"
    )


def _paragraph(dice: random.Random) -> str:
    return " ".join(_sentence(dice) + "." for _ in range(dice.randint(2, 4)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
