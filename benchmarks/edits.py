"""Edits of a made-up site as an editor makes them, by dice; the site stays valid: `edit(root, dice)`."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate import write
from benchmarks.invention.briefs import TAGS, brief_files, new_claim, slug_of
from benchmarks.invention.facts import TONGUES, fact, worded
from benchmarks.invention.names import pick, place
from benchmarks.invention.reports import Source, settle
from benchmarks.invention.site import (
    Article,
    addresses_of,
    article_of,
    day_of,
    folders_of,
    parsed,
    parts_of,
    read,
    register_of,
    relate,
    reports_of,
    save,
    some_brief,
    source_of,
    texts_in,
)
from benchmarks.invention.tongue import sentence
from benchmarks.invention.yaml_text import yaml_text

_NUMBER = re.compile(r"\d+(?:[., ]\d+)*")
_TRIES = 20


def edit(root: Path, dice: random.Random) -> str:
    """What was done to the site at `root`, which `benchmarks.generate` wrote; the same for the same dice and site."""
    kinds = list(KINDS.values())
    while True:
        if done := pick(dice, kinds)(root, dice):
            return done


# --- Kinds: each says what it did, or nothing where its dice found nothing to edit ---


def retell(root: Path, dice: random.Random) -> str:
    """An article: a paragraph more or less, or a sentence more, none of them quoted."""
    folder, entries = some_brief(root, dice)
    article = article_of(folder, pick(dice, entries["sources"]))
    parts = list(parts_of(entries, article.path.stem))
    silent = [i for i, text in enumerate(article.paragraphs) if not any(part in text for part in parts)]
    if len(silent) > 3 and dice.random() < 0.3:
        del article.paragraphs[pick(dice, silent)]
    elif (said := _unquoted(article, parts, dice)) is None:
        return ""
    elif dice.random() < 0.5:
        article.paragraphs[pick(dice, range(len(article.paragraphs)))] += f" {said}"
    else:
        article.paragraphs.insert(pick(dice, range(len(article.paragraphs) + 1)), said)
    article.save()
    return f"{folder.name}: the text of {article.path.name}"


def retitle(root: Path, dice: random.Random) -> str:
    """An article's title, unless it is quoted."""
    folder, entries = some_brief(root, dice)
    article = article_of(folder, pick(dice, entries["sources"]))
    if any(report.get("in") == "title" for report in reports_of(entries, article.path.stem)):
        return ""
    title = TONGUES[article.front["language"]].say("headline", dice)
    article.front["title"] = title[0].upper() + title[1:]
    article.save()
    return f"{folder.name}: the title of {article.path.name}"


def republish(root: Path, dice: random.Random) -> str:
    """What may be shown of an article."""
    folder, entries = some_brief(root, dice)
    article = article_of(folder, pick(dice, entries["sources"]))
    old = article.front.get("rights", "excerpts")
    article.front["rights"] = pick(dice, [word for word in ("full", "excerpts", "none") if word != old])
    article.save()
    return f"{folder.name}: the rights of {article.path.name}"


def reword(root: Path, dice: random.Random) -> str:
    """A claim's wording."""
    folder, entries = some_brief(root, dice)
    claim = pick(dice, entries["claims"])
    claim["claim"] = worded(fact(day_of(entries["date"]), dice), TONGUES[entries["language"]], dice)
    save(folder, entries)
    return f"{folder.name}: the wording of {claim['id']}"


def recount(root: Path, dice: random.Random) -> str:
    """A figure: in its report, its quote and its article."""
    folder, entries = some_brief(root, dice)
    source = pick(dice, entries["sources"])
    article = article_of(folder, source)
    figures = [report for report in reports_of(entries, source) if "value" in report]
    if not figures:
        return ""
    report = pick(dice, figures)
    quote, found = report["quote"], _NUMBER.findall(report["value"])
    if not isinstance(quote, str) or "[...]" in quote or len(found) != 1:
        return ""
    number, new = found[0], str(int(dice.random() * 900) + 11)
    elsewhere = "\n".join(texts_in([*reports_of(entries, source), entries.get("notes", [])]))
    told = quote.replace(number, new)
    # the report itself says the number twice: in its quote and in its value
    if _NUMBER.findall(quote) != found or elsewhere.count(number) != 2 or article.body.count(quote) != 1:
        return ""
    if told in article.body or new == number:
        return ""
    report |= {"quote": told, "value": report["value"].replace(number, new)}
    article.paragraphs = [text.replace(quote, told) for text in article.paragraphs]
    article.save()
    save(folder, entries)
    return f"{folder.name}: {number} becomes {new} in {article.path.name}"


