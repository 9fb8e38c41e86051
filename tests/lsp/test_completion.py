"""What is offered while typing, in files that are broken as they are while one types; and that it fits when taken."""

from __future__ import annotations

import pytest
import yaml
from lsprotocol import types as lsp
from pytest_lsp import client_capabilities

from ..acceptance.broken.port import ALDER, BIRCH, BRIEF, FILES, REGISTER
from .conftest import put, spoken_to
from .editor import CURSOR, Editor
from .marks import marked

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALDER_QUOTE = "quote: at least 40 people were hurt"
SMOKE = "People saw the smoke."


def labels(items: list[lsp.CompletionItem]) -> list[str]:
    return [item.label for item in sorted(items, key=lambda item: item.sort_text or item.label)]


SOURCES = [
    marked("sources: [alder, birch]", "sources: [▲"),
    marked("sources: [alder, birch]", "sources:\n  - ▲"),
    marked("sources: [alder, birch]", "sources: [alder, b▲]"),
    marked("unchecked: [birch]", "unchecked: [▲]"),
    marked("- source: birch", "- source: ▲"),
    marked("- source: birch", "- source:▲"),
]


@pytest.mark.parametrize("text", SOURCES)
async def test_ids_of_sources_are_offered_where_they_stand(editor: Editor, text: str) -> None:
    items = await editor.complete(BRIEF, text)
    assert labels(items) == ["alder", "birch"]
    assert [item.detail for item in items] == ["The Alder Gazette", "Birch Evening Mail"]


REPORTS = [
    marked("      alder: The fire began at noon on Friday", "      ▲"),
    marked("      alder: The fire began at noon on Friday", "      al▲"),
    marked("      alder: The fire began at noon on Friday", "      {▲"),
]


@pytest.mark.parametrize("text", REPORTS)
async def test_below_reports_the_sources_are_keys(editor: Editor, text: str) -> None:
    items = await editor.complete(BRIEF, text)
    assert {"alder", "birch"} <= set(labels(items))


async def test_a_source_that_has_a_report_is_not_offered_again(editor: Editor) -> None:
    text = marked("      birch:\n        quote: 43", "      ▲\n      birch:\n        quote: 43")
    assert labels(await editor.complete(BRIEF, text)) == []


SAID = [
    REPORTS[0],
    marked("- source: birch", "- source: ▲"),
    marked(ALDER_QUOTE, "quote: ▲"),
]


@pytest.mark.parametrize("text", SAID)
async def test_what_articles_say_is_told_as_plain_text(editor: Editor, text: str) -> None:
    """Some clients take a bare string for Markdown, which could hold HTML."""
    told = [item.documentation for item in await editor.complete(BRIEF, text) if item.documentation]
    assert told
    assert all(isinstance(each, lsp.MarkupContent) for each in told)
    assert {each.kind for each in told if isinstance(each, lsp.MarkupContent)} == {lsp.MarkupKind.PlainText}


PARTIES = [
    (BRIEF, marked("via: [wire, minister]", "via: ▲")),
    (BRIEF, marked("via: [wire, minister]", "via: [wire, ▲")),
    (BRIEF, marked("via: [wire, minister]", "via: [wire, mi▲]")),
    (BRIEF, marked("via: [wire, minister]", "via: {together: [wire, ▲]}")),
    (BRIEF, marked("via: [wire, minister]", "via:\n          - wire\n          - ▲")),
    (ALDER, marked("outlet: alder", "outlet: ▲", ALDER)),
    (BIRCH, marked("based_on: telex", "based_on: te▲", BIRCH)),
    (REGISTER, FILES[REGISTER] + "quay:\n  name: Quay\n  part_of: ▲\n"),
]


@pytest.mark.parametrize(("name", "text"), PARTIES)
async def test_ids_of_parties_are_offered_with_their_names(editor: Editor, name: str, text: str) -> None:
    items = {item.label: item for item in await editor.complete(name, text)}
    assert {"wire", "minister", "town"} <= set(items)
    assert "Overland Wire" in (items["wire"].detail or "")

    assert ("unknown" in items) == (name == BRIEF)


