"""What a reader can do with the script: filter, compare two, read notes in the margin; and what stands without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.acceptance.conftest import CHROMIUM, served
from tests.acceptance.desk import Desk, article, as_yaml, bare_site
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CONFIG = """\
site_name: A site with a script
site_url: https://example.org/
docs_dir: site_src
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, briefs]
"""
ALDER = ["The quay was closed", "Nine boats sank", "The mayor wept", "No one was hurt", "Rope was short"]
BIRCH = ["The quay was shut", "Ten boats sank", "The mayor wept", "No one was hurt"]
CEDAR = ["They closed the quay", "Nine boats sank", "Some people were hurt", "It rained"]
NOTES = 48
LONG = " ".join(["A note that takes more room than the words that it is about."] * 3)
QUAY = "briefs/quay/"
TOGGLES = ".b-strip__switch"
ROWS = ".b-row:not(.b-out) h3"


def _claim(name: str, **reports: str | dict[str, str]) -> dict[str, Any]:
    return {"id": name, "claim": f"On {name}", "reports": reports}


def _brief() -> dict[str, Any]:
    """Four sources: one claim corroborated, one repeated, two that differ, two of one source alone."""
    denied = {"quote": CEDAR[2], "stance": "denies"}
    wept = [{"quote": side[2], "via": ["wire"]} for side in (ALDER, BIRCH)]
    return {
        "title": "The quay",
        "summary": "Four reports of one quay.",
        "date": "2026-05-01",
        "sources": ["alder", "birch", "cedar", "dogwood"],
        "claims": [
            _claim("closing", alder=ALDER[0], birch=BIRCH[0], cedar=CEDAR[0]),
            _claim("boats", alder=ALDER[1], birch={"quote": BIRCH[1], "stance": "denies"}),
            _claim("mayor", alder=wept[0], birch=wept[1]),
            _claim("harm", birch=BIRCH[3], cedar=denied),
            _claim("rope", alder=ALDER[4]),
            _claim("rain", cedar=CEDAR[3]),
        ],
        "notes": [
            {"source": "dogwood", "quote": f"passage number {n} of many", "note": LONG}
            for n in range(1, NOTES + 1)
        ],
    }


def _texts() -> dict[str, str]:
    """The articles: three short ones, and one with more notes than there is room for beside it."""
    paragraphs = [
        " ".join(f"Here stands passage number {n} of many." for n in range(first, first + 6))
        for first in range(1, NOTES + 1, 6)
    ]
    sides = {"alder": ALDER, "birch": BIRCH, "cedar": CEDAR}
    short = {name: f"{side[0]}. {side[1]}.\n\n{'. '.join(side[2:])}." for name, side in sides.items()}
    return {**short, "dogwood": "\n\n".join(paragraphs)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    desk = bare_site(tmp_path_factory.mktemp("script")).write(
        {
            "mkdocs.yml": CONFIG,
            "briefs/quay/brief.yml": as_yaml(_brief()),
            **{
                f"briefs/quay/articles/{name}.md": article(
                    text, outlet=name, title=f"By {name}", rights="full"
                )
                for name, text in _texts().items()
            },
        }
    )
    outcome = desk.run("build", "-q", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    with served(desk.root / "site") as address:
        yield f"{address}/"


@pytest.fixture
def tab(address: str, browser: Browser) -> Iterator[Page]:
    """A wide tab. A fault of the script is a fault of the test."""
    faults: list[str] = []
    tab = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tab.on("pageerror", lambda error: faults.append(str(error)))
    yield tab
    tab.close()
    assert faults == []


def shown(tab: Page) -> list[str]:
    """The claims whose rows can be seen."""
    return [heading.split()[1] for heading in tab.locator(ROWS).all_inner_texts()]


def heads(tab: Page) -> list[str]:
    """The sources whose columns can be seen."""
    found: list[str] = tab.eval_on_selector_all(
        "thead [data-source]", "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.source)"
    )
    return found


def said(tab: Page) -> str:
    return tab.inner_text(".b-showing [role=status]")


def asked(tab: Page) -> str:
    """What the address says after the page's path."""
    return tab.url.split(QUAY, 1)[1]


def pick(tab: Page, first: str, second: str) -> None:
    tab.get_by_label("First source").select_option(first)
    tab.get_by_label("Second source").select_option(second)


