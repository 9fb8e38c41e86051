"""What is said of the thing under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_lsp import client_capabilities

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from .conftest import put, spoken_to
from .editor import Editor
from .marks import marked, within

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def said(editor: Editor, name: str, text: str) -> str:
    found = await editor.hover(name, text)
    assert found is not None
    return found


async def test_a_quote_shows_its_paragraph_with_its_words_emphasised(editor: Editor) -> None:
    shown = await said(editor, BRIEF, within("at least 40 people were hurt"))
    line = (
        FILES[ALDER]
        .split("\n")
        .index("It is said that at least 40 people were hurt, Ottilie Brandt told Overland Wire.")
    )
    assert shown == (
        f"The Alder Gazette, articles/alder.md, line {line + 1}\n\n"
        "> It is said that **at least 40 people were hurt**, Ottilie Brandt told Overland Wire."
    )


async def test_each_part_of_a_quote_with_words_left_out_is_emphasised(editor: Editor) -> None:
    text = marked("alder: The fire began at noon on Friday", "alder: The fire [...] on Fri▲day")
    assert "> **The fire** began at noon **on Friday** in the old part" in await said(editor, BRIEF, text)


async def test_a_quote_that_is_not_there_shows_what_is(editor: Editor) -> None:
    text = marked("alder: The fire began at noon on Friday", "alder: The fire began at o▲ne on Friday")
    assert "nearest, line 12: “The fire began at noon on Friday" in await said(editor, BRIEF, text)


async def test_a_quote_of_what_stands_too_often_is_not_sought(editor: Editor) -> None:
    editor.type(ALDER, FILES[ALDER] + "\n" + "They put it out. " * 2500)
    text = marked("alder: The fire began at noon on Friday", "alder: They put [...] it o▲ut")
    assert "“They put” stands too often in articles/alder.md" in await said(editor, BRIEF, text)


async def test_what_an_article_says_is_no_markdown(editor: Editor) -> None:
    editor.type(ALDER, FILES[ALDER].replace("People saw the smoke", "<b>People</b> saw *the* `smoke`"))
    text = marked("alder: The fire began at noon on Friday", "alder: <b>People</b> s▲aw")
    shown = await said(editor, BRIEF, text)
    assert r"**\<b\>People\</b\> saw** \*the\* \`smoke\`" in shown


@pytest.mark.parametrize("place", ["Some people were hurt", "  - id: hurt", "    claim: Some"])
async def test_a_claim_shows_its_status_and_why(editor: Editor, place: str) -> None:
    shown = await said(editor, BRIEF, within(place))
    assert shown.startswith("**repeated** (2 sources, 1 origin): ")


async def test_a_claim_that_differs_shows_in_what(editor: Editor) -> None:
    text = within("Some people were hurt").replace("        hedge: probably\n", "        stance: denies\n")
    shown = await said(editor, BRIEF, text)
    assert shown.startswith("**differs**")
    assert "The Alder Gazette supports the claim; Birch Evening Mail denies it" in shown


async def test_an_overruled_claim_shows_both(editor: Editor) -> None:
    shown = await said(editor, BRIEF, within("The fire began on the last day"))
    assert shown.startswith("**one source**")
    assert "The editors say **repeated** (source)." in shown


async def test_a_claim_of_a_brief_with_an_error_shows_what_it_was(editor: Editor) -> None:
    await said(editor, BRIEF, within("Some people were hurt"))
    text = within("Some people were hurt").replace("title: Fire", "titel: Fire")
    shown = await said(editor, BRIEF, text)
    assert shown.startswith("**repeated**")
    assert "the brief has errors now" in shown


async def test_a_brief_that_never_was_whole_has_no_status_yet(editor: Editor) -> None:
    text = within("Some people were hurt").replace("title: Fire", "titel: Fire")
    assert "errors" in await said(editor, BRIEF, text)


PARTIES = [
    (BRIEF, "via: captain", "Ruben Achterberg"),
    (BRIEF, "minister", "Ottilie Brandt"),
    (ALDER, "outlet: alder", "The Alder Gazette"),
    (BIRCH, "telex", "Telex Nord"),
    (REGISTER, "captain:", "Ruben Achterberg"),
]


@pytest.mark.parametrize(("name", "place", "party"), PARTIES)
async def test_an_id_shows_the_party(editor: Editor, name: str, place: str, party: str) -> None:
    key, colon, value = place.partition(": ")
    text = within(place, name) if not colon else marked(place, f"{key}: {value[:2]}▲{value[2:]}", name)
    assert (await said(editor, name, text)).startswith(f"**{party}**")


async def test_a_source_shows_its_outlet_and_headline(editor: Editor) -> None:
    shown = await said(editor, BRIEF, within("      alder:"))
    assert "“Many hurt in the port”" in shown
    assert "The Alder Gazette" in shown


@pytest.mark.parametrize(
    ("name", "key", "means"),
    [
        (BRIEF, "stance", "Whether the source"),
        (BRIEF, "tolerance", "How far `about` reaches"),
        (BRIEF, "via_quote", "where the outlet had it from"),
        (ALDER, "rendition", "How the text relates"),
        (REGISTER, "kind", "What it is."),
    ],
)
async def test_a_key_shows_what_it_means(editor: Editor, name: str, key: str, means: str) -> None:
    text = FILES[name].replace("        hedge: probably", "        stance: supports\n        hedge: probably")
    shown = await said(editor, name, text.replace(f"{key}:", f"{key[:2]}▲{key[2:]}:", 1))
    assert shown.startswith(f"**`{key}`**")
    assert means in shown


async def test_a_sentence_of_an_article_shows_who_quotes_it(editor: Editor) -> None:
    shown = await said(editor, ALDER, within("at least 40 people were hurt", ALDER))
    assert shown == "Quoted by\n\n- `hurt`: Some people were hurt (**repeated**)"
    noted = await said(editor, BIRCH, within("a warehouse of the town", BIRCH))
    assert noted == r"Quoted by" + "\n\n" + r"- a note: The town let it in 2019."


async def test_a_client_that_shows_no_markdown_gets_none(tmp_path: Path, files: dict[str, str]) -> None:
    able = client_capabilities("visual-studio-code")
    assert able.text_document is not None
    able.text_document.hover = None
    async with spoken_to(able) as client:
        editor = Editor(put(tmp_path, files), client)
        editor.type(ALDER, FILES[ALDER].replace("People saw the smoke", "People saw *the* `smoke`"))
        text = marked("alder: The fire began at noon on Friday", "alder: saw *the* ▲`smoke`")
        assert "saw *the* `smoke`. People saw" in await said(editor, BRIEF, text)


async def test_of_what_nothing_is_known_nothing_is_said(editor: Editor) -> None:
    assert await editor.hover(ALDER, within("Nobody could say", ALDER)) is None
    assert await editor.hover(BRIEF, marked("\n\nclaims", "\n▲\nclaims")) is None
    assert await editor.hover("docs/brief.yml", "title: ▲x") is None