WORDS = [
    (BRIEF, "status: published", "status: ▲", {"draft", "published", "withdrawn"}),
    (BRIEF, "        hedge: probably", "        stance: ▲", {"supports", "denies", "questions"}),
    (BRIEF, "        hedge: probably", "        in: t▲", {"body", "title"}),
    (BRIEF, "motivation: describing", "motivation: ▲", {"commenting", "linking", "describing"}),
    (BRIEF, "likelihood: likely", "likelihood: ▲", {"likely", "roughly even chance", "remote"}),
    (BRIEF, "confidence: moderate", "confidence: m▲", {"low", "moderate", "high"}),
    (BRIEF, "      status: repeated", "      status: not ▲", {"not comparable", "differs"}),
    (BRIEF, "because: source", "because: ▲", {"scope", "rounding", "source"}),
    (BRIEF, "    why: A misprint.", "    why: A misprint.\n    minor: ▲", {"true", "false"}),
    (BRIEF, "    claim: hurt\n", "    claim: ▲\n", {"hurt", "began"}),
    (BRIEF, "related: [storm]", "related: [▲]", {"storm"}),
    (BRIEF, "related: [storm]", "supersedes: ▲", {"storm"}),
    (ALDER, "rendition: verbatim", "rendition: ▲", {"verbatim", "translation", "paraphrase"}),
    (ALDER, "rights: excerpts", "rights: ▲", {"full", "excerpts", "none"}),
    (REGISTER, "kind: broadcaster", "kind: ▲", {"newspaper", "agency", "person"}),
]


@pytest.mark.parametrize(("name", "old", "new", "offered"), WORDS)
async def test_words_of_a_closed_list_are_offered(
    editor: Editor, name: str, old: str, new: str, offered: set[str]
) -> None:
    items = await editor.complete(name, marked(old, new, name))
    assert offered <= set(labels(items))
    key = new.rsplit("\n", maxsplit=1)[-1].partition(":")[0]
    for item in items:
        editor.type(name, marked(old, new, name).replace(CURSOR, ""))
        accepted = editor.accept(name, item)
        assert f"{key}: {item.label}\n" in accepted or f"{key}: [{item.label}]\n" in accepted


KEYS = [
    (BRIEF, "status: published\n", "▲\n", {"status", "aliases"}, {"title", "claims"}),
    (BRIEF, "status: published\n", "sta▲\n", {"status"}, {"title"}),
    (BRIEF, "    measure: people\n", "    ▲\n", {"measure", "when", "unchecked"}, {"id", "reports", "title"}),
    (BRIEF, "        hedge: probably\n", "        ▲\n", {"hedge", "stance", "unit"}, {"quote", "value"}),
    (BRIEF, "via: captain", "via: {▲}", {"together"}, set()),
    (BRIEF, "      likelihood: likely\n", "      ▲\n", {"likelihood"}, {"why"}),
    (BRIEF, "      because: source\n", "      ▲\n", {"because"}, {"note"}),
    (BRIEF, "    motivation: describing\n", "    ▲\n", {"motivation"}, {"links"}),
    (BRIEF, "    why: A misprint.\n", "    ▲\n", {"why", "minor"}, {"was", "claim"}),
    (BRIEF, "quote: a warehouse of the town", "quote: {▲}", {"exact", "prefix", "suffix"}, {"quote"}),
    (BRIEF, "quote: a warehouse of the town", "quote:\n      ▲", {"exact", "prefix"}, set()),
    (ALDER, "author: Bo Ek\n", "▲\n", {"author", "archive_url"}, {"title", "outlet"}),
    (REGISTER, "  kind: broadcaster\n", "  ▲\n", {"kind", "part_of"}, {"name"}),
]


@pytest.mark.parametrize(("name", "old", "new", "offered", "others"), KEYS)
async def test_keys_that_are_not_there_yet_are_offered_with_what_they_mean(
    editor: Editor, name: str, old: str, new: str, offered: set[str], others: set[str]
) -> None:
    items = {item.label: item for item in await editor.complete(name, marked(old, new, name))}
    assert offered <= set(items)
    assert not others & set(items)
    for key in offered:
        documentation = items[key].documentation
        assert isinstance(documentation, lsp.MarkupContent)
        assert documentation.value


