"""A made-up site as it lies on disk: its briefs, articles and register, read to be edited and written again."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.invention.amounts import Day
from benchmarks.invention.facts import TONGUES
from benchmarks.invention.names import pick
from benchmarks.invention.register import Register
from benchmarks.invention.reports import Source
from benchmarks.invention.yaml_text import yaml_text


@dataclass(slots=True)
class Article:
    """An article's file: front matter and paragraphs."""

    path: Path
    front: dict[str, Any]
    paragraphs: list[str]

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return "\n\n".join(self.paragraphs)

    def save(self) -> None:
        """Writes the file."""
        self.path.write_text(f"---\n{yaml_text(self.front)}---\n\n{self.body}\n", encoding="utf-8")


def folders_of(root: Path) -> list[Path]:
    """Those of its briefs, in order."""
    return sorted(path.parent for path in (root / "briefs").glob("*/brief.yml"))


def some_brief(root: Path, dice: random.Random) -> tuple[Path, dict[str, Any]]:
    """A brief's folder, and its brief.yml."""
    folder = pick(dice, folders_of(root))
    return folder, read(folder / "brief.yml")


def read(path: Path) -> dict[str, Any]:
    """A YAML file; every scalar is a text, but that a correction is minor."""
    return parsed(path.read_text("utf-8"))


def parsed(text: str) -> dict[str, Any]:
    """The same of a text."""
    entries: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes texts and nothing else
    for correction in entries.get("corrections", []):
        if "minor" in correction:
            correction["minor"] = True
    return entries


def save(folder: Path, entries: Mapping[str, object]) -> None:
    """Writes brief.yml."""
    (folder / "brief.yml").write_text(yaml_text(entries), encoding="utf-8")


def article_of(folder: Path, source: str) -> Article:
    """A source's article."""
    path = folder / "articles" / f"{source}.md"
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return Article(path, parsed(front), body.strip().split("\n\n"))


def day_of(text: str) -> Day:
    """A day of ISO 8601."""
    return Day(*map(int, text.split("-")))


def addresses_of(root: Path) -> dict[str, str]:
    """Every slug and old slug, and the slug of whose it is."""
    found: dict[str, str] = {}
    for folder in folders_of(root):
        aliases = read(folder / "brief.yml").get("aliases", [])
        found |= dict.fromkeys((folder.name, *aliases), folder.name)
    return found


def relate(entries: dict[str, Any], related: list[str]) -> None:
    """Names these as related briefs, or none."""
    entries.pop("related", None)
    if related:
        entries["related"] = related


def reports_of(entries: Mapping[str, Any], source: str) -> Iterator[dict[str, Any]]:
    """Every report of a source."""
    for one in entries["claims"]:
        listed = one["reports"].get(source, [])
        yield from listed if isinstance(listed, list) else [listed]


def parts_of(entries: Mapping[str, Any], source: str) -> Iterator[str]:
    """Every passage of a source that a quote needs: whole, or around what it leaves out."""
    notes = [note for note in entries.get("notes", []) if note["source"] == source]
    for holder in (*reports_of(entries, source), *notes):
        for key in ("quote", "via_quote"):
            for text in texts_in(holder.get(key, [])):
                yield from text.split(" [...] ")


def texts_in(value: object) -> Iterator[str]:
    """Every text, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)


def source_of(name: str, article: Article) -> Source:
    """The source of an article that is there, to which passages may be added."""
    front = article.front
    named = frozenset(filter(None, (front["outlet"], front.get("based_on", ""))))
    tongue = TONGUES[front["language"]]
    return Source(name, tongue, front["outlet"], front["title"], day_of(front["published"]), named)


def register_of(root: Path) -> Register:
    """The register as parties.yml has it."""
    parties = read(root / "briefs" / "parties.yml")
    kinds: dict[str, list[str]] = {}
    for id_, party_ in parties.items():
        kinds.setdefault(party_["kind"], []).append(id_)
    return Register(
        parties,
        tuple(kinds["newspaper"] + kinds["broadcaster"]),
        tuple(kinds["agency"]),
        tuple(kinds["government"] + kinds["organisation"]),
        tuple(kinds["person"]),
    )
