"""A large brief of made-up reports: six sources, forty claims, one article with sixty highlights.

`python -m tests.large OUT` writes it, with a configuration to build it by, and is the same at every run.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SLUG = "arne-flood"
SOURCES = 6
CLAIMS = 40
HIGHLIGHTS = 60
"""Of the Courier's article."""
OVERLAPPING = 10
FULL = "courier"

_FLOOD = Path(__file__).with_name("flood.yml")
_OWN_NOTES = 6
_CORROBORATED: list[list[str]] = [
    [],
    ["board"],
    ["hallow-wire", "police"],
    ["several residents"],
    ["telegraph-union", "ministry", "quill"],
    ["council"],
]
"""Chains that share nobody: whoever has them is independent of the others."""
_ANY: list[list[str]] = [
    [],
    ["council", "mayor"],
    ["hallow-wire", "board"],
    ["telegraph-union", "hallow-wire", "inspectors"],
    ["two lock keepers"],
    ["unknown"],
    ["police"],
    ["weather"],
]
_COUNTED = re.compile(r" (?:crowns|households|people|soldiers|sandbags|patients|men|volunteers)$")
"""What is no unit but what the claim's `measure` names."""
_SAID = {0: "", 1: "{0} said", 2: "{1} told {0}", 3: "{0} reported, quoting {1}, which had it from {2}"}


@dataclass(slots=True)
class _Desk:
    """What is being written: the texts of the articles, and dice."""

    parties: dict[str, dict[str, str]]
    dice: random.Random = field(default_factory=lambda: random.Random(1888))  # noqa: S311 - no secret
    sentences: dict[str, list[str]] = field(default_factory=dict)
    passages: int = 0
    """Of the Courier: how many of its passages are annotated so far."""


def make_large(root: Path) -> None:
    """The large brief and its register of parties, below `root`/briefs."""
    flood: dict[str, Any] = yaml.safe_load(_FLOOD.read_text("utf-8"))
    desk = _Desk(flood["parties"], sentences={source: [] for source in flood["sources"]})
    desk.passages = len(flood["overlaps"]) + _OWN_NOTES + sum("c" in c["who"] for c in flood["claims"])
    claims = [_claim(entry, flood["sources"], desk) for entry in flood["claims"]]
    sirens = next(claim for claim in claims if claim["id"] == "sirens")
    sirens["reports"][FULL] = {"quote": flood["overlaps"][8][0], "stance": "denies"}
    folder = root / "briefs" / SLUG
    _write(folder.parent / "parties.yml", _yaml(flood["parties"]))
    _write(folder / "brief.yml", _yaml(_head(list(flood["sources"])) | _tail(claims, flood)))
    for source, front in flood["sources"].items():
        text = "\n\n".join(_paragraphs(source, flood, desk))
        _write(folder / "articles" / f"{source}.md", f"---\n{_yaml(_front(source, front))}---\n\n{text}\n")


# --- Private functions ---


def _head(sources: list[str]) -> dict[str, Any]:
    return {
        "title": "The Arne flood: what six newsrooms say about the night the gate broke at Harrow Weir",
        "summary": "That nobody was killed and that the river stood higher than ever is corroborated. How high "
        "it rose, what it will cost and whether anybody was warned in time each newsroom tells in its own way.",
        "date": "2026-03-07",
        "updated": "2026-03-14",
        "author": "The desk",
        "reviewed_by": ["P. Sedge", "A. Marram"],
        "notice": "Made up: the river, the town, the newspapers and the people do not exist.",
        "tags": ["flood", "Wexcombe", "water board"],
        "sources": sources,
    }


def _tail(claims: list[dict[str, Any]], flood: dict[str, Any]) -> dict[str, Any]:
    by_id = {claim["id"]: claim for claim in claims}
    by_id["oil"]["overrule"] = {
        "status": "not comparable",
        "because": "time",
        "note": "The owner's figure is from Monday, when *one of the two tanks* was still under water.",
    }
    why = "Two of the four who say so have *read the report*; the Board has not denied it."
    by_id["cause-gate"]["assessment"] = {"likelihood": "likely", "confidence": "moderate", "why": why}
    by_id["level"]["note"] = (
        "The gauge itself was under water from two o'clock: each figure is somebody's reading of a wall."
    )
    by_id["aid"]["unchecked"] = ["kustposten"]
    overlaps = [{"source": FULL, "quote": quote, "note": note} for quote, note in flood["overlaps"]]
    own = [
        {
            "source": FULL,
            "quote": sentence.rstrip("."),
            "motivation": "describing",
            "note": "Seen by the reporter herself.",
        }
        for sentence in flood["filler"][:_OWN_NOTES]
    ]
    whole = {
        "source": "evening",
        "motivation": "classifying",
        "note": "A column, not a report: it is read as one.",
    }
    corrections = [
        {
            "date": "2026-03-12",
            "claim": "injured",
            "was": "Seventy people were injured",
            "now": "Seventeen",
            "why": "A slip.",
        },
        {"date": "2026-03-14", "was": "Harow Weir", "now": "Harrow Weir", "why": "Spelling.", "minor": True},
    ]
    return {"claims": claims, "notes": [*overlaps, *own, whole], "corrections": corrections}


