"""Old addresses lead to the new ones."""

from __future__ import annotations

from dataclasses import replace

from generator.export.redirects import redirects
from generator.model.findings import Findings
from generator.model.settings import Settings
from tests.render.dom import attributes
from tests.render.harbour import harbour


def with_alias(*aliases: str, status: str = "published") -> Findings:
    made = harbour(status)
    notes = made.brief.annotations.model_copy(update={"aliases": aliases})
    return replace(made, brief=replace(made.brief, annotations=notes))


def made(findings: Findings, settings: Settings = Settings()) -> dict[str, str]:  # noqa: B008 - frozen
    return {asset.path: asset.content.decode() for asset in redirects(findings, settings)}


def test_a_brief_without_old_slugs_has_none() -> None:
    assert made(harbour()) == {}


def test_the_brief_and_each_of_its_articles_is_found_at_the_old_slug() -> None:
    pages = made(with_alias("ferry"))
    assert list(pages) == [f"briefs/ferry/{name}index.html" for name in ("", "herald/", "echo/", "bladet/")]
    assert set(attributes(pages["briefs/ferry/index.html"], "href")) == {"../harbour/"}
    assert set(attributes(pages["briefs/ferry/echo/index.html"], "href")) == {"../../harbour/echo/"}
    assert (
        '<meta http-equiv="refresh" content="0; url=../../harbour/echo/">'
        in pages["briefs/ferry/echo/index.html"]
    )


def test_the_true_address_is_said_in_full_where_the_site_has_one() -> None:
    page = made(with_alias("ferry"), Settings(site_url="https://example.org/"))["briefs/ferry/index.html"]
    assert '<link rel="canonical" href="https://example.org/briefs/harbour/">' in page


def test_all_addresses_of_a_withdrawn_brief_lead_to_what_is_left_of_it() -> None:
    pages = made(with_alias("ferry", status="withdrawn"))
    sources = ("herald/", "echo/", "bladet/")
    assert list(pages) == [
        *(f"briefs/harbour/{source}index.html" for source in sources),
        *(f"briefs/ferry/{name}index.html" for name in ("", *sources)),
    ]
    assert set(attributes(pages["briefs/harbour/echo/index.html"], "href")) == {"../"}
    assert set(attributes(pages["briefs/ferry/echo/index.html"], "href")) == {"../../harbour/"}
    assert set(attributes(pages["briefs/ferry/index.html"], "href")) == {"../harbour/"}
    said = "".join(pages.values())
    assert all(article.meta.title not in said for article in harbour().brief.articles.values())


def test_an_article_is_found_at_its_old_ids_at_each_slug() -> None:
    findings = with_alias("ferry")
    echo = findings.brief.articles["echo"]
    renamed = replace(echo, meta=echo.meta.model_copy(update={"aliases": ("radio",)}))
    articles = {**findings.brief.articles, "echo": renamed}
    pages = made(replace(findings, brief=replace(findings.brief, articles=articles)))
    assert {"briefs/harbour/radio/index.html", "briefs/ferry/radio/index.html"} <= pages.keys()
    for slug, link in (("harbour", "../echo/"), ("ferry", "../../harbour/echo/")):
        assert set(attributes(pages[f"briefs/{slug}/radio/index.html"], "href")) == {link}


def test_titles_are_text() -> None:
    page = made(with_alias("ferry"))["briefs/ferry/index.html"]
    assert "A ferry &lt;b&gt;aground&lt;/b&gt; &amp; afloat" in page
    assert "<b>" not in page
    assert "<script" not in page
