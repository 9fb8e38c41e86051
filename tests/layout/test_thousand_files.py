"""A thousand random valid files, laid out: no comment, no paragraph and no value is lost."""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import groupby
from random import Random

import pytest

from generator.layout import lay_out, lay_out_article, lay_out_file
from generator.load import load_article, load_yaml
from generator.load.folder import BriefFolder, Folder
from generator.model.settings import Settings
from generator.model.source import Tree
from generator.pipeline import check_folder

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from .scribe import Scribe

FILES_OF_A_BATCH = 100
BATCHES = 10
FREE = ("title", "summary", "claim", "note", "why", "measure", "scope", "was", "now", "name", "role")
"""Keys whose text is the editor's own: anything may stand there."""

TEXTS = (
    "no", "12:30", "1.50", "~", "null", "true", "…", "å–“ö”", "日本語。", "'", '"', "\\", "a\\", "'' \"\"",
    "- a", "# b", "a: b", "a #b", "[a", "{", "? c", "! a", "& a", "* a", "> a", "| a", "% a", "@ a", "` a", "--- a",
    "... a", "a,b", "a]b", "a  b", " in front", "two\nlines", "two\n\nparagraphs", "an end\n", "two ends\n\n",
    "a\n  b\nc", "x " * 60 + "x",
)  # fmt: skip


def varied(value: object, random: Random, key: str = "") -> object:
    """The tree with other words where any may stand."""
    if isinstance(value, dict):
        return {name: varied(item, random, name) for name, item in value.items()}
    if isinstance(value, list):
        return [varied(item, random, key) for item in value]
    is_free = key in FREE and value != "hurt"  # the claim that a correction names
    return random.choice(TEXTS) if is_free and random.random() < 0.5 else value


@cache
def trees() -> dict[str, dict[str, object]]:
    found = {}
    for file in (BRIEF, REGISTER):
        tree, _ = load_yaml(file, FILES[file].encode())
        assert tree is not None
        found[file] = tree.value
    for file in (ALDER, BIRCH):
        manuscript, _ = load_article(file, FILES[file].encode())
        assert manuscript is not None
        found[file] = manuscript.front.value
    return found  # type: ignore[return-value]


def written(seed: int) -> tuple[str, dict[str, object], str]:
    """The file that the seed names, the tree that it says, and its text."""
    random = Random(seed)  # noqa: S311 - nothing is to be kept secret
    file = random.choice([BRIEF, BRIEF, BRIEF, REGISTER, ALDER, BIRCH])
    tree = varied(trees()[file], random)
    assert isinstance(tree, dict)
    return file, tree, Scribe(seed, marks=not file.endswith(".md")).document(tree)


def told(tree: Tree, text: str) -> list[object]:
    """What stands in a text in order: keys and values by their paths, comments, and the blank lines that part these.

    Found by the loader's places and by the comments' numbers, not by what lays out.
    """
    lines = text.split("\n")
    found = [((place.line, place.column), ("key", path)) for path, place in tree.keys.items()]
    found += [((place.line, place.column), ("value", path)) for path, place in tree.values.items() if place]
    for number, line in enumerate(lines, 1):
        found += [
            ((number, m.start() + 1), ("comment", m[0].rstrip())) for m in re.finditer(r"# c\d+.*", line)
        ]
        if not line.strip():
            found.append(((number, 1), ("blank", ())))
    ordered = [what for _, what in sorted(found, key=lambda item: (item[0], item[1][0]))]
    joined = [what for what, _ in groupby(ordered)]
    while joined and joined[0] == ("blank", ()):
        joined.pop(0)
    while joined and joined[-1] == ("blank", ()):
        joined.pop()
    return list(joined)


def loaded(text: str) -> Tree:
    tree, problems = load_yaml("f.yml", text.encode())
    assert problems == [], (problems, text)
    assert tree is not None
    return tree


@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_is_lost(batch: int) -> None:
    changed = 0
    for seed in range(batch * FILES_OF_A_BATCH, (batch + 1) * FILES_OF_A_BATCH):
        file, tree, text = written(seed)
        assert loaded(text).value == tree, f"the scribe wrote something else in {seed}"
        assert problems_of({**FILES, file: filed(file, text)}) == [], seed
        laid = lay_out(text)
        assert laid is not None, f"{seed} was left as it is:\n{text}"
        assert loaded(laid).value == tree, seed
        assert told(loaded(laid), laid) == told(loaded(text), text), f"{seed}:\n{text}\n===\n{laid}"
        assert "".join(laid.split()) == "".join(text.split()), seed
        assert lay_out(laid) == laid, f"{seed} changes again:\n{laid}"
        changed += laid != text
    assert changed > FILES_OF_A_BATCH * 0.9, "the files were laid out already: nothing was shown"


@pytest.mark.parametrize("seed", range(0, 1000, 20))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_files_keep_their_line_ends_their_mark_and_their_articles_text(
    seed: int, line_end: str, mark: bytes
) -> None:
    file, _, text = written(seed)
    raw = mark + filed(file, text).replace("\n", line_end).encode()
    laid = lay_out_article(raw) if file.endswith(".md") else lay_out_file(raw)
    assert laid is not None
    assert laid.startswith(codecs.BOM_UTF8) == bool(mark)
    expected = lay_out(f"{text}\n" if file.endswith(".md") and not text.endswith("\n") else text)
    assert laid == mark + filed(file, expected or "").replace("\n", line_end).encode()


def filed(file: str, text: str) -> str:
    """The text as the file that it is for: as front matter above the body where that is an article."""
    if not file.endswith(".md"):
        return text
    body = FILES[file].split("---\n", 2)[2]
    return f"---\n{text}{'' if text.endswith(chr(10)) else chr(10)}---\n{body}"


def problems_of(files: dict[str, str]) -> list[object]:
    """What checking the files finds."""
    briefs = {}
    for slug in ("port", "storm"):
        name = f"briefs/{slug}"
        articles = {
            file.rsplit("/", 1)[1].removesuffix(".md"): text.encode()
            for file, text in files.items()
            if file.startswith(f"{name}/articles/")
        }
        briefs[slug] = BriefFolder(slug, name, files[f"{name}/brief.yml"].encode(), articles)
    folder = Folder(REGISTER, files[REGISTER].encode(), briefs)
    return list(check_folder(folder, Settings(drafts=True)).problems)