def _claim(entry: dict[str, Any], sources: dict[str, Any], desk: _Desk) -> dict[str, Any]:
    words = iter(entry["words"])
    chains = _chains(entry, desk)
    names = {source[0]: source for source in sources}
    reports = {}
    for place, letter in enumerate(entry["who"]):
        wording = entry["sv"] if letter == "k" else next(words)
        report = _report(entry, place, wording, names[letter], chains[place], desk)
        reports[names[letter]] = report | _told_by(entry, place, letter)
    kept = {key: entry[key] for key in ("id", "claim", "when", "measure") if key in entry}
    return {**kept, "reports": reports}


def _told_by(entry: dict[str, Any], place: int, letter: str) -> dict[str, Any]:
    """What a report says besides its words: figure, scope, date, hedge, stance, translation."""
    lists = {"value": "figures", "scope": "scopes", "when": "dates", "hedge": "hedges"}
    told: dict[str, Any] = {key: entry[name][place] for key, name in lists.items() if name in entry}
    if "value" in told:
        told["value"] = _COUNTED.sub("", told["value"])
    for stance in ("denies", "questions"):
        if letter in entry.get(stance, ""):
            told["stance"] = stance
    if letter == "k":
        number = entry["figures"][place] if "figures" in entry else ""
        told["translation"] = {"text": entry["en"].format(n=number), "by": "the desk"}
    return told


def _chains(entry: dict[str, Any], desk: _Desk) -> list[list[str]]:
    count = len(entry["who"])
    if entry["kind"] == "repeated":
        last = entry["origin"]
        return [[last], ["hallow-wire", last], ["telegraph-union", "hallow-wire", last], [last]][:count]
    if entry["kind"] == "corroborated":
        return desk.dice.sample(_CORROBORATED, count)
    return desk.dice.sample(_ANY, count)


def _report(
    entry: dict[str, Any], place: int, wording: str, source: str, chain: list[str], desk: _Desk
) -> dict[str, Any]:
    """The report of one source; its sentence joins the article."""
    figure = entry["figures"][place] if "figures" in entry else ""
    filled = wording.format(n=figure)
    before, _, rest = filled.partition("[")
    quote, _, after = rest.partition("]")
    if not before:
        quote = quote[0].upper() + quote[1:]
    report: dict[str, Any] = {"quote": quote}
    sentence = before + quote + after
    if chain:
        report["via"] = list(chain)
    said = "" if source == "kustposten" or "unknown" in chain else _said(chain, desk)
    if said:
        is_room = source != FULL or desk.passages < HIGHLIGHTS
        if is_room and (source == FULL or place % 2):
            report["via_quote"] = {"exact": said, "prefix": sentence[-24:] + ", "}
            desk.passages += source == FULL
        sentence += f", {said}"
    desk.sentences[source].append(sentence + ".")
    return report


def _said(chain: list[str], desk: _Desk) -> str:
    names = [desk.parties.get(party, {"name": party})["name"] for party in chain]
    named = [name if name in chain or name.startswith(("Mayor", "Dara")) else f"the {name}" for name in names]
    return _SAID[len(chain)].format(*named)


def _paragraphs(source: str, flood: dict[str, Any], desk: _Desk) -> list[str]:
    """The sentences of one source, three or four to a paragraph, with others between that nobody annotates."""
    sentences = desk.sentences[source]
    filler = iter(flood["filler"] if source == FULL else flood["filler"][_OWN_NOTES:])
    paragraphs: list[str] = []
    while sentences:
        size = desk.dice.randint(2, 4)
        taken, sentences = sentences[:size], sentences[size:]
        between = next(filler, None) if source != "kustposten" else None
        if between:
            taken.insert(desk.dice.randint(0, len(taken)), between)
        paragraphs.append(" ".join(taken))
    if source == FULL:
        paragraphs.insert(3, flood["night"])
        paragraphs.insert(3, "## Lower Mill")
    return paragraphs


def _front(source: str, front: dict[str, Any]) -> dict[str, Any]:
    url = f"https://{front['outlet']}.example/2026/03/arne"
    return {"language": "en", "published": "2026-03-10", "accessed": "2026-03-14", "url": url, **front}


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
