"""A brief's page says what the findings say, escapes what is not ours, and links where something is."""

from __future__ import annotations

import posixpath
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from material.plugins.search.plugin import Parser

from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.render import record, render_brief, render_site
from tests.render.dom import attributes, texts
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties

ASSETS = ("brief.json", "claims.csv", "annotations.jsonld", "cite.bib", "cite.json")
HOSTILE = '<script>alert("x")</script>\u202e{{ 7 * 7 }}'


def html(page: Page) -> str:
    return "\n".join(
        f"<h{part.level} id='{part.text}'>{part.text}</h{part.level}>"
        if isinstance(part, Heading)
        else part.html
        for part in page.parts
    )


def brief_html() -> str:
    return html(render_brief(harbour(), Settings())[0])


def cell(claim: str, place: int) -> str:
    row = brief_html().split(f'id="claim-{claim}"')[1].split("</tr>")[0]
    return re.sub(r"\s+", " ", texts(row.split("<td ")[place]))


def test_it_has_every_section_in_order() -> None:
    headings = [p.text for p in render_brief(harbour(), Settings())[0].parts if isinstance(p, Heading)]
    assert headings == [
        "What the sources say", "The figures", "What differs", "What only one source says", "Timeline",
        "Where it comes from", "Sources", "Notes", "Corrections", "More",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "place", "said"),
    [
        ("aground", 1, "via Coastguard, rescue at sea"),
        ("aground", 2, "on its own authority"),
        ("aground", 3, "via Northern Wire, on its own authority"),
        ("aboard", 1, "taken as 108 to 132"),
        ("aboard", 1, "as of about March 2026"),
        ("aboard", 3, "unchecked"),
        ("hurt", 1, "unattributed"),
        ("hurt", 2, "not reported"),
        ("hurt", 3, "translation “Nobody was hurt”"),
        ("tow", 1, "a union official unnamed editors’ reading"),
        ("drift", 2, "Coastguard, rescue at sea and Ferry company side by side"),
    ],
)
def test_a_cell_says(claim: str, place: int, said: str) -> None:
    assert said in cell(claim, place)


def test_a_chain_with_its_passage_is_not_called_the_editors_reading() -> None:
    assert "editors’ reading" not in cell("aground", 1)
    assert "the coastguard said" in cell("aground", 1)


def test_an_overrule_shows_both_statuses_and_the_reason() -> None:
    row = brief_html().split('id="claim-aboard"')[1].split("</td>")[0]
    assert "“differs”; the editors’ status is “not comparable”, because of scope." in texts(row)


def test_counts_say_how_many_of_the_shared_claims_are_corroborated() -> None:
    assert "3 sources; of 3 claims that two or more report, 1 is corroborated." in texts(brief_html())


def test_each_claim_is_an_entry_of_materials_search_with_its_quotations() -> None:
    parser = Parser()
    parser.feed(brief_html())
    parser.close()
    entries = {s.id: ("".join(s.title).strip(), "".join(s.text)) for s in parser.data if not s.is_excluded()}
    title, text = entries["claim-aground"]
    assert title == "The ferry ran aground"
    assert "ran aground off Skerry Point on Monday night" in text
    assert "Färjan Anna gick på grund" in text
    assert "ran aground" not in entries["What the sources say"][1]


def test_nothing_is_styled_or_scripted_in_place() -> None:
    pages = [*render_brief(harbour(), Settings()), *render_site([record(harbour())], Settings())]
    for page in pages:
        code_aside = re.sub(r"<code>[^<]*</code>", "", html(page))  # the code for embedding, to be copied
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", code_aside)


def _address(page: Page) -> str:
    return page.path.removesuffix("index.md")


