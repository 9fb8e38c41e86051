"""An editor's slips, made at random in a valid brief: where each must be reported, and what must be named there."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from generator.load import load_yaml
from generator.model.brief import (
    Annotations,
    Assessment,
    Claim,
    Correction,
    Entry,
    Note,
    Overrule,
    Report,
    Selector,
)
from generator.model.source import Path, Tree

_WORD = re.compile(r"[\w’'-]+")
_SHAPES: tuple[tuple[tuple[str, ...], type[Entry]], ...] = (
    ((), Annotations),
    (("claims",), Claim),
    (("claims", "reports", "*"), Report),
    (("claims", "assessment"), Assessment),
    (("claims", "overrule"), Overrule),
    (("notes",), Note),
    (("corrections",), Correction),
    (("claims", "reports", "*", "quote"), Selector),
)


@dataclass(frozen=True)
class Mutation:
    """A brief's text with one slip; `lines` in which a problem is due (from 1), `names` that it must tell."""

    kind: str
    text: str
    lines: frozenset[int]
    names: tuple[str, ...]
    what: str


def mutations(text: str, dice: random.Random) -> list[Mutation]:
    """Every slip of each kind that `text`, a valid brief in block style, gives room for."""
    page = _Page(text)
    kinds: list[Callable[[_Page, random.Random], Iterator[Mutation]]] = [
        _dropped,
        _misspelt,
        _moved,
        _altered,
    ]
    return [mutation for kind in kinds for mutation in kind(page, dice)]


# --- Private ---


class _Page:
    """A brief's lines and the keys that begin a line, by path."""

    def __init__(self, text: str) -> None:
        tree, problems = load_yaml("brief.yml", text.encode())
        assert tree is not None, problems
        self.tree: Tree = tree
        self.lines = text.split("\n")
        self.keys = {
            path: place
            for path, place in tree.keys.items()
            if re.fullmatch(r" *(- +)*", self.lines[place.line - 1][: place.column - 1])
        }

    def shape(self, path: Path) -> type[Entry] | None:
        """What kind of mapping the key at `path` stands in."""
        steps = [str(step) for step in path[:-1] if not isinstance(step, int)]
        if len(steps) > 2 and steps[:2] == ["claims", "reports"]:
            steps[2] = "*"
        return next((entry for at, entry in _SHAPES if list(at) == steps), None)

    def extent(self, path: Path) -> tuple[int, int]:
        """The lines of a key and its value, half open, from 0."""
        place = self.keys[path]
        end = place.line
        while end < len(self.lines) and (not self.lines[end].strip() or self._indent(end) >= place.column):
            end += 1
        while not self.lines[end - 1].strip():
            end -= 1
        return place.line - 1, end

    def siblings(self, path: Path) -> set[str]:
        return {str(other[-1]) for other in self.tree.keys if other[:-1] == path[:-1]}

    def _indent(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))


def _dropped(page: _Page, _: random.Random) -> Iterator[Mutation]:
    """A key that is required, with its value; the first line of its mapping is where it is missed."""
    for path, place in page.keys.items():
        shape = page.shape(path)
        field = shape.model_fields.get(str(path[-1])) if shape else None
        if field is None or not field.is_required() or len(page.siblings(path)) < 2:
            continue
        start, end = page.extent(path)
        lead = page.lines[start][: place.column - 1]
        rest = page.lines[end:]
        if "-" in lead:
            if not rest or not rest[0].strip() or rest[0].lstrip().startswith("#"):
                continue
            rest = [lead + rest[0][len(lead) :], *rest[1:]]
        text = "\n".join([*page.lines[:start], *rest])
        tree, _problems = load_yaml("brief.yml", text.encode())
        assert tree is not None
        first = min(other.line for at, other in tree.keys.items() if at[:-1] == path[:-1])
        yield Mutation("dropped", text, frozenset({first}), (str(path[-1]),), str(path))


def _misspelt(page: _Page, dice: random.Random) -> Iterator[Mutation]:
    """A key, a source's id among them, with one letter too many, too few, another, or two exchanged."""
    for path, place in page.keys.items():
        word = str(path[-1])
        slip = _slip(word, dice)
        if slip in page.siblings(path) or len(word) < 3:
            continue
        line = page.lines[place.line - 1]
        at = place.column - 1
        wrong = line[:at] + slip + line[at + len(word) :]
        yield _replaced(page, "misspelt", place.line - 1, wrong, (word,), f"{path}: {slip}")


