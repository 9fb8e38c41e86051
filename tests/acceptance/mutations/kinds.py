"""Ways to spoil a valid file: each gives the new text, the lines at which a problem is due, and what it must name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from generator.lsp.asked import words
from generator.model.brief import Annotations, Claim, Note, Report
from generator.model.source import Location, Path
from generator.validate.shape import keys

from .page import Page


@dataclass(frozen=True)
class Mutation:
    """A text in place of a file's. `due` are lines, from 1; `named` are texts of which the problem must hold one."""

    kind: str
    file: str
    text: str
    due: frozenset[int]
    named: tuple[str, ...]
    what: str


Way: TypeAlias = Callable[[Page, Random], Iterator[tuple[str, set[int], tuple[str, ...], str]]]

IDS = ("source", "sources", "unchecked", "via", "outlet", "based_on", "part_of", "related", "supersedes")
"""Keys whose values are ids."""

STRANGERS = ("zeppelin", "purple", "seventeen", "allegedly", "not")


def misspelt(word: str, dice: Random) -> str:
    """The word with one slip of the fingers: a letter left out, doubled or changed, or two the wrong way round."""
    at = dice.randrange(1, len(word))
    match dice.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + dice.choice("abcdeiorstu".replace(word[at], "")) + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def dropped_key(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A key that must be there is gone: due at the first line of its mapping."""
    for path, model, place in page.entries(own_line=True):
        key = str(path[-1])
        if not keys(model)[key]:
            continue
        block = page.block(place)
        lines = list(page.lines)
        head = lines[block.start][: place.column - 1]
        siblings = [p for p in page.tree.keys if p[:-1] == path[:-1] and len(p) == len(path)]
        if "-" in head:
            following = next((n for n in range(block.stop, page.end) if lines[n].strip()), None)
            if len(siblings) < 2 or following is None or lines[following].lstrip().startswith("#"):
                continue
            lines[following] = head + lines[following][place.column - 1 :]
        elif len(siblings) < 2:
            continue
        first = page.tree.at(path[:-1]).line
        gone = set(block)
        kept = [line for n, line in enumerate(lines) if n not in gone]
        due = first
        if block.start + 1 == first and "-" not in head:
            due = (
                1 + min(n for n in range(first, page.end) if n not in gone and lines[n].strip()) - len(block)
            )
        yield "\n".join(kept), {due}, (f"`{key}`",), key


def misspelt_key(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A key with a slip: due at its line, and the right one must be named."""
    for path, model, place in page.entries():
        key, wrong = str(path[-1]), misspelt(str(path[-1]), dice) if len(str(path[-1])) > 1 else ""
        if wrong and wrong != key and wrong not in keys(model) and page.part(place) == key:
            yield page.with_part(place, wrong), {place.line}, (f"`{key}`",), f"{key} -> {wrong}"


def moved_key(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A key of one mapping stands in another that has no such key: due where it stands now."""
    if not page.name.endswith("brief.yml"):
        return
    targets = [
        (p, m, at) for p, m, at in page.entries(own_line=True) if m in (Annotations, Claim, Report, Note)
    ]
    for path, model, place in targets:
        key, block = str(path[-1]), page.block(place)
        others = [
            (m, at) for _, m, at in targets if key not in keys(m) and m is not model and at.line > block.stop
        ]
        first = page.lines[block.start][: place.column - 1]
        if len(block) > 1 or "-" in first or not others or keys(model)[key]:
            continue
        _, other = dice.choice(others)
        at = page.block(other).stop
        moved = " " * (other.column - 1) + page.lines[block.start].lstrip()
        lines = [*page.lines[: block.start], *page.lines[block.stop : at], moved, *page.lines[at:]]
        yield "\n".join(lines), {at - len(block) + 1}, (f"`{key}`",), f"{key} into line {at}"


def wrong_indent(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A line stands one or two columns from where it should."""
    for path, _, place in page.entries(own_line=True):
        line, block = page.lines[place.line - 1], page.block(place)
        shift = dice.choice([-1, 1, 2])
        before = page.lines[place.line - 2] if place.line > 1 else ""
        alone = sum(other[:-1] == path[:-1] for other in page.tree.keys) < 2  # it may stand where it likes
        if (
            alone
            or "-" in line[: place.column - 1]
            or len(block) > 1
            or place.column < 3
            or not before.strip()
        ):
            continue
        moved = " " * (place.column - 1 + shift) + line.lstrip()
        told = ("ndent", f"`{path[-1]}`", "quotes")
        yield page.with_line(place.line - 1, moved), {place.line}, told, f"{path[-1]} by {shift}"


def altered_quote(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A quotation with a word left out, put in, changed, or two the wrong way round; on one line or on several."""
    for path, text, place in _quotes(page):
        lines = range(place.line - 1, place.line)
        if page.part(place)[:1] in ("|", ">") and path in page.tree.keys:
            lines = range(place.line, page.block(page.tree.keys[path]).stop)
        start = 0 if lines.start >= place.line else place.column - 1
        written = "\n".join(page.lines[lines.start : lines.stop])[start:]
        found = list(re.finditer(r"[^\s\"'{}\[\],:#]+", written[: place.length] if start else written))
        if len(found) < 5 or "[...]" in text:
            continue
        at = dice.randrange(1, len(found) - 2)
        word, following = found[at], found[at + 1]
        stranger = dice.choice([s for s in STRANGERS if s != word[0]])
        new = {
            0: "",
            1: f"{stranger} {word[0]}",
            2: stranger,
            3: following[0] + written[word.end() : following.start()] + word[0],
        }
        way = dice.randrange(4)
        end = following.end() if way == 3 else word.end() + (way == 0)
        changed = written[: word.start()] + new[way] + written[end:]
        if following[0] == word[0] and way == 3:
            continue
        before = page.lines[lines.start][:start] if start else ""
        spoilt = [*page.lines[: lines.start], before + changed, *page.lines[lines.stop :]]
        yield "\n".join(spoilt), {place.line}, (word[0],), changed


def altered_number(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A quotation with another number in it."""
    for _, text, place in _quotes(page):
        found = re.search(r"\d+", text)
        if found and page.part(place) == text:
            wrong = str(int(found[0]) + dice.randint(1, 9))
            new = text[: found.start()] + wrong + text[found.end() :]
            yield page.with_part(place, new), {place.line}, (found[0],), new


def altered_figure(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A `value` that isn't the quotation's."""
    for path, text, place in page.texts():
        found = re.search(r"\d+", text)
        if path[-1] == "value" and found and page.part(place).strip("\"'") == text:
            wrong = str(int(found[0]) + dice.randint(1, 9))
            line = page.lines[place.line - 1]
            start = line.index(found[0], place.column - 1)
            new = line[:start] + wrong + line[start + len(found[0]) :]
            yield page.with_line(place.line - 1, new), {place.line}, (found[0],), f"{text} -> {wrong}"


def wrong_id(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """An id of a source, a party, a brief or a claim with a slip."""
    sources = _sources(page)
    for path, place in page.tree.keys.items():
        if len(path) == 4 and path[2] == "reports" and page.part(place) == path[-1]:
            wrong = misspelt(str(path[-1]), dice)
            yield page.with_part(place, wrong), {place.line}, (f"`{path[-1]}`",), f"{path[-1]} -> {wrong}"
    for path, text, place in page.texts():
        names = [step for step in path if isinstance(step, str)]
        key = next((name for name in reversed(names) if name != "together"), "")
        is_id = key in (
            "source",
            "sources",
            "unchecked",
            "via",
            "outlet",
            "based_on",
            "part_of",
            "related",
            "supersedes",
        )
        is_claim = names == ["corrections", "claim"]
        is_word = bool(re.fullmatch(r"[a-z0-9-]{3,}", text)) and text != "unknown"
        if (
            (is_id or is_claim)
            and is_word
            and page.part(place) == text
            and (text in sources or key != "sources")
        ):
            wrong = misspelt(text, dice)
            yield page.with_part(place, wrong), {place.line}, (f"`{text}`",), f"{text} -> {wrong}"


def wrong_word(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A word of a closed list with a slip."""
    for path, text, place in page.texts():
        model = page.models(path[:-1])
        if model is None or text not in words(model, str(path[-1])) or page.part(place) != text:
            continue
        wrong = misspelt(text, dice)
        if wrong not in words(model, str(path[-1])):
            yield page.with_part(place, wrong), {place.line}, (f"`{text}`",), f"{text} -> {wrong}"


def bad_date(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A date that there is not, or that is written otherwise."""
    for _, text, place in page.texts():
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or page.part(place) != text:
            continue
        year, month, day = text.split("-")
        wrong = dice.choice(
            [f"{year}-13-{day}", f"{year}-{month}-32", f"{day}/{month}/{year}", f"{day}.{month}.{year}",
             f"{year}-{int(month)}-{int(day)}", f"{year}/{month}/{day}", f"{int(day)} March {year}", "yesterday"]
        )  # fmt: skip
        if wrong != text:
            yield page.with_part(place, wrong), {place.line}, ("write ", "there is no"), wrong


def no_colon(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A key without its colon, or without the space behind it."""
    for path, _, place in page.entries(own_line=True):
        line = page.lines[place.line - 1]
        at = place.column - 1 + place.length
        if line[at : at + 2] == ": ":
            new = line[:at] + line[at + 1 :] if dice.random() < 0.5 else line[: at + 1] + line[at + 2 :]
            yield (
                page.with_line(place.line - 1, new),
                {place.line},
                (":", "colon"),
                f"{path[-1]}: {new.strip()}",
            )


def lost_mark(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A quotation mark, a bracket or a brace without its other half."""
    pairs = {'"': '"', "'": "'", "[": "]", "{": "}"}
    for number, line in enumerate(page.lines[: page.end]):
        for found in re.finditer(r"(?<=: )([\"'\[{]).*([\"'\]}])(?=\s*$)", line):
            if pairs[found[1]] == found[2]:
                at = found.end(2) - 1 if dice.random() < 0.6 else found.start(1)
                told = ("lose", "quote", "bracket", "indent", found[1], found[2])
                yield page.with_line(number, line[:at] + line[at + 1 :]), {number + 1}, told, line.strip()


def key_twice(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A key that stands in its mapping again."""
    for path, _, place in page.entries(own_line=True):
        block = page.block(place)
        again = [
            " " * (place.column - 1) + page.lines[block.start][place.column - 1 :],
            *page.lines[block.start + 1 : block.stop],
        ]
        lines = [*page.lines[: block.stop], *again, *page.lines[block.stop :]]
        yield "\n".join(lines), {block.stop + 1}, (f"`{path[-1]}`", f"line {place.line}"), str(path[-1])


def tab(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A tab in place of two spaces."""
    for path, _, place in page.entries(own_line=True):
        line = page.lines[place.line - 1]
        if line.startswith("  "):
            yield page.with_line(place.line - 1, "\t" + line[2:]), {place.line}, ("spaces",), str(path[-1])


def text_cut(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A colon or a number sign within a plain text."""
    for path, text, place in page.texts():
        if " " not in text or page.part(place) != text or path[-1] in ("via",):
            continue
        at = text.index(" ")
        sign = dice.choice([": ", " #"])
        new = text[:at] + sign + text[at + 1 :]
        yield page.with_part(place, new), {place.line}, ("quotes", "uote"), new


def same_id(page: Page, dice: Random) -> Iterator[tuple[str, set[int], tuple[str, ...], str]]:
    """A claim with the id of another."""
    ids = [(text, place) for path, text, place in page.texts() if path[0] == "claims" and path[2:] == ("id",)]
    for number, (_, place) in enumerate(ids[1:]):
        other, first = dice.choice(ids[: number + 1])
        yield page.with_part(place, other), {place.line}, (f"line {first.line}",), other


WAYS: dict[str, Way] = {
    "a required key dropped": dropped_key,
    "a key misspelt": misspelt_key,
    "a key moved to another mapping": moved_key,
    "a line at another indentation": wrong_indent,
    "a quote altered by a word": altered_quote,
    "a number in a quote": altered_number,
    "a figure": altered_figure,
    "an id misspelt": wrong_id,
    "a word of a list misspelt": wrong_word,
    "a date": bad_date,
    "a colon": no_colon,
    "a mark without its other half": lost_mark,
    "a key twice": key_twice,
    "a tab": tab,
    "a sign within a text": text_cut,
    "a claim's id twice": same_id,
}


def _quotes(page: Page) -> Iterator[tuple[Path, str, Location]]:
    """The quotations of a brief, each on one line."""
    if page.name.endswith("brief.yml"):
        for path, text, place in page.texts():
            named = [step for step in path if isinstance(step, str)]
            if (
                named[-1:] == ["exact"]
                or named[-1:] in (["quote"], ["via_quote"])
                or (named[:2] == ["claims", "reports"] and len(named) == 3)
            ):
                yield path, text, place


def _sources(page: Page) -> set[str]:
    return {str(path[-1]) for path in page.tree.keys if len(path) == 4 and path[2] == "reports"}
