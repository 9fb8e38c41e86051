"""What other sites embed: a brief's claims by status and each claim, at every address that they ever had."""

from __future__ import annotations

import re
from html import unescape

import pytest

from generator.model.findings import Findings
from generator.model.settings import Settings
from generator.render import render_brief
from generator.render.embed import brief_frame, embed_addresses, embeds
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties

HERE = Settings(site_url="https://example.org/", site_name="The Brief")
CLAIMS = ("aground", "stranded", "aboard", "hurt", "tow", "drift")
LINK = re.compile(r'<(?:a|link|iframe|img|script)\b[^>]*?(?:href|src)="([^"]*)"')


def made(found: Findings | None = None, settings: Settings = HERE) -> dict[str, str]:
    return {asset.path: asset.content.decode() for asset in embeds(found or harbour(), settings)}


def one(**brief: object) -> Findings:
    """A brief of one claim that one source reports."""
    claim = {"id": "tow", "claim": "It was towed", "reports": {"herald": "It was towed"}}
    found = {"herald": article("herald", "It was towed at noon.")}
    return findings({"claims": [claim], **brief}, found, parties(herald="The Herald"))


def text(html: str) -> str:
    """What a page shows, without its head."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html[html.index("<body>") :])).split())


def test_a_brief_and_each_of_its_claims_have_an_address() -> None:
    pages = made()
    claims = {f"embed/harbour/{name}/index.html" for name in CLAIMS}
    assert pages.keys() == {"embed/harbour/index.html", *claims}


def test_old_slugs_and_old_ids_show_the_same_bytes() -> None:
    pages = made()
    assert pages["embed/harbour/stranded/index.html"] == pages["embed/harbour/aground/index.html"]
    moved = made(one(aliases=["older", "oldest"]))
    assert len(moved) == 6
    assert len(set(moved.values())) == 2
    assert moved["embed/oldest/tow/index.html"] == moved["embed/made/tow/index.html"]


def test_a_brief_shows_its_claims_by_status() -> None:
    page = made()["embed/harbour/index.html"]
    shown = text(page)
    assert shown.startswith("3 March 2026 · 3 sources A ferry <b>aground</b> & afloat Made up for tests")
    assert "1 corroborated" in shown
    assert "2 one source" in shown
    assert '<a href="../../briefs/harbour/">Read the brief</a>' in page
    assert "<title>A ferry &lt;b&gt;aground&lt;/b&gt; &amp; afloat – The Brief</title>" in page


def test_a_claim_shows_its_status_and_who_reports_what() -> None:
    page = made()["embed/harbour/aboard/index.html"]
    shown = text(page)
    assert "not comparable 2 sources, 2 origins How many were aboard" in shown
    assert "overruled by the editors" in shown
    assert "“It carried about 120 passengers”" in shown
    assert "about 120 taken as 108 to 132" in shown
    assert "Bladet" in shown
    assert "unchecked" in shown
    assert '<a href="../../../briefs/harbour/#claim-aboard">See this claim in its brief</a>' in page


def test_a_quotation_leads_to_its_passage_and_the_editors_notes_stay_in_the_brief() -> None:
    page = made()["embed/harbour/aground/index.html"]
    assert 'href="../../../briefs/harbour/herald/#h-1"' in page
    assert "Says <strong>who</strong>" not in page
    assert "the coastguard said" not in page
    assert made()["embed/harbour/hurt/index.html"].count("b-stance--denies") == 2


def test_every_number_is_the_one_of_the_annotated_article() -> None:
    articles = {page.path: page for page in render_brief(harbour(), HERE)}
    for name in CLAIMS:
        for source, number in re.findall(
            r"harbour/(\w+)/#(h-\d+)", made()[f"embed/harbour/{name}/index.html"]
        ):
            parts = articles[f"briefs/harbour/{source}/index.md"].parts
            assert any(f'id="{number}"' in getattr(part, "html", "") for part in parts)


def test_a_page_needs_no_other_file_and_runs_nothing() -> None:
    for page in made().values():
        tags = re.findall(r"<(\w+)((?: [^<>]*)?)>", page)
        names = [name for name, _ in tags]
        assert page.startswith("<!doctype html>\n")
        assert (names.count("style"), names.count("link")) == (1, 1)
        assert not {"script", "img", "iframe", "object", "embed", "form"} & set(names)
        assert not any(re.search(r" (style|on\w+|srcset)=", attributes) for _, attributes in tags)
        assert '<base target="_blank">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert not [
            link for link in LINK.findall(page) if link.startswith(("/", "//", "http:", "javascript:"))
        ]
        assert len(page.encode()) < 15_000


def test_its_canonical_address_is_the_briefs() -> None:
    pages = made()
    claim = '<link rel="canonical" href="https://example.org/briefs/harbour/#claim-tow">'
    assert claim in pages["embed/harbour/tow/index.html"]
    assert (
        '<link rel="canonical" href="https://example.org/briefs/harbour/">'
        in pages["embed/harbour/index.html"]
    )
    unknown = made(settings=Settings())["embed/harbour/tow/index.html"]
    assert '<link rel="canonical" href="../../../briefs/harbour/#claim-tow">' in unknown


def test_a_withdrawn_brief_says_so_at_each_of_its_addresses() -> None:
    pages = made(harbour("withdrawn"))
    assert pages.keys() == made().keys()
    for page in pages.values():
        shown = text(page)
        assert "This brief has been withdrawn." in shown
        assert "ran aground" not in shown
        assert "Embed" not in shown
    assert 'href="../../../briefs/harbour/"' in pages["embed/harbour/tow/index.html"]


def test_a_draft_is_embedded_in_a_preview_alone() -> None:
    assert made(harbour("draft")) == {}
    preview = made(harbour("draft"), Settings(drafts=True))
    assert preview.keys() == made().keys()
    assert all("A draft, not yet published." in text(page) for page in preview.values())


@pytest.mark.parametrize(
    ("language", "site", "lang", "direction", "marked"),
    [
        ("en", "en", "en", "ltr", ""),
        ("sv", "en", "sv", "ltr", ""),
        ("fr", "en", "en", "ltr", ' lang="fr"'),
        ("ar", "sv", "sv", "rtl", ' lang="ar"'),
        ("he-IL", "en", "en", "rtl", ' lang="he-IL"'),
        ("xx", "en", "en", "ltr", ' lang="xx"'),
    ],
)
def test_the_page_is_in_the_briefs_language_as_far_as_it_can_be(
    language: str, site: str, lang: str, direction: str, marked: str
) -> None:
    page = made(one(language=language), Settings(language=site))["embed/made/tow/index.html"]
    assert f'<html lang="{lang}" dir="{direction}">' in page
    assert f'<h1{marked} dir="auto">It was towed</h1>' in page


def test_the_pages_own_words_are_swedish_where_the_brief_is() -> None:
    pages = made(one(language="sv"))
    assert "Läs genomgången" in text(pages["embed/made/index.html"])
    assert "Bädda in" in text(pages["embed/made/tow/index.html"])
    assert "Embed" not in text(pages["embed/made/tow/index.html"])


def test_the_code_on_a_claims_page_shows_that_page() -> None:
    code = unescape(re.findall(r"<code>(.*?)</code>", made()["embed/harbour/tow/index.html"])[0])
    assert 'src="https://example.org/embed/harbour/tow/" title="The company pays for the tow"' in code
    unknown = made(settings=Settings())["embed/harbour/tow/index.html"]
    assert "In place of https://…/ put the address of this site." in text(unknown)


def test_the_briefs_page_offers_its_embed_and_leads_to_each_claims() -> None:
    page = "".join(getattr(part, "html", "") for part in render_brief(harbour(), HERE)[0].parts)
    assert brief_frame(harbour(), HERE).code(HERE) in unescape(page)
    addresses = embed_addresses(harbour(), "../../")
    assert list(addresses) == [f"claim-{name}" for name in CLAIMS if name != "stranded"]
    assert all(f'<a href="{address}">Embed</a>' in page for address in addresses.values())
    assert {address.removeprefix("../../") + "index.html" for address in addresses.values()} <= made().keys()


def test_a_frame_is_as_high_as_its_content_asks() -> None:
    short, noticed = one(), one(notice="A long notice. " * 40)
    heights = [brief_frame(found, HERE).height for found in (short, noticed)]
    assert 100 < heights[0] < heights[1] <= 900
    claims = [int(re.findall(r"height=&#34;(\d+)", page)[0]) for page in made().values()]
    assert all(100 < height <= 900 for height in claims)
    assert len(set(claims)) > 2
