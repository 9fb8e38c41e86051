"""A thousand random valid files, edited by renaming and by quick fixes: no comment and no paragraph is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest

from generator.load import load_article, load_yaml
from generator.lsp.edits import Change, applied
from generator.lsp.fixes import fixes
from generator.lsp.rename import rename
from generator.lsp.site import Desk

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from ..layout.scribe import Scribe
from ..layout.test_thousand_files import filed, trees, varied
from .made import desk_at, written

BATCH = 100
Tree: TypeAlias = Any
Way: TypeAlias = Callable[[Desk, Tree, "Files"], None]


class Files:
    """The site as a random file makes it, and what an edit does to its text."""

    def __init__(self, root: Path, seed: int, file: str, tree: Tree) -> None:
        self.root, self.file, self.tree = root, file, tree
        text = filed(file, Scribe(seed, marks=not file.endswith(".md")).document(tree))
        self.line_end = "\r\n" if seed % 4 == 0 else "\n"
        self.text = text.replace("\n", self.line_end)
        self.desk, self.sheet = desk_at(root, file, self.text)

    def value(self, text: str) -> Tree:
        """What a text of the file says."""
        if self.file.endswith(".md"):
            manuscript, problems = load_article(self.file, text.encode())
            tree = manuscript.front if manuscript else None
        else:
            tree, problems = load_yaml(self.file, text.encode())
        assert problems == [], (problems, text)
        assert tree is not None
        return tree.value

    def after(self, change: Change) -> str:
        """The text with a change made; every comment and every paragraph is where it was."""
        text = applied(self.sheet, change.edits[self.file]).decode()
        assert told(text) == told(self.text), f"{self.text}\n=== {change.title}\n{text}"
        assert text.count(self.line_end) == text.count("\n"), "a line ends otherwise than the others"
        return text

    def rename(self, path: tuple[str | int, ...], new: str, *, key: bool = False) -> Change:
        """What renames the id at a path."""
        at = self.sheet.outline.find(path)
        assert at is not None, self.text
        node = self.sheet.outline.nodes[at]
        change, why = rename(self.desk, self.sheet, (node.line, node.column) if key else node.value, new)
        assert change is not None, f"{why}\n{self.text}"
        return change

    def fix(self, code: str, title: str) -> Change:
        """The quick fix of a problem of the file."""
        problems = self.desk.site.check(self.desk.slug).problems
        (problem,) = [p for p in problems if p.code == code and p.location.file == self.file]
        found = [change for change in fixes(self.desk, self.sheet, problem) if change.title.startswith(title)]
        assert found, f"{problem}\n{self.text}"
        self.desk.site.type(self.file, self.after(found[0]))
        left = self.desk.site.check(self.desk.slug).problems
        assert not [p for p in left if p.code == code], (problem, self.after(found[0]))
        self.desk.site.type(self.file, self.text)
        return found[0]


def told(text: str) -> list[str]:
    """Comments and blank lines, in order, whatever stands between them."""
    found = []
    for line in text.removesuffix("\n").split("\n"):
        comment = re.search(r"# c\d+.*", line)
        found += [comment[0].rstrip()] if comment else [""] if not line.strip() else []
    return found


def changed(tree: Tree, path: tuple[str | int, ...], value: object) -> Tree:
    """The tree with another value at a path."""
    copy = deepcopy(tree)
    at = copy
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return copy


ALDER_QUOTE = ("claims", 0, "reports", "alder", "quote")
VIA = ("claims", 0, "reports", "birch", "via")


def renamed_party(files: Files) -> None:
    change = files.rename(VIA, "skipper")
    assert files.value(files.after(change)) == changed(files.tree, VIA, "skipper")


def renamed_source(files: Files) -> None:
    change = files.rename(("claims", 0, "reports", "birch"), "mail", key=True)
    value = files.value(files.after(change))
    assert list(value["claims"][0]["reports"]) == ["alder", "mail"]
    assert value["sources"] == ["alder", "mail"]
    assert value["notes"][0]["source"] == "mail"
    assert value["claims"][1]["unchecked"] == ["mail"]


def renamed_claim(files: Files) -> None:
    change = files.rename(("claims", 0, "id"), "injured")
    value = files.value(files.after(change))
    claim = value["claims"][0]
    assert (claim["id"], claim.pop("aliases")) == ("injured", ["hurt"])
    expected = changed(files.tree, ("corrections", 0, "claim"), "injured")
    assert value == changed(expected, ("claims", 0, "id"), "injured")


def nearest_passage(files: Files) -> None:
    files.fix("quote-not-found", "Replace by the nearest")


def which_is_meant(files: Files) -> None:
    change = files.fix("quote-ambiguous", "The one in line")
    report = files.value(files.after(change))["claims"][1]["reports"]["alder"]
    assert report["quote"]["exact"] == "People saw the"


def what_was_meant(code: str) -> Callable[[Files], None]:
    def fixed(files: Files) -> None:
        files.fix(code, "Replace by")

    return fixed


def registered(files: Files) -> None:
    """The register gets an entry for a party that a brief names."""
    site = files.desk.site
    site.type(BRIEF, FILES[BRIEF].replace("via: captain", "via: harbour-pilot"))
    brief = Desk(site, BRIEF, "port")
    problems = [p for p in site.check("port").problems if p.code == "unknown-party"]
    assert brief.sheet is not None
    (change,) = [c for c in fixes(brief, brief.sheet, problems[0]) if c.title.startswith("Register")]
    entry = {"harbour-pilot": {"name": "Harbour Pilot"}}
    assert files.value(files.after(change)) == {**files.tree, **entry}


def outlet(files: Files) -> None:
    at = files.sheet.outline.find(("outlet",))
    assert at is not None
    change = files.rename(("outlet",), "gazette")
    assert files.value(files.after(change)) == changed(files.tree, ("outlet",), "gazette")


def register_entry(files: Files) -> None:
    change = files.rename(("town",), "vinterhavn", key=True)
    value = files.value(files.after(change))
    assert list(value) == ["vinterhavn" if id_ == "town" else id_ for id_ in files.tree]
    assert value["mayor"]["part_of"] == "vinterhavn"


WAYS: dict[str, list[tuple[Callable[[Tree], Tree], Callable[[Files], None]]]] = {
    BRIEF: [
        (lambda tree: tree, renamed_party),
        (lambda tree: tree, renamed_source),
        (lambda tree: tree, renamed_claim),
        (lambda tree: changed(tree, ALDER_QUOTE, "at least 50 people were hurt"), nearest_passage),
        (lambda tree: changed(tree, ("notes", 0, "quote"), "a warehouse in the town"), nearest_passage),
        (lambda tree: changed(tree, ("claims", 1, "reports", "alder"), "People saw the"), which_is_meant),
        (
            lambda tree: changed(
                tree, ("claims", 1, "reports", "alder"), {"quote": {"exact": "People saw the"}}
            ),
            which_is_meant,
        ),
        (lambda tree: changed(tree, VIA, "captian"), what_was_meant("unknown-party")),
        (lambda tree: changed(tree, ("sources", 1), "brich"), what_was_meant("unknown-source")),
        (lambda tree: changed(tree, ("status",), "publishd"), what_was_meant("unknown-word")),
        (lambda tree: changed(tree, ("notes", 0, "motivaton"), "describing"), what_was_meant("unknown-key")),
    ],
    REGISTER: [
        (lambda tree: tree, register_entry),
        (lambda tree: tree, registered),
        (lambda tree: changed(tree, ("mayor", "part_of"), "twon"), what_was_meant("unknown-party")),
    ],
    ALDER: [
        (lambda tree: tree, outlet),
        (lambda tree: changed(tree, ("rights",), "exerpts"), what_was_meant("unknown-word")),
    ],
    BIRCH: [
        (lambda tree: tree, outlet),
        (lambda tree: changed(tree, ("based_on",), "telx"), what_was_meant("unknown-party")),
    ],
}


@pytest.mark.parametrize("batch", range(10))
def test_nothing_is_lost(batch: int, tmp_path: Path) -> None:
    written(tmp_path, {"mkdocs.yml": "plugins: [briefs]\n", **FILES})
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        random = Random(seed)  # noqa: S311 - nothing is to be kept secret
        file = random.choice([BRIEF, BRIEF, BRIEF, REGISTER, ALDER, BIRCH])
        broken, way = random.choice(WAYS[file])
        tree = broken(varied(trees()[file], random))
        if "motivaton" in str(tree):
            del tree["notes"][0]["motivation"]
        way(Files(tmp_path, seed, file, tree))