BARE = "alder: The fire began at noon on Friday"
QUOTES = [
    ("as the quote", ALDER_QUOTE, "quote: ▲", "quote: People saw the smoke."),
    ("behind the colon", ALDER_QUOTE, "quote:▲", "quote: People saw the smoke."),
    ("between quotation marks", ALDER_QUOTE, 'quote: "▲"', 'quote: "People saw the smoke."'),
    ("behind one quotation mark", ALDER_QUOTE, "quote: '▲", "quote: 'People saw the smoke.'"),
    ("in a list", ALDER_QUOTE, "quote:\n          - ▲", "quote:\n          - People saw the smoke."),
    ("on its own line", ALDER_QUOTE, "quote:\n          ▲", "quote:\n          People saw the smoke."),
    ("in brackets", ALDER_QUOTE, "quote: [▲", "quote: [People saw the smoke."),
    (
        "as exact",
        ALDER_QUOTE,
        "quote: {exact: ▲, suffix: x}",
        "quote: {exact: People saw the smoke., suffix: x}",
    ),
    (
        "as via_quote",
        "via_quote: Ottilie Brandt told Overland Wire",
        "via_quote: ▲",
        "via_quote: People saw the smoke.",
    ),
    ("as a bare report", BARE, "alder: ▲", "alder: People saw the smoke."),
    ("in a list of reports", BARE, "alder:\n        - ▲", "alder:\n        - People saw the smoke."),
    ("in braces", BARE, "alder: {quote: ▲", "alder: {quote: People saw the smoke."),
]


@pytest.mark.parametrize("typed", ["", "people saw", "People", "smok"])
@pytest.mark.parametrize(("where", "old", "new", "becomes"), QUOTES, ids=[row[0] for row in QUOTES])
async def test_sentences_that_match_are_offered_and_replace_what_was_typed(
    editor: Editor, where: str, old: str, new: str, becomes: str, typed: str
) -> None:
    if where == "behind the colon" and typed:
        new = new.replace(":", ": ")
    items = {
        item.label: item
        for item in await editor.complete(BRIEF, marked(old, new.replace(CURSOR, typed + CURSOR)))
    }
    assert editor.accept(BRIEF, items[SMOKE]) == marked(old, becomes)


async def test_a_note_is_offered_the_sentences_of_its_own_source(editor: Editor) -> None:
    items = await editor.complete(BRIEF, marked("quote: a warehouse of the town", "quote: warehouse▲"))
    assert labels(items) == ["warehouse of the town.", "It spread from a warehouse of the town."]


async def test_words_in_the_middle_offer_the_rest_and_the_whole(editor: Editor) -> None:
    items = await editor.complete(BRIEF, marked(ALDER_QUOTE, "quote: at least 4▲"))
    assert labels(items)[:2] == [
        "at least 40 people were hurt, Ottilie Brandt told Overland Wire.",
        "It is said that at least 40 people were hurt, Ottilie Brandt told Overland Wire.",
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("PEOPLE SAW", SMOKE),
        ("peo saw smo", SMOKE),
        ("smoke saw", SMOKE),
        ("nobdy coud say", "Nobody could say how it began."),
        ("fire noon", "fire began at noon on Friday in the old part of the port."),
    ],
)
async def test_words_match_by_their_beginnings_in_any_order_and_nearly(
    editor: Editor, typed: str, first: str
) -> None:
    items = await editor.complete(BRIEF, marked(ALDER_QUOTE, f"quote: {typed}▲"))
    assert labels(items)[0] == first
    assert all(item.filter_text == typed for item in items), "no client may leave out what we found"


async def test_what_is_not_there_is_not_offered(editor: Editor) -> None:
    assert await editor.complete(BRIEF, marked(ALDER_QUOTE, "quote: zeppelin▲")) == []


async def test_behind_words_left_out_the_rest_of_the_paragraph_is_offered(editor: Editor) -> None:
    items = await editor.complete(BRIEF, marked(ALDER_QUOTE, "quote: the fire began [...] old▲"))
    assert labels(items) == ["The fire began [...] old part of the port."]


async def test_the_headline_is_offered_where_it_is_quoted(editor: Editor) -> None:
    text = marked("        quote: 43 people were probably hurt", "        in: title\n        quote: ▲")
    assert labels(await editor.complete(BRIEF, text)) == ["A warehouse burns"]


TWICE = """\
---
outlet: alder
title: "Twice: so it was"
---

The mayor said: "Nobody was hurt." It rained. The doctors knew more #1.

The captain denied it. It rained. - Done: it is, he said, over.
"""


