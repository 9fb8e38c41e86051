"""Where things lead, and who refers to them."""

from __future__ import annotations

import pytest
from lsprotocol import types as lsp

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from .editor import Editor
from .marks import marked, within

pytestmark = pytest.mark.asyncio(loop_scope="module")

STORM = "briefs/storm/brief.yml"

HURT = "at least 40 people were hurt"
LEADS = [
    ("a quote", within("at least 40 people were hurt"), ALDER, "at least 40 people were hurt"),
    ("a bare report", within("The fire began at noon"), ALDER, "The fire began at noon on Friday"),
    ("a passage of a chain", within("Ottilie Brandt told Overland Wire"), ALDER, "Ottilie Brandt told Overland Wire"),
    ("a note's quote", within("a warehouse of the town"), BIRCH, "a warehouse of the town"),
    ("words left out", marked("at least 40 people were hurt", "at least ▲40 [...] hurt"), ALDER, HURT),
    ("a slip", marked("at least 40 people were hurt", "at least ▲50 people were hurt"), ALDER, HURT),
    ("a party", within("captain"), REGISTER, "captain"),
    ("a party in a chain", within("minister"), REGISTER, "minister"),
    ("a source", marked("[alder, birch]", "[al▲der, birch]"), ALDER, ""),
    ("a source of a report", within("      birch:"), BIRCH, ""),
    ("a source of a note", marked("- source: birch", "- source: bi▲rch"), BIRCH, ""),
    ("a related brief", within("[storm]"), STORM, ""),
    ("a claim", marked("claim: hurt\n", "claim: hu▲rt\n"), BRIEF, "hurt"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "name", "there"), LEADS, ids=[row[0] for row in LEADS])
async def test_a_reference_leads_to_what_it_names(
    editor: Editor, what: str, text: str, name: str, there: str
) -> None:
    assert await editor.definition(BRIEF, text) == [(name, there)]


async def test_a_quote_that_stands_twice_leads_to_both(editor: Editor) -> None:
    text = marked("alder: The fire began at noon on Friday", "alder: People ▲saw the")
    assert await editor.definition(BRIEF, text) == [(ALDER, "People saw the")] * 2


async def test_the_place_is_right_whatever_stands_before_it(editor: Editor) -> None:
    body = FILES[ALDER].replace("It is said that", "  e\u0301te\u0301 🚢 𝔘\u00a0that")
    editor.type(ALDER, body)
    assert await editor.definition(BRIEF, within("at least 40 people")) == [
        (ALDER, "at least 40 people were hurt")
    ]


async def test_an_articles_outlet_leads_to_the_register(editor: Editor) -> None:
    text = marked("outlet: alder", "outlet: al▲der", ALDER)
    assert await editor.definition(ALDER, text) == [(REGISTER, "alder")]
    text = marked("part_of: town", "part_of: to▲wn", REGISTER)
    assert await editor.definition(REGISTER, text) == [(REGISTER, "town")]


async def test_references_lead_nowhere_from_prose(editor: Editor) -> None:
    assert await editor.definition(BRIEF, within("Two reports of a fire")) == []
    assert await editor.definition(ALDER, within("Nobody could say", ALDER)) == []


async def test_a_partys_references_are_everywhere(editor: Editor) -> None:
    found = await editor.references(REGISTER, within("alder:", REGISTER))
    everywhere = [REGISTER, ALDER, "briefs/storm/articles/alder.md"]
    assert sorted(found) == sorted((name, "alder") for name in everywhere)
    found = await editor.references(BRIEF, marked("via: captain", "via: cap▲tain"))
    assert sorted(found) == [(REGISTER, "captain"), (BRIEF, "captain")]


async def test_a_sources_references_are_in_its_brief(editor: Editor) -> None:
    found = await editor.references(BRIEF, within("      birch:"))
    assert found == [(BRIEF, "birch")] * 4


async def test_a_passages_references_are_its_quotations(editor: Editor) -> None:
    found = await editor.references(ALDER, within("at least 40 people were hurt", ALDER))
    assert found == [(BRIEF, "at least 40 people were hurt")]


async def test_the_outline_shows_claims_and_who_reports_them(editor: Editor) -> None:
    editor.open(BRIEF)
    document = lsp.TextDocumentIdentifier(editor.uri(BRIEF))
    found = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    assert found is not None
    shown = [(s.name, s.detail) for s in found if isinstance(s, lsp.DocumentSymbol)]
    assert shown[:3] == [
        ("hurt", "Some people were hurt"),
        ("began", "The fire began on the last day of February"),
        ("birch", "The town let it in 2019."),
    ]
    assert isinstance(found[0], lsp.DocumentSymbol)
    assert [child.name for child in found[0].children or []] == ["alder", "birch"]


async def test_a_file_is_laid_out_as_by_fmt(editor: Editor) -> None:
    editor.type(BRIEF, FILES[BRIEF].replace("title: Fire in the port", "title:   Fire in the port  "))
    params = lsp.DocumentFormattingParams(
        lsp.TextDocumentIdentifier(editor.uri(BRIEF)), lsp.FormattingOptions(2, insert_spaces=True)
    )
    edits = await editor.client.text_document_formatting_async(params)
    assert edits is not None
    assert len(edits) == 1, "the one line that changes"
    editor.make(lsp.WorkspaceEdit(changes={editor.uri(BRIEF): list(edits)}))
    assert editor.texts[BRIEF] == FILES[BRIEF]
    editor.type(BRIEF, FILES[BRIEF].replace("title: Fire", 'title:   "Fire'))
    assert not await editor.client.text_document_formatting_async(params), "a broken file stays as it is"
