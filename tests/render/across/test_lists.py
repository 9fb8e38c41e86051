"""Pages across briefs list what is published, newest first, on as many pages as it takes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.model.findings import Corrected, Record
from generator.model.page import Page
from generator.render import record
from generator.render.across.home import NEWEST
from generator.render.across.paging import CARDS, CLAIMS, CORRECTIONS, LINES, TAGS, YEARS
from tests.render.across.made import html, lean, made, pages_of, shown, site
from tests.render.dom import attributes
from tests.render.harbour import harbour

LISTS = ["briefs/", "tags/", "outlets/", "parties/", "archive/", "corrections/"]


def corrected(day: str, was: str = "then", claim: str | None = None) -> Corrected:
    return Corrected(day, day, was, "now", "why", claim, minor=claim is None)


def dead_links(pages: dict[str, Page], records: tuple[Record, ...]) -> list[str]:
    known = {path.removesuffix("index.md") for path in pages} | {"method/"}
    for one in records:
        known.add(f"briefs/{one.slug}/")
        known |= {f"briefs/{one.slug}/{a.source}/" for outlet in one.outlets for a in outlet.articles}
    dead = []
    for path, page in pages.items():
        for link in attributes(html(page), "href"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.split("#")[0]))
            if "://" not in link and f"{target}/" not in known:
                dead.append(f"{path} -> {link}")
    return dead


def test_an_empty_site_has_all_its_lists_and_nothing_below_them() -> None:
    pages = site()
    assert list(pages) == ["index.md", *(f"{folder}index.md" for folder in LISTS)]
    assert all(page.revised is None for page in pages.values())
    assert all(re.search("There is no brief|No brief has", shown(page)) for page in pages.values())
    assert dead_links(pages, ()) == []


def test_one_brief_is_on_every_list_that_it_belongs_to() -> None:
    records = (record(harbour()),)
    pages = site(*records)
    assert {"tags/ferries/index.md", "outlets/echo/index.md", "parties/coastguard/index.md"} < pages.keys()
    assert {"archive/2026/index.md", "archive/2026/03/index.md"} < pages.keys()
    assert dead_links(pages, records) == []
    assert not any("b-pager" in html(page) for page in pages.values())


def test_home_says_what_the_site_does_how_much_there_is_and_what_the_marks_mean() -> None:
    home = shown(site(made("a"), made("b"))["index.md"])
    assert "Each brief sets several reports of one event side by side, claim by claim." in home
    assert "2 briefs, with 6 articles of 3 outlets and 10 claims compared." in home
    for word in ("corroborated", "repeated", "differs", "not comparable", "one source"):
        assert word in home


def test_home_has_the_newest_first_and_does_not_grow_without_end() -> None:
    home = shown(site(made("a", "2025-01-01"), made("b", "2026-01-01"), made("c", "2025-06-01"))["index.md"])
    assert re.findall(r"Brief (\w)\n", home) == ["b", "c", "a"]
    assert "All briefs" not in home
    full = shown(site(*(made(f"b{n}") for n in range(NEWEST + 5)))["index.md"])
    assert full.count("Brief b") == NEWEST
    assert "All briefs" in full


@pytest.mark.parametrize(
    ("count", "on_each"), [(1, [1]), (CARDS, [CARDS]), (CARDS + 1, [CARDS, 1]), (2 * CARDS, [CARDS, CARDS])]
)
def test_all_briefs_stand_newest_first_on_pages_of_so_many(count: int, on_each: list[int]) -> None:
    pages = site(*(lean(f"b{n:03}", day=f"2026-01-{n % 28 + 1:02}") for n in range(count)))
    listed = [
        re.findall(r'<h2 class="b-card__title".*?briefs/(b\d+)/', html(p)) for p in pages_of(pages, "briefs/")
    ]
    assert [len(each) for each in listed] == on_each
    days = [int(slug[1:]) % 28 for each in listed for slug in each]
    assert days == sorted(days, reverse=True)
    assert len({slug for each in listed for slug in each}) == count


def test_the_archive_counts_years_and_months_and_lists_them() -> None:
    records = (
        made("a", "2025-01-01"),
        made("b", "2026-03-01"),
        made("c", "2026-03-09"),
        made("d", "2026-01-09"),
    )
    pages = site(*records)
    assert re.findall(r"\d{4}\s+\d briefs?", shown(pages["archive/index.md"])) == [
        "2026 3 briefs",
        "2025 1 brief",
    ]
    assert re.findall(r"(March|January) (\d)", shown(pages["archive/index.md"])) == [
        ("March", "2"),
        ("January", "1"),
        ("January", "1"),
    ]
    year = pages["archive/2026/index.md"]
    assert re.findall(r"Brief (\w)\b", shown(year)) == ["c", "b", "d"]
    assert re.findall(r"<h2[^>]*>(\w+)</h2>", html(year)) == ["March", "January"]
    month = pages["archive/2026/03/index.md"]
    assert re.findall(r"Brief (\w)\b", shown(month)) == ["c", "b"]
    assert month.meta["title"] == "Briefs of March 2026"
    assert dead_links(pages, records) == []


def test_corrections_of_all_briefs_stand_newest_first_with_their_brief_and_claim() -> None:
    first = made(
        "a", corrections=(corrected("2025-02-01", "was-3"), corrected("2025-04-01", "was-1", "aboard"))
    )
    page = site(first, made("b", corrections=(corrected("2025-03-01", "was-2"),)))["corrections/index.md"]
    assert re.findall("was-[123]", shown(page)) == ["was-1", "was-2", "was-3"]
    assert attributes(html(page), "href") == [
        "../briefs/a/",
        "../briefs/a/#claim-aboard",
        "../briefs/b/",
        "../briefs/a/",
    ]
    assert shown(page).count("minor") == 2


def test_withdrawn_briefs_are_listed_nowhere_and_drafts_only_in_a_preview() -> None:
    records = (made("gone", status="withdrawn"), made("soon", status="draft"))
    assert list(site(*records)) == list(site())
    preview = site(*records, drafts=True)
    for path in ("index.md", "outlets/echo/index.md", "parties/coastguard/index.md", "archive/2026/index.md"):
        assert re.search(r"Brief soon.*?draft|draft.*?Brief soon", shown(preview[path]), re.DOTALL), path
    assert not any("gone" in html(page) for page in preview.values())


def test_tags_that_differ_in_case_alone_are_one() -> None:
    pages = site(made("a", tags=("Sea", "sea")), made("b", tags=("sea",)))
    assert re.findall(r"(?i)(sea)\s+(\d)", shown(pages["tags/index.md"])) == [("Sea", "2")]
    assert re.findall(r"Brief (\w)\b", shown(pages["tags/sea/index.md"])) == ["a", "b"]


def test_old_addresses_of_a_tag_an_outlet_and_a_party_still_lead_to_their_line() -> None:
    pages = site(record(harbour()))
    assert 'id="tag-ferries"' in html(pages["tags/index.md"])
    assert 'id="outlet-echo"' in html(pages["outlets/index.md"])
    assert 'id="party-coastguard"' in html(pages["parties/index.md"])


def a_large_site() -> tuple[Record, ...]:
    """More of everything than a page holds."""
    return tuple(
        lean(
            f"b{n:04}",
            size=12,
            papers=LINES + 1 if n == 0 else 2,
            day=f"{2030 - n % (YEARS + 1)}-0{n % 2 + 1}-01",
            tags=("all", *((f"tag {t}" for t in range(TAGS)) if n == 0 else ())),
            corrections=(corrected("2026-01-01"),),
        )
        for n in range(4 * LINES)
    )


@pytest.fixture(scope="module")
def large() -> dict[str, Page]:
    return site(*a_large_site())


def test_every_list_that_grows_is_cut_into_pages(large: dict[str, Page]) -> None:
    folders = [*LISTS, "tags/all/", "outlets/paper-0/", "parties/wire/"]
    assert {folder: len(list(pages_of(large, folder))) for folder in folders} == {
        "briefs/": 4 * LINES // CARDS,
        "tags/": 2,
        "outlets/": 2,
        "parties/": 1,
        "archive/": 2,
        "corrections/": 4 * LINES // CORRECTIONS,
        "tags/all/": 4,
        "outlets/paper-0/": 4 * LINES * 12 // CLAIMS,
        "parties/wire/": 4 * LINES * 12 // CLAIMS,
    }
    assert dead_links(large, a_large_site()) == []


def test_no_page_grows_with_the_site(large: dict[str, Page]) -> None:
    assert max(html(page).count("<a ") for page in large.values()) < 2 * CLAIMS
    assert max(html(page).count("<li") for page in large.values()) < 2 * CLAIMS
    assert max(len(html(page)) for page in large.values()) < 150_000


def test_each_page_has_an_address_a_title_and_a_description_of_its_own(large: dict[str, Page]) -> None:
    assert len({path.casefold() for path in large}) == len(large)
    titles = [page.meta["title"] for page in large.values()]
    assert sorted(titles) == sorted(set(titles))
    second = large["tags/all/page.2/index.md"]
    assert second.meta["title"] == "Tag: all, page 2"
    assert str(second.meta["description"]).endswith(" Page 2 of 4.")
    assert "Page 2 of 4" in shown(second)


def test_the_pages_of_a_list_lead_to_one_another(large: dict[str, Page]) -> None:
    pages = list(pages_of(large, "corrections/"))
    for before, after in pairwise(pages):
        assert "list_next" in before.meta
        assert "list_previous" in after.meta
        assert f'href="{before.meta["list_next"]}" rel="next"' in html(before)
    assert "list_previous" not in pages[0].meta
    assert "list_next" not in pages[-1].meta
    middle = html(pages[2])
    assert re.findall(r'aria-label="(Page \d)" aria-current="page"', middle) == ["Page 3"]
    assert '<nav class="b-pager" aria-label="Pages of this list"' in middle


def test_a_page_is_as_new_as_the_newest_of_what_it_shows() -> None:
    old = [lean(f"b{n:02}", "2020-01-01", tags=("old",)) for n in range(CARDS)]
    pages = site(lean("new", "2026-05-01", revised="2026-06-07"), *old)
    assert [page.revised for page in pages_of(pages, "briefs/")] == ["2026-06-07", "2020-01-01"]
    assert pages["tags/old/index.md"].revised == "2020-01-01"
    assert pages["archive/2020/index.md"].revised == "2020-01-01"
    assert pages["outlets/paper-0/index.md"].revised == "2026-06-07"
    assert pages["corrections/index.md"].revised == "2026-06-07"  # that there are none was true then


def test_search_finds_an_outlet_by_its_name_and_no_list_by_what_it_lists(large: dict[str, Page]) -> None:
    for path, page in large.items():
        is_further = "/page." in path or path.startswith("archive/2")
        assert (page.meta.get("search") == {"exclude": True}) is is_further, path
    outlet = html(large["outlets/paper-0/index.md"])
    assert outlet.index("<h2") > outlet.index('<div data-search-exclude="true">')


def test_what_search_leaves_out_holds_no_element_of_its_own_name(large: dict[str, Page]) -> None:
    for path, page in large.items():
        for tag, inside in re.findall(
            r"<(\w+)[^>]* data-search-exclude=\"true\">(.*?)</\1>", html(page), re.DOTALL
        ):
            assert f"<{tag}" not in inside, path


SLUGS = ["2", "page", "page-2", "page2", "index", "archive", "2026", "03"]


def test_no_name_that_an_editor_may_choose_collides_with_a_page_of_a_list() -> None:
    first = lean("brief", size=CLAIMS + 1)
    named = [
        replace(
            lean(slug, size=1),
            outlets=tuple(replace(o, party=slug) for o in lean(slug, size=1, papers=1).outlets),
            parties=tuple(replace(k, party=slug) for k in lean(slug, papers=1).parties[:1]),
            origins=(replace(lean(slug).origins[0], party=slug, outlets=(slug,)),),
            tags=(slug, slug.upper(), f"{slug}.", f"page.{slug}", "page.2"),
        )
        for slug in SLUGS
    ]
    filler = [lean(f"filler-{n}", tags=("page.2",)) for n in range(LINES + CARDS)]
    records = (first, *named, *filler)
    pages = site(*records)
    taken = [f"briefs/{slug}/index.md" for slug in SLUGS]
    assert len({path.casefold() for path in (*pages, *taken)}) == len(pages) + len(taken)
    own = {f"{folder}{slug}/index.md" for folder in ("outlets/", "parties/") for slug in SLUGS}
    assert own | {"tags/index/index.md", "tags/page/index.md", "tags/2/index.md"} <= pages.keys()
    assert dead_links(pages, records) == []


def test_a_title_in_another_language_than_the_sites_says_so() -> None:
    one = made("a", language="sv", tags=("fartyg",))
    marked = re.compile(r'lang="sv" dir="auto">(<a [^>]*>)?Brief a')
    for path in ("index.md", "briefs/index.md", "tags/fartyg/index.md", "archive/2026/index.md"):
        assert marked.search(html(site(one)[path])), path
        assert 'lang="sv"' not in html(site(one, language="sv")[path])


def test_a_swedish_site_says_all_of_its_own_words_in_swedish() -> None:
    pages = site(made("a", "2026-03-09", language="sv"), language="sv")
    assert "Vad redaktioner är överens om" in shown(pages["index.md"])
    assert "9 mars 2026" in shown(pages["index.md"])
    assert pages["archive/2026/03/index.md"].meta["title"] == "Genomgångar från mars 2026"
    own = {"index.md", *(f"{folder}index.md" for folder in LISTS)}
    english = r"\b(the|of|brief|briefs|claim|claims|reported|outlet|newest|alone|shared)\b"
    for path in own:
        words = re.sub(
            r"Brief a|The \w+|Northern Wire|Ferry company|Three reports of one ferry\.",
            "",
            shown(pages[path]),
        )
        assert not re.search(english, words), (path, re.search(english, words))