async def test_what_stands_twice_comes_with_what_tells_which_is_meant(editor: Editor) -> None:
    editor.type(ALDER, TWICE)
    items = await editor.complete(
        BRIEF, marked("alder: The fire began at noon on Friday", "alder: it rained▲")
    )
    assert labels(items) == ["It rained."]
    accepted = editor.accept(BRIEF, items[0])
    report = yaml.safe_load(accepted)["claims"][1]["reports"]["alder"]
    assert report["quote"]["exact"] == "It rained."
    assert {"prefix", "suffix"} & set(report["quote"])
    problems = await editor.problems(BRIEF)
    assert [
        p for p in problems if p.range.start.line == accepted[: accepted.index("It rained")].count("\n")
    ] == []


@pytest.mark.parametrize("mark", ["", '"', "'"])
@pytest.mark.parametrize(
    "form", ["alder: {}", "alder: {{quote: {}", "alder:\n        quote: {}", "alder:\n        - {}"]
)
async def test_every_passage_is_written_so_that_yaml_reads_it_as_it_stands(
    editor: Editor, form: str, mark: str
) -> None:
    editor.type(ALDER, TWICE)
    text = marked("alder: The fire began at noon on Friday", form.format(f"{mark}▲"))
    for typed in ("the mayor said", "nobody", "#1", "- done", "the doctors", "done:"):
        if not mark and (typed in ("#1", "- done") or (typed == "done:" and "- {" in form)):
            continue  # without a quotation mark it is a comment, an item or a key
        items = await editor.complete(BRIEF, text.replace(CURSOR, typed + CURSOR))
        passages = [item for item in items if item.kind == lsp.CompletionItemKind.Text]
        assert passages, typed
        for item in passages:
            editor.type(BRIEF, text.replace(CURSOR, typed))
            accepted = editor.accept(BRIEF, item)
            if "{quote" in form:
                accepted = accepted.replace(item.text_edit.new_text, item.text_edit.new_text + "}")  # type: ignore[union-attr]
            report = yaml.safe_load(accepted)["claims"][1]["reports"]["alder"]
            report = report[0] if isinstance(report, list) else report
            assert (report["quote"] if isinstance(report, dict) else report) == item.label


async def test_a_folded_value_is_replaced_as_a_whole(editor: Editor) -> None:
    text = marked(ALDER_QUOTE, "quote: >-\n          at least\n          40 peo▲\n          were")
    items = await editor.complete(BRIEF, text)
    accepted = editor.accept(BRIEF, items[0])
    quote = yaml.safe_load(accepted)["claims"][0]["reports"]["alder"]["quote"]
    assert quote == "at least 40 people were hurt, Ottilie Brandt told Overland Wire."


async def test_places_behind_emoji_are_right(editor: Editor) -> None:
    editor.type(ALDER, FILES[ALDER].replace("People saw the smoke.", "People saw 🚢𝔘 smoke."))
    text = marked("alder: The fire began at noon on Friday", "alder: {quote: people saw 🚢𝔘▲, note: 🚢}")
    items = await editor.complete(BRIEF, text)
    assert "alder: {quote: People saw 🚢𝔘 smoke., note: 🚢}" in editor.accept(BRIEF, items[0])


async def test_nothing_is_offered_in_a_comment_in_prose_or_in_an_articles_text(editor: Editor) -> None:
    assert await editor.complete(BRIEF, marked("status: published", "status: published # st▲")) == []
    assert await editor.complete(BRIEF, marked("title: Fire in the port", "title: Fire ▲")) == []
    assert await editor.complete(ALDER, marked("People saw the smoke", "out▲", ALDER)) == []


async def test_a_file_of_nobodys_is_passed_over(editor: Editor) -> None:
    assert await editor.complete("docs/notes.yml", "status: ▲") == []
    assert await editor.complete("elsewhere/brief.yml", "status: ▲") == []
    assert await editor.complete("../outside/x/brief.yml", "status: ▲") == []


async def test_a_client_that_knows_no_snippets_gets_none(tmp_path: object, files: dict[str, str]) -> None:
    able = client_capabilities("visual-studio-code")
    assert able.text_document is not None
    assert able.text_document.completion is not None
    able.text_document.completion.completion_item = lsp.ClientCompletionItemOptions(
        snippet_support=False, documentation_format=[lsp.MarkupKind.PlainText]
    )
    async with spoken_to(able) as client:
        editor = Editor(put(tmp_path, files), client)  # type: ignore[arg-type]
        for item in await editor.complete(BRIEF, marked("    measure: people\n", "    ▲\n")):
            assert item.insert_text_format is lsp.InsertTextFormat.PlainText
            assert isinstance(item.text_edit, lsp.TextEdit)
            assert "$" not in item.text_edit.new_text
