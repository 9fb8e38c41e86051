"""A long brief: completion costs a small part of a check, and waits for none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytest_lsp import client_capabilities

from benchmarks.lsp import BRIEF, long_brief
from generator.lsp.completion import complete
from generator.lsp.pen import Client
from generator.lsp.positions import Ruler

from .conftest import spoken_to
from .editor import CURSOR, Editor
from .made import desk_at, place_of

LINES = 3000


def test_completion_costs_a_small_part_of_a_check(tmp_path: Path) -> None:
    text = long_brief(tmp_path, LINES)
    assert text.count("\n") >= LINES
    desk, _ = desk_at(tmp_path, BRIEF, text)
    begin = time.process_time()
    assert desk.site.check("long").problems == ()
    check = time.process_time() - begin
    at = text.index("quote: ", len(text) // 2) + len("quote: ")
    costs = []
    for typed in ("t", "th", "the", "the r", "the report", "the report counts"):
        begun = text[:at] + typed + text[text.index("\n", at) :]
        desk.site.type(BRIEF, begun)
        begin = time.process_time()
        sheet = desk.sheet
        assert sheet is not None
        items = complete(desk, sheet, place_of(begun, at + len(typed)), Ruler(sheet.lines, None), Client())
        costs.append(time.process_time() - begin)
        assert items
    assert sorted(costs)[len(costs) // 2] < check / 3


@pytest.mark.asyncio(loop_scope="module")
async def test_completion_waits_for_no_check(tmp_path: Path) -> None:
    text = long_brief(tmp_path, LINES)
    at = text.index("quote: ", len(text) // 2) + len("quote: ")
    async with spoken_to(client_capabilities("visual-studio-code")) as client:
        editor = Editor(tmp_path, client)
        editor.open(BRIEF, text)  # the whole of it is checked now
        items = await editor.complete(BRIEF, text[:at] + "the rep" + CURSOR + text[text.index("\n", at) :])
        assert items
        assert editor.uri(BRIEF) not in client.diagnostics, "the check was done first"
        problems = await editor.problems(BRIEF)
        assert "quote-not-found" in {problem.code for problem in problems}
