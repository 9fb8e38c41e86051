"""Quick fixes: each is made as an editor makes it, and then the problem is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pytest_lsp import client_capabilities

from ..acceptance.broken import edits_of_words, edits_of_yaml
from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER, Edit, edited, unmarked
from .conftest import put, spoken_to
from .editor import Editor
from .marks import marked

pytestmark = pytest.mark.asyncio(loop_scope="module")

BARE = "alder: The fire began at noon on Friday"


async def mended(editor: Editor, name: str, text: str, code: str, title: str) -> str:
    """The text of a file after the fix with this title was made; its problem is gone, and no other came."""
    editor.type(name, text)
    before = await editor.problems(name)
    (problem,) = [problem for problem in before if problem.code == code]
    fixes = await editor.fixes(name, problem)
    (fix,) = [fix for fixed, fix in fixes.items() if fixed.startswith(title)]
    assert fix.kind == lsp.CodeActionKind.QuickFix
    assert fix.edit is not None
    assert fix.diagnostics is not None
    assert [each.code for each in fix.diagnostics] == [code]
    editor.client.diagnostics.clear()
    changed = editor.make(fix.edit)
    if name not in changed:
        editor.type(name, editor.texts[name])
    left = [problem.code for problem in await editor.problems(name)]
    assert left == [problem.code for problem in before if problem.code != code]
    return editor.texts[name]


SELECTED = "{quote: {exact: The fire began at, suffix: noon}}"
QUOTED = 'quote: "43 people were probably hurt"'
HURT, PLACE = "quote: 43 people were probably hurt", "quote: a warehouse of the town"
NEAREST = [
    ("a quote", HURT, "quote: 43 people were probaly hurt", HURT),
    ("a bare report", BARE, "alder: The fire began at noon on Thursday", BARE),
    ("a passage of a chain", "told Overland Wire", "told the Overland Wire", "told Overland Wire"),
    ("a note's quote", PLACE, "quote: a warehouse in the town", PLACE),
    ("a quoted quote", HURT, 'quote: "43 people was probably hurt"  # so', f'{QUOTED}  # so'),
    ("in a list", BARE, "alder: {quote: [The, fire begun at noon]}", "alder: {quote: [The, fire began at noon]}"),
    ("a selector", BARE, "alder: {quote: {exact: The fire begun at, suffix: noon}}", f"alder: {SELECTED}"),
    ("a folded quote", BARE, "alder: >-  # why\n        The fire began\n        at nine on Friday", f"{BARE} # why"),
    ("a part", BARE, "alder: The fire begun [...] on Friday", "alder: The fire began [...] on Friday"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "old", "new", "becomes"), NEAREST, ids=[row[0] for row in NEAREST])
async def test_a_quote_that_is_not_there_becomes_the_nearest_passage(
    editor: Editor, what: str, old: str, new: str, becomes: str
) -> None:
    text = await mended(
        editor, BRIEF, FILES[BRIEF].replace(old, new), "quote-not-found", "Replace by the nearest"
    )
    assert text == FILES[BRIEF].replace(old, becomes)


TWICE = [
    (BARE, "alder: People saw the", "alder: {quote: {exact: People saw the, prefix: "),
    (
        BARE,
        "alder:\n        quote: People saw the",
        "alder:\n        quote: {exact: People saw the, prefix: ",
    ),
    (
        BARE,
        "alder:\n        - People saw the  # c",
        "alder:\n        - {quote: {exact: People saw the, prefix: ",
    ),
    (BARE, "alder: {quote: [People saw the]}", "alder: {quote: [{exact: People saw the, prefix: "),
    (BARE, "alder: {quote: {exact: People saw the}}", "alder: {quote: {exact: People saw the, prefix: "),
    (
        BARE,
        "alder:\n        quote:\n          exact: 'People saw the'  # c\n\n        # d\n        stance: supports",
        "alder:\n        quote:\n          exact: 'People saw the'  # c\n          prefix: ",
    ),
    (
        BARE,
        "alder: >- # c\n        People saw\n        the",
        "alder: {quote: {exact: People saw the, prefix: ",
    ),
]


@pytest.mark.parametrize(("old", "new", "becomes"), TWICE)
@pytest.mark.parametrize("prefix", ["began.", "smoke."])
async def test_a_quote_that_stands_twice_gets_what_tells_which_is_meant(
    editor: Editor, old: str, new: str, becomes: str, prefix: str
) -> None:
    broken = FILES[BRIEF].replace(old, new)
    line = next(
        n for n, line in enumerate(FILES[ALDER].split("\n"), 1) if line.startswith("Nobody could say")
    )
    editor.type(BRIEF, broken)
    (problem,) = [problem for problem in await editor.problems(BRIEF) if problem.code == "quote-ambiguous"]
    titles = [title for title in await editor.fixes(BRIEF, problem) if prefix in title]
    assert [title.startswith(f"The one in line {line}") for title in titles] == [True]
    text = await mended(editor, BRIEF, broken, "quote-ambiguous", titles[0])
    assert f'{becomes}"{prefix}' in text
    for comment in ("# c", "# d"):
        assert (comment in text) == (comment in broken)


async def test_a_suffix_that_is_wrong_becomes_the_right_one(editor: Editor) -> None:
    line = next(
        n for n, line in enumerate(FILES[ALDER].split("\n"), 1) if line.startswith("Nobody could say")
    )
    text = FILES[BRIEF].replace(BARE, "alder: {quote: {exact: People saw the, suffix: fog}}")
    title = f"As it stands in line {line}: suffix “flames"
    text = await mended(editor, BRIEF, text, "quote-not-found", title)
    assert "suffix: flames" in text


async def test_the_headline_is_quoted_as_one(editor: Editor) -> None:
    for new in ("alder: Many hurt in the port", "alder:\n        quote: Many hurt in the port  # c"):
        text = await mended(
            editor, BRIEF, FILES[BRIEF].replace(BARE, new), "quote-not-found", "Quote the headline"
        )
        assert "in: title" in text


THERE = ("in a brief", "in a report", "a word in capitals")
"""Slips in which the right key stands there too."""

NEAR = [
    edit
    for edit in (*edits_of_words.WORDS, *edits_of_words.IDS, *edits_of_yaml.UNKNOWN_KEYS)
    if edit.near
    and edit.name not in THERE
    and edit.near != "mayor"
    and "name" not in edit.name
    and "captain" not in edit.new
]


@pytest.mark.parametrize("edit", NEAR, ids=[edit.name for edit in NEAR])
async def test_a_slip_of_spelling_becomes_what_was_meant(editor: Editor, edit: Edit) -> None:
    files, due = unmarked(edited(edit))
    (place,) = due
    name = place.file
    editor.type(name, files[name])
    found = [p for p in await editor.problems(name) if p.range.start.line == place.line - 1]
    fixes = await editor.fixes(name, found[0])
    fix = fixes[f"Replace by `{edit.near}`"]
    assert fix.is_preferred
    assert fix.edit is not None
    editor.client.diagnostics.clear()
    editor.make(fix.edit)
    left = [problem.code for problem in await editor.problems(name)]
    assert found[0].code not in left


@pytest.mark.parametrize("name", THERE)
async def test_what_would_then_stand_there_twice_is_not_offered(editor: Editor, name: str) -> None:
    (edit,) = [edit for edit in edits_of_yaml.UNKNOWN_KEYS if edit.name == name]
    files, _ = unmarked(edited(edit))
    editor.type(BRIEF, files[BRIEF])
    (problem,) = [problem for problem in await editor.problems(BRIEF) if problem.code == "unknown-key"]
    assert await editor.fixes(BRIEF, problem) == {}


PARTY = FILES[BRIEF].replace("via: captain", "via: harbour-master")


async def test_a_party_is_registered(editor: Editor) -> None:
    await mended(editor, BRIEF, PARTY, "unknown-party", "Register `harbour-master`")
    assert editor.read(REGISTER) == FILES[REGISTER] + "harbour-master:\n  name: Harbour Master\n"


@pytest.mark.parametrize(
    "register",
    [
        FILES[REGISTER].rstrip("\n"),
        FILES[REGISTER] + "\n# the end\n",
        FILES[REGISTER] + "...\n",
        FILES[REGISTER].replace("\n", "\r\n"),
        FILES[REGISTER] + "# c\nquay:\n  name: |+\n    Quay\n\n",
        "".join(f"  {line}\n" for line in FILES[REGISTER].splitlines()),
    ],
)
async def test_a_party_is_registered_whatever_the_register_looks_like(editor: Editor, register: str) -> None:
    editor.open(REGISTER, register)
    await mended(editor, BRIEF, PARTY, "unknown-party", "Register `harbour-master`")
    assert await editor.problems(REGISTER) == []
    for line in register.split("\n"):
        assert line.strip("\r") in editor.texts[REGISTER]
    if "\r" in register:
        assert editor.texts[REGISTER].count("\r\n") == editor.texts[REGISTER].count("\n")


async def test_an_outlet_is_registered_too_and_a_text_is_not(editor: Editor) -> None:
    text = marked("outlet: alder", "outlet: quay-news", ALDER)
    editor.open(BRIEF)
    await mended(editor, ALDER, text, "unknown-party", "Register `quay-news`")
    editor.type(BRIEF, FILES[BRIEF].replace("via: captain", "via: Harbour-Master"))
    (problem,) = [p for p in await editor.problems(BRIEF) if p.code == "unknown-party"]
    assert not [t for t in await editor.fixes(BRIEF, problem) if t.startswith("Register")], "it is no id"


async def test_a_register_is_made_where_there_is_none(editor: Editor) -> None:
    (editor.root / REGISTER).unlink()
    editor.open(BRIEF, PARTY)
    await editor.problems(BRIEF)
    # Without a register nothing is unknown to it: that it is missing is told, and where the first entry goes.
    editor.type(REGISTER, "")
    assert {problem.code for problem in await editor.problems(REGISTER)} == {"empty"}


async def test_where_nothing_is_wrong_nothing_is_offered(editor: Editor) -> None:
    editor.open(BRIEF)
    assert await editor.problems(BRIEF) == []
    everywhere = lsp.Diagnostic(lsp.Range(lsp.Position(0, 0), lsp.Position(60, 0)), "")
    assert await editor.fixes(BRIEF, everywhere) == {}


async def test_a_client_that_makes_no_files_is_not_asked_to(tmp_path: Path, files: dict[str, str]) -> None:
    able = client_capabilities("visual-studio-code")
    assert able.workspace is not None
    able.workspace.workspace_edit = None
    async with spoken_to(able) as client:
        editor = Editor(put(tmp_path, files), client)
        await mended(editor, BRIEF, PARTY, "unknown-party", "Register `harbour-master`")
        assert "harbour-master:" in editor.read(REGISTER)


async def test_fixes_fit_behind_emoji(editor: Editor) -> None:
    text = FILES[BRIEF].replace(BARE, "alder: {note: 🚢𝔘é, quote: The fire began at one}")
    text = await mended(editor, BRIEF, text, "quote-not-found", "Replace by the nearest")
    assert "alder: {note: 🚢𝔘é, quote: The fire began at noon}" in text


async def test_a_based_on_is_mended_in_the_article(editor: Editor) -> None:
    editor.open(BRIEF)
    text = await mended(editor, BIRCH, marked("telex", "telx", BIRCH), "unknown-party", "Replace by `telex`")
    assert text == FILES[BIRCH]