def test_every_link_and_anchor_within_the_pages_is_there() -> None:
    pages = [*render_brief(harbour(), Settings()), *render_site([record(harbour())], Settings())]
    ids = {_address(page): set(attributes(html(page), "id")) for page in pages}
    for page in pages:
        all_ids = attributes(html(page), "id")
        assert len(all_ids) == len(set(all_ids))
        for link in attributes(html(page), "href"):
            to = urlsplit(link)
            if to.scheme:
                continue
            target = posixpath.normpath(posixpath.join("/", _address(page), to.path)).strip("/")
            if target.endswith(ASSETS) or target in ("briefs/another-brief", "briefs/first-night", "method"):
                continue
            if target.startswith("embed/"):  # files, no pages
                continue
            address = f"{target}/" if target else ""
            assert address in ids, f"{page.path}: {link}"
            assert not to.fragment or to.fragment in ids[address], f"{page.path}: {link}"


def test_a_withdrawn_brief_is_a_tombstone() -> None:
    (page,) = render_brief(harbour("withdrawn"), Settings())
    shown = texts(html(page))
    assert "This brief has been withdrawn." in shown
    assert "A ferry <b>aground</b>" in shown
    assert "Corrections" in shown
    assert "Skerry Point" not in shown
    assert "harbour" not in "".join(html(p) for p in render_site([record(harbour("withdrawn"))], Settings()))


def test_a_draft_is_served_marked_and_not_built() -> None:
    draft = harbour("draft")
    assert render_brief(draft, Settings()) == ()
    assert "A draft, not yet published." in html(render_brief(draft, Settings(drafts=True))[0])
    site = Settings(drafts=True)
    assert "harbour" in "".join(html(p) for p in render_site([record(draft)], site))
    assert "harbour" not in "".join(html(p) for p in render_site([record(draft)], Settings()))


def _hostile() -> Any:
    h = HOSTILE
    return findings(
        {
            "title": h, "summary": h, "notice": h, "tags": [h], "author": h, "reviewed_by": h,
            "claims": [{
                "id": "c", "claim": h, "note": h, "reviewed_by": h,
                "assessment": {"why": h}, "overrule": {"status": "differs", "because": "scope", "note": h},
                "reports": {
                    "a": {"quote": h, "via": [h + " said"], "scope": h, "hedge": h, "note": h, "value": h,
                          "translation": {"text": h, "by": h}},
                    "b": {"quote": h, "in": "title", "stance": "denies"},
                },
            }],
            "notes": [{"source": "a", "quote": h, "note": h}, {"source": "b", "note": h}],
            "corrections": [{"date": "2025-01-01", "was": h, "now": h, "why": h}],
        },
        {
            "a": article("a", f"{h}\n\n## {h}\n\n{h}", title=h, author=h, rights="full"),
            "b": article("b", h, title=h, rights="excerpts", based_on="c"),
        },
        parties(a=h, b=h, c={"name": h, "role": h}),
    )  # fmt: skip


def test_hostile_text_in_every_field_is_text_on_every_page() -> None:
    made = _hostile()
    pages = [*render_brief(made, Settings()), *render_site([record(made)], Settings())]
    for page in pages:
        assert "<script" not in html(page)
        assert "49" not in texts(html(page))
    assert texts(html(pages[0])).count('<script>alert("x")</script>') > 15
    assert all(isinstance(part, (Markup, Heading)) for page in pages for part in page.parts)


def test_rendering_is_pure() -> None:
    assert render_brief(harbour(), Settings()) == render_brief(harbour(), Settings())


def test_the_editors_words_are_marked_with_their_language_and_quotations_with_theirs() -> None:
    claim = {
        "id": "c",
        "claim": "Ferga gikk på grunn",
        "note": "Sier *hvem*.",
        "reports": {"a": "ran aground"},
    }
    made = findings(
        {"language": "nb", "claims": [claim], "tags": ["ferger"]},
        {"a": article("a", "It ran aground.", language="en")},
        parties(a="A"),
    )
    page = html(render_brief(made, Settings())[0])
    assert '<h3 class="b-claim__text" id="claim-c" lang="nb"' in page
    assert '<div class="b-prose b-note" lang="nb"' in page
    assert re.search(r'<a class="b-tag" href="[^"]*" lang="nb"', page)
    assert '<blockquote class="b-quote" lang="en"' in page
