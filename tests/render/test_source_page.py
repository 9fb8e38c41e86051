"""An annotated article shows what its rights allow, whole and unchanged, and nothing else anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.page import Markup, Page
from generator.model.settings import Settings
from generator.render import render_brief, to_markdown
from tests.render.dom import attributes, texts
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties


def page_of(source: str) -> Page:
    return next(
        p for p in render_brief(harbour(), Settings()) if p.path == f"briefs/harbour/{source}/index.md"
    )


def html(page: Page) -> str:
    return "\n".join(part.html for part in page.parts if isinstance(part, Markup))


def everything(page: Page) -> str:
    """All that leaves the house: text, attributes, front matter."""
    return html(page) + to_markdown(page) + str(page.meta)


def without_numbers(page: str) -> str:
    return re.sub(r'<sup class="b-num".*?</sup>', "", page)


def paragraphs(page: str) -> list[str]:
    return [
        texts(p) for p in re.findall(r'<p class="b-text"[^>]*>(.*?)</p>', without_numbers(page), re.DOTALL)
    ]


def test_all_of_an_article_with_full_rights_is_there_word_for_word() -> None:
    body = harbour().brief.articles["echo"].body
    assert paragraphs(html(page_of("echo"))) == [p.span.of(body.text) for p in body.paragraphs]


def test_of_excerpts_only_the_annotated_sentences_are_there() -> None:
    page = everything(page_of("herald"))
    assert "Divers look at the hull on Thursday." in texts(without_numbers(html(page_of("herald"))))
    for hidden in ("secret", "hidden remark", "last paragraph", "What happens next"):
        assert hidden not in page


def test_gaps_of_excerpts_are_visible() -> None:
    assert paragraphs(html(page_of("herald")))[-1] == "[…] Divers look at the hull on Thursday. […]"
    assert html(page_of("herald")).count("b-gap-block") == 2  # the subheading, the last paragraph


def test_without_rights_only_quotations_are_there() -> None:
    page = page_of("bladet")
    assert "b-text" not in html(page)
    assert "Färjan Anna gick på grund" in texts(html(page))
    for hidden in ("enligt rederiet", "Detta", "läsa"):
        assert hidden not in everything(page)


def test_what_one_page_withholds_no_other_page_of_the_brief_shows() -> None:
    for page in render_brief(harbour(), Settings()):
        for hidden in ("secret", "hidden remark", "last paragraph", "enligt rederiet", "Detta"):
            assert hidden not in everything(page)


def test_a_preview_alone_lists_the_sentences_that_nothing_touches_and_where_they_stand() -> None:
    pages = {p.path.split("/")[2]: html(p) for p in render_brief(harbour(), Settings(drafts=True))}
    herald = pages["herald"][pages["herald"].index("<details") :]
    assert "Sentences that no claim or note touches: 3 of 8" in texts(herald)
    assert "line 13 A secret that no note touches." in texts(herald)
    listed, _, _ = herald.partition("b-untouched--whole")
    assert "Divers look at the hull" not in listed
    assert "Detta får ingen läsa." in texts(pages["bladet"])
    assert "b-untouched" not in pages["index.md"]
    for page in render_brief(harbour(), Settings()):
        assert "b-untouched" not in everything(page)


def test_a_preview_alone_has_the_whole_text_where_the_page_must_leave_some_out() -> None:
    pages = {p.path.split("/")[2]: html(p) for p in render_brief(harbour(), Settings(drafts=True))}
    assert "A secret that no note touches. Divers look" in " ".join(texts(pages["herald"]).split())
    assert "Detta får ingen läsa." in texts(pages["bladet"])
    full = [source for source, each in harbour().brief.articles.items() if each.meta.rights == "full"]
    assert full
    for source, page in pages.items():
        assert ("b-untouched--whole" in page) == (source in harbour().brief.articles and source not in full)


def test_a_preview_says_so_where_everything_is_touched() -> None:
    claim = {"id": "a", "claim": "A", "reports": {"x": "All of it."}}
    made = findings({"claims": [claim]}, {"x": article("x", "All of it.")}, parties(x="X"))
    page = html(render_brief(made, Settings(drafts=True))[1])
    assert "Sentences that no claim or note touches: 0 of 1. Only the preview says so." in texts(page)
    assert "<ul>" not in page


@pytest.mark.parametrize("source", ["herald", "echo", "bladet"])
def test_every_number_leads_to_its_note_and_back(source: str) -> None:
    page = html(page_of(source))
    ids = attributes(page, "id")
    assert len(ids) == len(set(ids))
    numbers = {i.removeprefix("h-") for i in ids if i.startswith("h-")}
    assert numbers == {i.removeprefix("n-") for i in ids if i.startswith("n-")}
    assert numbers
    links = set(attributes(page, "href"))
    assert {f"#n-{n}" for n in numbers} | {f"#h-{n}" for n in numbers} <= links


def test_a_headline_that_is_quoted_is_highlighted_in_the_title() -> None:
    title = re.search(r"<h1.*?</h1>", html(page_of("echo")), re.DOTALL)
    assert title
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", title[0]) == ["hit a rock"]


def test_a_subheading_has_no_id_that_could_meet_another() -> None:
    page = render_brief(_quoting("## Sources\n\nSome words here.", "words", "full"), Settings())[1]
    assert re.search(r'<h2 class="b-subheading" lang="en" dir="auto">Sources</h2>', html(page))


_WORDS = [
    "One",
    "two.",
    "Three",
    "<b>four</b>",
    "five?",
    "Six",
    "&amp;",
    "\n\n",
    "\n",
    "seven",
    "“eight”",
    "9.",
    "Ten!",
]
_BODY = (
    st.lists(st.sampled_from(_WORDS), min_size=3, max_size=30)
    .map(" ".join)
    .filter(lambda b: len(b.split()) > 2)
)


def _quoting(body: str, quote: str, rights: str) -> object:
    claim = {"id": "c", "claim": "C", "reports": {"a": quote}}
    return findings({"claims": [claim]}, {"a": article("a", body, rights=rights)}, parties(a="A"))


@settings(max_examples=150, deadline=None)
@given(_BODY, st.data())
def test_full_text_is_shown_unchanged_wherever_it_is_marked(body: str, data: st.DataObject) -> None:
    made = article("a", body, rights="full")
    paragraph = data.draw(st.sampled_from(made.body.paragraphs)).span.of(made.body.text)
    start = data.draw(st.integers(0, len(paragraph) - 1))
    quote = paragraph[start : data.draw(st.integers(start + 1, len(paragraph)))].strip()
    if not quote:
        return
    page = render_brief(_quoting(body, quote, "full"), Settings())[1]  # type: ignore[arg-type]
    assert paragraphs(html(page)) == [p.span.of(made.body.text) for p in made.body.paragraphs]
    marked = "".join(
        texts(m) for m in re.findall(r"<mark[^>]*>(.*?)</mark>", without_numbers(html(page)), re.DOTALL)
    )
    assert marked == quote


_SENTENCES = [
    f"Sentence {name} is here." for name in ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf")
]


@settings(max_examples=100, deadline=None)
@given(
    st.permutations(_SENTENCES),
    st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=7, max_size=7),
    st.data(),
)
def test_no_sentence_that_is_not_annotated_leaves_the_house(
    sentences: list[str], between: list[str], data: st.DataObject
) -> None:
    body = "".join(s + b for s, b in zip(sentences, between, strict=True))
    chosen = data.draw(st.sampled_from(sentences))
    for rights in ("excerpts", "none"):
        for page in render_brief(_quoting(body, chosen.removesuffix("."), rights), Settings()):  # type: ignore[arg-type]
            names = {name for name in (s.split()[1] for s in _SENTENCES) if name in everything(page)}
            assert names <= {chosen.split()[1]}
