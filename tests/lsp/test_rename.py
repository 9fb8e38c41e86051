"""An id by another name everywhere, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import client_capabilities

from generator.model.settings import Settings
from generator.pipeline import check

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from .conftest import put, spoken_to
from .editor import Editor
from .marks import marked, within

pytestmark = pytest.mark.asyncio(loop_scope="module")

STORM = "briefs/storm/articles/alder.md"


def whole(editor: Editor) -> bool:
    """Whether the site has no problem, as it stands on disk once all is saved."""
    for name, text in editor.texts.items():
        if (editor.root / name).exists():
            (editor.root / name).write_bytes(text.encode("utf-8"))
    return check(editor.root, Settings()).problems == ()


async def test_a_party_is_renamed_in_the_register_in_briefs_and_in_articles(editor: Editor) -> None:
    change = await editor.rename(REGISTER, within("alder:", REGISTER), "gazette")
    assert editor.make(change) == {REGISTER, ALDER, STORM}
    assert editor.read(ALDER) == FILES[ALDER].replace("outlet: alder", "outlet: gazette")
    assert editor.read(REGISTER) == FILES[REGISTER].replace("alder:", "gazette:")
    assert whole(editor)


async def test_a_party_is_renamed_from_where_it_is_named(editor: Editor) -> None:
    text = marked("via: captain", "via: cap▲tain")
    editor.make(await editor.rename(BRIEF, text, "skipper"))
    assert editor.read(BRIEF) == FILES[BRIEF].replace("via: captain", "via: skipper")
    assert "skipper:" in editor.read(REGISTER)
    assert whole(editor)


async def test_a_partys_part_of_follows(editor: Editor) -> None:
    editor.make(await editor.rename(REGISTER, marked("town:", "to▲wn:", REGISTER), "vinterhavn"))
    assert "part_of: vinterhavn" in editor.read(REGISTER)
    assert "of the town" in editor.read(BRIEF), "words are no ids"
    assert whole(editor)


async def test_a_source_is_renamed_with_its_file(editor: Editor) -> None:
    change = await editor.rename(BRIEF, within("      birch:"), "mail")
    editor.make(change)
    assert editor.read(BRIEF) == (
        FILES[BRIEF].replace("      birch:", "      mail:").replace("alder, birch", "alder, mail")
        .replace("source: birch", "source: mail").replace("[birch]", "[mail]")
    )  # fmt: skip
    assert not (editor.root / BIRCH).exists()
    moved = (editor.root / "briefs/port/articles/mail.md").read_text("utf-8")
    assert moved == FILES[BIRCH].replace("outlet: birch\n", "outlet: birch\naliases: [birch]\n")
    assert whole(editor)


async def test_a_drafts_source_leaves_no_alias(editor: Editor) -> None:
    text = within("      birch:").replace("status: published", "status: draft")
    editor.make(await editor.rename(BRIEF, text, "mail"))
    assert (editor.root / "briefs/port/articles/mail.md").read_text("utf-8") == FILES[BIRCH]


async def test_a_published_claim_keeps_its_old_id_as_an_alias(editor: Editor) -> None:
    change = await editor.rename(BRIEF, marked("- id: hurt", "- id: hu▲rt"), "injured")
    editor.make(change)
    assert editor.read(BRIEF) == FILES[BRIEF].replace(
        "- id: hurt", "- id: injured\n    aliases: [hurt]"
    ).replace("claim: hurt\n", "claim: injured\n")
    assert whole(editor)


@pytest.mark.parametrize(
    ("aliases", "becomes"),
    [
        ("aliases: [old]  # c", "aliases: [old, hurt]  # c"),
        ("aliases: []", "aliases: [hurt]"),
        ("aliases:\n      - old  # c", "aliases:\n      - old  # c\n      - hurt"),
        ("aliases:", "aliases: [hurt]"),
    ],
)
async def test_one_more_alias_joins_the_others(editor: Editor, aliases: str, becomes: str) -> None:
    old = "- id: hurt\n"
    text = marked(old, f"- id: hu▲rt\n    {aliases}\n")
    editor.make(await editor.rename(BRIEF, text, "injured"))
    assert f"- id: injured\n    {becomes}\n" in editor.read(BRIEF)
    assert whole(editor)


async def test_a_drafts_claim_leaves_no_alias(editor: Editor) -> None:
    text = marked("- id: hurt", "- id: hu▲rt").replace("status: published", "status: draft")
    editor.make(await editor.rename(BRIEF, text, "injured"))
    assert "aliases" not in editor.read(BRIEF)
    assert whole(editor)


async def test_a_claim_on_one_line_is_renamed_too(editor: Editor) -> None:
    storm = "briefs/storm/brief.yml"
    text = FILES[storm].replace("{id: storm,", "{id: st▲orm,")
    editor.make(await editor.rename(storm, text, "gale"))
    assert "{id: gale, aliases: [storm], claim:" in editor.read(storm)
    assert whole(editor)


REFUSED = [
    (BRIEF, within("      birch:"), "Mail", "is no id"),
    (BRIEF, within("      birch:"), "alder", "There is “alder” already"),
    (BRIEF, marked("- id: hurt", "- id: hu▲rt"), "began", "There is “began” already"),
    (REGISTER, within("alder:", REGISTER), "birch", "There is “birch” already"),
    (REGISTER, within("alder:", REGISTER), "unknown", "is no id"),
    (BRIEF, within("Fire in the port"), "x", "Nothing that has an id"),
]


@pytest.mark.parametrize(("name", "text", "new", "why"), REFUSED)
async def test_what_cannot_be_is_refused_with_the_reason(
    editor: Editor, name: str, text: str, new: str, why: str
) -> None:
    with pytest.raises(JsonRpcException, match=why):
        await editor.rename(name, text, new)


async def test_a_file_that_cannot_be_read_is_not_passed_by(editor: Editor) -> None:
    editor.type(BRIEF, FILES[BRIEF].replace("tags: [port, fire]", "tags: [port, fire"))
    with pytest.raises(JsonRpcException, match="can’t be read"):
        await editor.rename(REGISTER, within("captain:", REGISTER), "skipper")


async def test_what_can_be_renamed_is_told_beforehand(editor: Editor) -> None:
    async def prepared(marked_text: str) -> object:
        document, position = editor._typed(BRIEF, marked_text)
        params = lsp.PrepareRenameParams(document, position)
        return await editor.client.text_document_prepare_rename_async(params)

    found = await prepared(marked("via: captain", 'via: "cap▲tain"'))
    assert isinstance(found, lsp.PrepareRenamePlaceholder)
    assert found.placeholder == "captain"
    assert found.range.end.character - found.range.start.character == len("captain")
    assert await prepared(within("Fire in the port")) is None
    assert await prepared(marked("via: captain", "via: several peo▲ple")) is None


async def test_a_client_that_renames_no_files_is_told_to(tmp_path: Path, files: dict[str, str]) -> None:
    able = client_capabilities("visual-studio-code")
    assert able.workspace is not None
    assert able.workspace.workspace_edit is not None
    able.workspace.workspace_edit.resource_operations = []
    async with spoken_to(able) as client:
        editor = Editor(put(tmp_path, files), client)
        editor.make(await editor.rename(BRIEF, within("      birch:"), "mail"))
        assert "mail:" in editor.read(BRIEF)
        assert [message.message for message in client.messages] == [
            "Rename briefs/port/articles/birch.md to briefs/port/articles/mail.md too."
        ]