def claim(root: Path, dice: random.Random) -> str:
    """A new claim, and what its sources say of it."""
    folder, entries = some_brief(root, dice)
    names = dice.sample(entries["sources"], 1 + int(dice.random() * len(entries["sources"])))
    articles = {name: article_of(folder, name) for name in names}
    register, taken = (
        register_of(root),
        {name for one in entries["claims"] for name in (one["id"], *one.get("aliases", []))},
    )
    for _ in range(_TRIES):
        sources = [source_of(name, article) for name, article in articles.items()]
        made = new_claim(day_of(entries["date"]), sources, entries["language"], taken, register, dice)
        if any(_is_said(part, source) for source in sources for part in parts_of(entries, source.id)):
            continue
        for source in sources:
            articles[source.id].paragraphs += source.passages
            settle(source, articles[source.id].body)
            articles[source.id].save()
        entries["claims"].append(made)
        save(folder, entries)
        return f"{folder.name}: the new claim {made['id']}"
    return ""


def restate(root: Path, dice: random.Random) -> str:
    """Whether a brief is published."""
    folder, entries = some_brief(root, dice)
    old = entries.get("status", "published")
    entries["status"] = pick(dice, [word for word in ("published", "draft", "withdrawn") if word != old])
    save(folder, entries)
    return f"{folder.name}: from {old} to {entries['status']}"


def tag(root: Path, dice: random.Random) -> str:
    """A tag more: one that others have, or a new one."""
    folder, entries = some_brief(root, dice)
    new = place(dice) if dice.random() < 0.3 else pick(dice, TAGS)
    if new in entries["tags"]:
        return ""
    entries["tags"].append(new)
    save(folder, entries)
    return f"{folder.name}: the tag {new}"


def party(root: Path, dice: random.Random) -> str:
    """A party's name."""
    path = root / "briefs" / "parties.yml"
    parties = read(path)
    id_ = pick(dice, sorted(parties))
    parties[id_]["name"] = f"{place(dice)} {parties[id_]['name'].split()[-1]}"
    path.write_text(yaml_text(parties), encoding="utf-8")
    return f"the name of {id_}"


def add(root: Path, dice: random.Random) -> str:
    """A brief more."""
    index = int(dice.random() * 90_000) + 10_000
    known = addresses_of(root)
    if {slug_of(index), f"former-{index:05}"} & known.keys():
        return ""
    files = brief_files(index, int(dice.random() * 2**32), register_of(root))
    entries = parsed(files["brief.yml"])
    relate(entries, [slug for slug in entries.get("related", []) if slug in known])
    write(root / "briefs" / slug_of(index), {**files, "brief.yml": yaml_text(entries)})
    return f"{slug_of(index)}: added"


def rename(root: Path, dice: random.Random) -> str:
    """A brief's address; the old one stays among its aliases."""
    folder, entries = some_brief(root, dice)
    new = f"{place(dice)}-{place(dice)}".casefold()
    if new in addresses_of(root):
        return ""
    entries["aliases"] = [*entries.get("aliases", []), folder.name]
    save(folder, entries)
    folder.rename(folder.with_name(new))
    return f"{folder.name}: renamed {new}"


def delete(root: Path, dice: random.Random) -> str:
    """A brief less, of more than two; who named it names it no more."""
    addresses = addresses_of(root)
    folder, _ = some_brief(root, dice)
    if len(set(addresses.values())) <= 2:
        return ""
    gone = {address for address, slug in addresses.items() if slug == folder.name}
    shutil.rmtree(folder)
    for other in folders_of(root):
        entries = read(other / "brief.yml")
        if gone.intersection(entries.get("related", [])):
            relate(entries, [slug for slug in entries["related"] if slug not in gone])
            save(other, entries)
    return f"{folder.name}: deleted"


KINDS: dict[str, Callable[[Path, random.Random], str]] = {
    kind.__name__: kind
    for kind in (retell, retitle, republish, reword, recount, claim, restate, tag, party, add, rename, delete)
}


# --- Private functions ---


def _unquoted(article: Article, parts: list[str], dice: random.Random) -> str | None:
    """A sentence that holds nothing that is quoted."""
    said = sentence(TONGUES[article.front["language"]].say("filler", dice))
    return None if any(part in said for part in parts) else said


def _is_said(part: str, source: Source) -> bool:
    return any(part in passage for passage in source.passages)
