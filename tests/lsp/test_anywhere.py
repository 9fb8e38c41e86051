"""Any text, any place: an answer or none, never an exception; and what is offered stands where it is asked for."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.lsp.completion import complete
from generator.lsp.fixes import fixes
from generator.lsp.formatting import laid_out
from generator.lsp.hover import hover
from generator.lsp.pen import Client
from generator.lsp.positions import Ruler
from generator.lsp.rename import renamable, rename
from generator.lsp.symbols import symbols
from generator.lsp.targets import definition, references

from ..acceptance.broken.port import ALDER, BRIEF, FILES, REGISTER
from ..acceptance.broken.test_noise import NOISE
from .made import desk_at, place_of, written

ROUNDS = 150


def noisy(text: str, dice: Random) -> str:
    """The text with a few things in it that nobody would write, or without a few that somebody did."""
    for _ in range(dice.randint(1, 4)):
        at, length = dice.randrange(len(text) + 1), dice.choice([0, 0, 1, 5, 40])
        text = text[:at] + dice.choice(["", *NOISE]) + text[at + length :]
    return text


@pytest.mark.parametrize("name", [BRIEF, ALDER, REGISTER])
@pytest.mark.parametrize("seed", range(3))
def test_every_question_has_an_answer_or_none(name: str, seed: int, tmp_path: Path) -> None:
    dice = Random(f"{name} {seed}")  # noqa: S311 - nothing is to be kept secret
    written(tmp_path, {"mkdocs.yml": "plugins: [briefs]", **FILES})
    for _ in range(ROUNDS):
        text = noisy(FILES[name], dice)
        desk, sheet = desk_at(tmp_path, name, text)
        ruler = Ruler(sheet.lines, None)
        symbols(desk, sheet)
        laid_out(sheet)
        for _ in range(8):
            place = place_of(text, dice.randrange(len(text) + 1))
            place = ruler.at(ruler.position(place))
            for item in complete(desk, sheet, place, ruler, Client(snippets=True)):
                assert item.text_edit is not None
                assert item.text_edit.range.start.line == place[0] == item.text_edit.range.end.line
                assert item.text_edit.range.start <= ruler.position(place) <= item.text_edit.range.end
            hover(desk, sheet, place, None)
            definition(desk, sheet, place)
            references(desk, sheet, place)
            renamable(desk, sheet, place)


@pytest.mark.parametrize("seed", range(4))
def test_every_problem_has_a_fix_or_none(seed: int, tmp_path: Path) -> None:
    dice = Random(seed)  # noqa: S311 - nothing is to be kept secret
    written(tmp_path, {"mkdocs.yml": "plugins: [briefs]", **FILES})
    for _ in range(20):
        desk, sheet = desk_at(tmp_path, BRIEF, noisy(FILES[BRIEF], dice))
        for problem in desk.site.check(desk.slug).problems:
            if problem.location.file == BRIEF:
                for change in fixes(desk, sheet, problem):
                    assert change.edits
        for _ in range(5):
            rename(desk, sheet, (dice.randrange(len(sheet.lines)), dice.randrange(20)), "another")


@pytest.mark.parametrize(
    "text", ["", "\n", "---", "---\n", "---\n---\n", "\ufeff", "\x00", "a", ":", "- ", "[", "{", '"']
)
@pytest.mark.parametrize("name", [BRIEF, ALDER, REGISTER])
def test_a_file_that_is_hardly_there_has_answers_too(name: str, text: str, tmp_path: Path) -> None:
    written(tmp_path, {"mkdocs.yml": "plugins: [briefs]", **FILES})
    desk, sheet = desk_at(tmp_path, name, text)
    for place in ((0, 0), (0, len(sheet.lines[0])), (len(sheet.lines) - 1, 0)):
        complete(desk, sheet, place, Ruler(sheet.lines, None), Client())
        hover(desk, sheet, place, desk.site.check(desk.slug))
        definition(desk, sheet, place)
    symbols(desk, sheet)