ALL = ["closing", "boats", "mayor", "harm", "rope", "rain"]


def test_counts_filter_the_table_and_the_address_keeps_which(tab: Page) -> None:
    tab.goto(QUAY)
    assert (shown(tab), asked(tab), said(tab)) == (ALL, "", "")
    tab.locator(TOGGLES, has_text="differs").focus()
    tab.keyboard.press("Space")
    assert (shown(tab), asked(tab)) == (["boats", "harm"], "?status=differs")
    assert said(tab) == "Showing 2 of 6 claims."
    tab.locator(TOGGLES, has_text="repeated").press("Enter")
    assert (shown(tab), asked(tab)) == (["boats", "mayor", "harm"], "?status=repeated,differs")
    pressed = tab.locator(f"{TOGGLES}[aria-pressed=true]").all_inner_texts()
    assert [" ".join(text.split()) for text in pressed] == ["1 repeated", "2 differs"]
    tab.get_by_role("button", name="Show all").click()
    assert (shown(tab), asked(tab), said(tab)) == (ALL, "", "Showing 6 of 6 claims.")
    assert tab.evaluate("document.activeElement.matches('.b-strip__switch')")


def test_a_filter_is_restored_on_load_and_on_going_back_and_forth(tab: Page) -> None:
    tab.goto(f"{QUAY}?keep=1&status=repeated,nonsense")
    assert shown(tab) == ["mayor"]
    tab.evaluate("location.hash = 'sources'")
    tab.locator(TOGGLES, has_text="repeated").click()
    tab.locator(TOGGLES, has_text="one source").click()
    assert (shown(tab), asked(tab)) == (["rope", "rain"], "?keep=1&status=one-source#sources")
    tab.go_back()
    until(tab, "document.querySelectorAll('.b-row:not(.b-out)').length === 1")
    assert shown(tab) == ["mayor"]
    tab.go_forward()
    until(tab, "document.querySelectorAll('.b-row:not(.b-out)').length === 2")
    assert shown(tab) == ["rope", "rain"]


def test_a_link_to_a_claim_always_shows_it(tab: Page) -> None:
    tab.goto(f"{QUAY}?status=repeated#claim-rain")
    assert shown(tab) == ["mayor", "rain"]
    assert "claim-rain" in in_sight(tab)
    tab.locator(".b-alone a", has_text="rope").click()
    until(tab, "!document.getElementById('claim-rope').closest('.b-row').matches('.b-out')")
    assert shown(tab) == ["mayor", "rope"]
    assert "claim-rope" in in_sight(tab)
    tab.locator(TOGGLES, has_text="differs").click()
    assert (shown(tab), asked(tab)) == (["boats", "mayor", "harm"], "?status=repeated,differs")


def in_sight(tab: Page) -> list[str]:
    """Which claims stand wholly between the header's lower edge and the window's."""
    found: list[str] = tab.evaluate(
        """() => [...document.querySelectorAll('.b-claim__text')].filter(claim => {
          const {top, bottom} = claim.getBoundingClientRect();
          return top >= document.querySelector('.md-header').getBoundingClientRect().bottom && bottom <= innerHeight;
        }).map(claim => claim.id)"""
    )
    return found


def test_two_sources_are_laid_side_by_side_and_the_address_keeps_which(tab: Page) -> None:
    tab.goto(QUAY)
    pick(tab, "birch", "cedar")
    assert heads(tab) == ["birch", "cedar"]
    assert shown(tab) == ["closing", "boats", "mayor", "harm", "rain"]
    assert tab.locator(".b-row:has(.b-both) h3").all_inner_texts() == [
        tab.locator(f"#claim-{name}").inner_text() for name in ("closing", "harm")
    ]
    assert said(tab) == "Showing 5 of 6 claims; both sources report 2; a status counts all sources."
    assert asked(tab) == "?compare=birch,cedar"
    tab.locator(TOGGLES, has_text="differs").click()
    assert (shown(tab), asked(tab)) == (["boats", "harm"], "?status=differs&compare=birch,cedar")
    assert tab.locator(".b-both").count() == 1
    tab.reload()
    assert (shown(tab), heads(tab)) == (["boats", "harm"], ["birch", "cedar"])
    assert tab.get_by_label("Second source").input_value() == "cedar"
    assert tab.get_by_label("First source").locator("option:disabled").all_inner_texts() == ["Radio Cedar"]
    tab.get_by_role("button", name="Show all").click()
    assert (shown(tab), len(heads(tab)), asked(tab)) == (ALL, 4, "")
    assert tab.locator(".b-both").count() == 0