def _slip(word: str, dice: random.Random) -> str:
    at, letter = dice.randrange(len(word) - 1), dice.choice(ascii_lowercase)
    before, here, after = word[:at], word[at : at + 2], word[at + 1 :]
    slips = [before + after, before + letter + after, before + letter + word[at:]]
    return dice.choice([*slips, before + here[::-1] + word[at + 2 :]] if here[0] != here[1] else slips)


def _moved(page: _Page, dice: random.Random) -> Iterator[Mutation]:
    """A key on one line, put below a key of another kind of mapping, which can't have it."""
    for path, place in page.keys.items():
        start, end = page.extent(path)
        if end - start > 1 or "- " in page.lines[start][: place.column - 1] or not page.shape(path):
            continue
        others = [at for at in page.keys if _is_strange(page, at, str(path[-1])) and at != path[: len(at)]]
        for beside in dice.sample(others, min(1, len(others))):
            below = page.extent(beside)[1]
            line = " " * (page.keys[beside].column - 1) + page.lines[start].strip()
            lines = [*page.lines[:below], line, *page.lines[below:]]
            gone = start if start < below else start + 1
            text = "\n".join(lines[:gone] + lines[gone + 1 :])
            due = frozenset({below if start < below else below + 1})
            yield Mutation("moved", text, due, (str(path[-1]),), f"{path} below {beside}")


def _is_strange(page: _Page, beside: Path, key: str) -> bool:
    shape = page.shape(beside)
    return shape is not None and key not in shape.model_fields and key not in page.siblings(beside)


def _altered(page: _Page, dice: random.Random) -> Iterator[Mutation]:
    """A quotation in which a word is another, is missing, is put in, or has changed places with its neighbour."""
    for path, value in _quotations(page):
        place = page.tree.values[path]
        start = place.line - 1
        folded = page.lines[start][place.column - 1 :].startswith((">", "|"))
        rows = range(start + 1, start + 1 + value.count("\n") + 12) if folded else range(start, start + 1)
        words = [
            (row, word)
            for row in rows
            if row < len(page.lines)
            for word in _WORD.finditer(page.lines[row], 0 if folded else place.column - 1)
        ][: len(_WORD.findall(value))]
        if [word[0] for _, word in words] != _WORD.findall(value) or len(words) < 4:
            continue
        due = frozenset(range(place.line, words[-1][0] + 2))
        for how in ("replaced", "left out", "put in", "exchanged"):
            row, word = words[dice.randrange(1, len(words) - 1)]
            wrong, names = _reworded(page.lines[row], word, how, dice)
            if wrong != page.lines[row]:
                lines = [*page.lines[:row], wrong, *page.lines[row + 1 :]]
                yield Mutation(f"a word {how}", "\n".join(lines), due, names, f"{path}: {names}")


def _quotations(page: _Page) -> Iterator[tuple[Path, str]]:
    for path in page.tree.values:
        node: object = page.tree.value
        for step in path:
            node = node[step]  # type: ignore[index]
        steps = [step for step in path if not isinstance(step, int)]
        bare = len(steps) == 3 and steps[:2] == ["claims", "reports"]
        if isinstance(node, str) and (bare or (steps and steps[-1] in {"quote", "via_quote", "exact"})):
            yield path, node


def _reworded(line: str, word: re.Match[str], how: str, dice: random.Random) -> tuple[str, tuple[str, ...]]:
    """The line with the slip, and the words that the remedy must show."""
    before, after = line[: word.start()], line[word.end() :]
    if how == "replaced":
        return before + dice.choice(["harbour", "never", "later", "minister", "17"]) + after, (word[0],)
    if how == "left out":
        return before + after.lstrip(" "), (word[0],)
    if how == "put in":
        new = dice.choice(["very", "not", "allegedly", "two"])
        return f"{before}{new} {word[0]}{after}", (new,)
    following = _WORD.search(line, word.end())
    if following is None or following[0].casefold() == word[0].casefold():
        return line, ()
    between = line[word.end() : following.start()]
    return before + following[0] + between + word[0] + line[following.end() :], (word[0], following[0])


def _replaced(page: _Page, kind: str, row: int, line: str, names: tuple[str, ...], what: str) -> Mutation:
    text = "\n".join([*page.lines[:row], line, *page.lines[row + 1 :]])
    return Mutation(kind, text, frozenset({row + 1}), names, what)
