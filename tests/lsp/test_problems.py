"""Problems while typing: of what is typed, at their places, and gone when they are mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pytest_lsp import client_capabilities

from ..acceptance.broken.port import ALDER, BRIEF, FILES, REGISTER
from .conftest import put, spoken_to
from .editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")
BIRCH_QUOTE = "43 people were probably hurt"


async def test_a_brief_without_a_problem_has_none(editor: Editor) -> None:
    editor.open(BRIEF)
    assert await editor.problems(BRIEF) == []


async def test_a_quote_is_checked_while_it_is_typed(editor: Editor) -> None:
    editor.open(BRIEF)
    await editor.problems(BRIEF)
    editor.type(BRIEF, FILES[BRIEF].replace(BIRCH_QUOTE, "44 people were probably hurt"))
    told = {str(problem.code): problem for problem in await editor.problems(BRIEF)}
    problem = told["quote-not-found"]
    line = FILES[BRIEF].split("\n").index(f"        quote: {BIRCH_QUOTE}")
    assert problem.range == lsp.Range(lsp.Position(line, 15), lsp.Position(line, 43))
    assert problem.severity is lsp.DiagnosticSeverity.Error
    assert problem.source == "briefs"
    assert problem.message.startswith("this is not in articles/birch.md\n")
    assert BIRCH_QUOTE in problem.message, "the remedy is a part of it"
    editor.type(BRIEF, FILES[BRIEF])
    assert await editor.problems(BRIEF) == []


async def test_what_is_typed_counts_and_what_is_on_disk_does_not(editor: Editor) -> None:
    editor.open(BRIEF)
    assert await editor.problems(BRIEF) == []
    editor.client.diagnostics.clear()
    editor.open(ALDER, FILES[ALDER].replace("at least 40 people", "at least 50 people"))
    codes = {problem.code for problem in await editor.problems(BRIEF)}
    assert "quote-not-found" in codes
    editor.client.diagnostics.clear()
    editor.close(ALDER)
    assert await editor.problems(BRIEF) == []


async def test_an_edit_of_the_register_is_checked_in_the_briefs_that_are_open(editor: Editor) -> None:
    editor.open(BRIEF)
    assert await editor.problems(BRIEF) == []
    editor.client.diagnostics.clear()
    editor.type(REGISTER, FILES[REGISTER].replace("captain:", "skipper:"))
    (problem,) = await editor.problems(BRIEF)
    assert problem.code == "unknown-party"
    editor.client.diagnostics.clear()
    editor.type(REGISTER, FILES[REGISTER])
    assert await editor.problems(BRIEF) == []


async def test_the_registers_own_problems_are_told_there(editor: Editor) -> None:
    editor.type(REGISTER, FILES[REGISTER].replace("kind: broadcaster", "kind: radio"))
    (problem,) = await editor.problems(REGISTER)
    assert problem.code == "unknown-word"
    editor.type(REGISTER, FILES[REGISTER])
    assert await editor.problems(REGISTER) == []


async def test_problems_of_an_article_are_told_in_its_file(editor: Editor) -> None:
    editor.open(BRIEF)
    editor.open(ALDER, FILES[ALDER].replace("rights: excerpts", "rights: all"))
    (problem,) = await editor.problems(ALDER)
    assert problem.code == "unknown-word"
    assert problem.range.start == lsp.Position(8, 8)


async def test_after_an_error_of_yaml_the_rest_is_checked_too(editor: Editor) -> None:
    text = FILES[BRIEF].replace("title: Fire", "title: @Fire").replace("hedge: probably", "hedge: perhaps")
    editor.type(BRIEF, text)
    codes = {problem.code for problem in await editor.problems(BRIEF)}
    assert "yaml-value" in codes
    assert len(codes) > 1


async def test_places_are_counted_in_utf_16(editor: Editor) -> None:
    text = FILES[BRIEF].replace("tags: [port, fire]", "tags: ['🚢𝔘é', [x]]")
    editor.type(BRIEF, text)
    (problem,) = await editor.problems(BRIEF)
    assert problem.range.start == lsp.Position(7, 16)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 21), ("utf-16", 16), ("utf-32", 14)])
async def test_places_are_counted_as_was_agreed(
    encoding: str, column: int, tmp_path: Path, files: dict[str, str]
) -> None:
    async with spoken_to(client_capabilities("visual-studio-code"), [encoding]) as client:
        editor = Editor(put(tmp_path, files), client)
        editor.type(BRIEF, FILES[BRIEF].replace("tags: [port, fire]", "tags: ['🚢𝔘é', [x]]"))
        (problem,) = await editor.problems(BRIEF)
        assert problem.range.start == lsp.Position(7, column)


async def test_a_warning_is_one(editor: Editor) -> None:
    unused = "briefs/port/articles/cedar.md"
    editor.open(BRIEF)
    await editor.problems(BRIEF)
    editor.type(unused, FILES[ALDER].replace("alder", "cedar"))
    (problem,) = await editor.problems(unused)
    assert problem.severity is lsp.DiagnosticSeverity.Warning


async def test_what_is_closed_has_no_problems_any_more(editor: Editor) -> None:
    editor.type(BRIEF, FILES[BRIEF].replace("status: published", "status: publish"))
    assert await editor.problems(BRIEF)
    editor.close(BRIEF)
    assert await editor.problems(BRIEF) == []


async def test_what_changes_on_disk_is_checked_anew(editor: Editor) -> None:
    editor.open(BRIEF)
    assert await editor.problems(BRIEF) == []
    (editor.root / ALDER).write_text(FILES[ALDER].replace("at noon", "at one"), encoding="utf-8")
    editor.client.diagnostics.clear()
    changed = lsp.FileEvent(editor.uri(ALDER), lsp.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([changed]))
    assert {problem.code for problem in await editor.problems(BRIEF)} == {"quote-not-found"}