@pytest.mark.parametrize("choice", ["alder", "alder,alder", "alder,nobody", "alder,birch,cedar"])
def test_a_choice_that_is_not_two_sources_compares_nothing(choice: str, tab: Page) -> None:
    tab.goto(f"{QUAY}?compare={choice}")
    assert (shown(tab), len(heads(tab))) == (ALL, 4)


def test_on_a_phone_cards_are_filtered_and_compared_too_and_nothing_is_too_wide(tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    for place in ("", QUAY, f"{QUAY}?status=differs&compare=birch,cedar", f"{QUAY}dogwood/"):
        tab.goto(place)
        assert tab.evaluate("document.documentElement.scrollWidth") == 320, place
    tab.goto(f"{QUAY}?status=differs&compare=birch,cedar")
    assert shown(tab) == ["boats", "harm"]
    cards = tab.locator(".b-row:not(.b-out) .b-cell:not(.b-out) .b-cell__name").all_inner_texts()
    assert cards == ["Birch Evening Mail", "Radio Cedar"] * 2


def boxes(tab: Page, selector: str) -> list[dict[str, float]]:
    """The boxes of what is there, in order."""
    found: list[dict[str, float]] = tab.eval_on_selector_all(
        selector,
        """all => all.map(e => e.getClientRects()[0])
          .map(({left, right, top, bottom}) => ({left, right, top, bottom}))""",
    )
    return found


@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_many_notes_stand_beside_the_text_level_with_their_passages_and_never_overlap(
    width: int, tab: Page
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{QUAY}dogwood/")
    notes, passages = boxes(tab, ".b-margin__note"), boxes(tab, ".b-hl")
    assert len(notes) == len(passages) == NOTES
    assert abs(notes[0]["top"] - passages[0]["top"]) < 2
    lags = [note["top"] - passage["top"] for note, passage in zip(notes, passages, strict=True)]
    assert min(lags) > -2
    assert max(lags[::6]) < 260, "a paragraph runs away from its notes"
    assert all(before["bottom"] < after["top"] for before, after in pairwise(notes))
    assert min(note["left"] for note in notes) > max(passage["right"] for passage in passages)
    assert boxes(tab, ".b-back")[0]["top"] >= notes[-1]["bottom"]


def test_notes_that_have_room_part_no_paragraphs(tab: Page) -> None:
    tab.goto(f"{QUAY}alder/")
    notes, paragraphs = boxes(tab, ".b-margin__note"), boxes(tab, ".b-text")
    assert notes[1]["bottom"] > paragraphs[1]["top"]
    assert paragraphs[1]["top"] - paragraphs[0]["bottom"] < 40


def test_notes_follow_when_the_window_changes_and_stand_under_their_paragraph_when_narrow(tab: Page) -> None:
    tab.goto(f"{QUAY}dogwood/")
    for width in (700, 1100, 900):
        tab.set_viewport_size({"width": width, "height": 900})
        until(tab, f"document.querySelector('.b-placed') ? {width} > 992 : {width} <= 992")
    notes, paragraphs = boxes(tab, ".b-margin__note"), boxes(tab, ".b-text")
    assert all(before["bottom"] <= after["top"] for before, after in pairwise(notes))
    assert paragraphs[0]["bottom"] <= notes[0]["top"] < notes[5]["bottom"] <= paragraphs[1]["top"]
    assert boxes(tab, ".b-back")[0]["top"] - notes[-1]["bottom"] < 60


def lit(tab: Page) -> list[str]:
    found: list[str] = tab.eval_on_selector_all(".b-lit", "all => all.map(e => e.localName + e.dataset.h)")
    return sorted(found)


def test_a_passage_and_its_note_light_up_together_by_pointer_and_by_keyboard(tab: Page) -> None:
    tab.goto(f"{QUAY}dogwood/")
    assert lit(tab) == []
    tab.locator("#h-2").hover()
    assert lit(tab) == ["div2", "mark2", "sup2"]
    tab.locator("#n-3 .b-prose").hover()
    assert lit(tab) == ["div3", "mark3", "sup3"]
    tab.locator(".md-header__title").hover()
    assert lit(tab) == []
    tab.locator("sup[data-h='4'] a").focus()
    assert lit(tab) == ["div4", "mark4", "sup4"]
    tab.locator("#n-5 .b-margin__number").focus()
    assert lit(tab) == ["div5", "mark5", "sup5"]


@pytest.mark.parametrize("target", ["h-30", "n-30"])
def test_a_link_to_a_passage_or_a_note_ends_below_the_header(target: str, tab: Page) -> None:
    tab.goto(f"{QUAY}dogwood/#{target}")
    header, aimed = boxes(tab, ".md-header")[0], boxes(tab, f"#{target}")[0]
    assert header["bottom"] <= aimed["top"] < 900 - 100


def test_a_note_leads_back_to_its_claim(tab: Page) -> None:
    tab.goto(f"{QUAY}alder/")
    tab.locator("#n-2 .b-ref a").click()
    tab.wait_for_url("**/briefs/quay/#claim-boats")
    tab.locator(TOGGLES).first.wait_for()
    assert "claim-boats" in in_sight(tab)


def test_instant_navigation_keeps_everything_working(address: str, desk: Desk, tab: Page) -> None:
    sitemap = (desk.root / "site/sitemap.xml").read_text("utf-8").replace("https://example.org/", address)
    tab.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml"))
    with tab.expect_response("**/sitemap.xml"):
        tab.goto(QUAY)
    tab.evaluate("window.stayed = true")
    tab.wait_for_timeout(300)  # Material reads the sitemap before it takes a link for one of the site's
    tab.locator(TOGGLES, has_text="differs").click()
    tab.locator(".b-row:not(.b-out) a.b-quote__link").first.click()
    tab.wait_for_selector(".b-placed")
    assert "h-2" in tab.url
    assert tab.evaluate("window.stayed")
    tab.go_back()
    tab.wait_for_selector(TOGGLES)
    until(tab, "document.querySelectorAll('.b-row:not(.b-out)').length === 2")
    assert (shown(tab), asked(tab)) == (["boats", "harm"], "?status=differs")
    tab.locator(TOGGLES, has_text="differs").click()
    pick(tab, "alder", "cedar")
    assert (len(heads(tab)), asked(tab)) == (2, "?compare=alder,cedar")
    assert tab.evaluate("window.stayed")


def test_it_works_from_a_file(desk: Desk, browser: Browser) -> None:
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    page = (desk.root / "site/briefs/quay/index.html").as_uri()
    tab.goto(f"{page}?compare=birch,cedar")
    assert heads(tab) == ["birch", "cedar"]
    tab.locator(TOGGLES, has_text="differs").click()
    assert shown(tab) == ["boats", "harm"]
    tab.goto((desk.root / "site/briefs/quay/dogwood/index.html").as_uri())
    notes = boxes(tab, ".b-placed .b-margin__note")
    assert all(before["bottom"] < after["top"] for before, after in pairwise(notes))
    tab.close()
    assert faults == []


def test_without_the_script_and_on_paper_everything_is_there(address: str, browser: Browser) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{QUAY}?status=differs&compare=birch,cedar#claim-rain")
    assert shown(tab) == ALL
    assert tab.locator("thead th:visible").count() == 5
    assert tab.locator(".b-controls").is_hidden()
    assert tab.locator(".b-strip button").count() == 0
    tab.goto(f"{QUAY}dogwood/")
    assert tab.locator(".b-margin__note:visible").count() == NOTES
    context.close()
    tab = browser.new_page(base_url=address)
    tab.goto(f"{QUAY}?status=differs&compare=birch,cedar")
    tab.emulate_media(media="print")
    assert tab.locator(".b-row:visible").count() == len(ALL)
    assert tab.locator(".b-cell__name:visible").count() == 4 * len(ALL)
    tab.close()


def test_no_page_has_a_style_or_a_script_of_its_own(desk: Desk) -> None:
    for page in (desk.root / "site/briefs").rglob("index.html"):
        article = Path(page).read_text("utf-8").split("<article", 1)[1].split("</article>", 1)[0]
        assert not re.search(r"""<[^<>]* style=""", article)
        assert "<script" not in article
