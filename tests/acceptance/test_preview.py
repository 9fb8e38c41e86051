"""The preview in a browser: it follows each edit, and shows what is wrong in the page instead of dying."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.waiting import until

from .broken.port import ALDER, BRIEF, FILES, REGISTER
from .conftest import own_site
from .desk import Desk
from .serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NOTICE = "#briefs-preview"
TABLE = ".b-scroll > .b-table"
HOSTILE = "<img src=x onerror=\"document.title='owned'\">"
AXE = """() => axe.run({resultTypes: ['violations'], selectors: false}).then(found =>
  found.violations.map(violation => violation.id + ': ' + violation.nodes[0].html))"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return own_site(tmp_path_factory.mktemp("preview")).write(FILES)


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    with serving(desk) as address:
        yield address


@pytest.fixture
def page(browser: Browser, desk: Desk, address: str) -> Iterator[Page]:
    """A tab at the brief, of files that are all right."""
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/briefs/port/")
    good = (desk.root / "mkdocs.yml").read_text("utf-8")
    yield page
    context.close()
    for extra in ("overrides", "briefs/bad", "briefs/flood", "briefs/deluge"):
        shutil.rmtree(desk.root / extra, ignore_errors=True)
    desk.write({**FILES, "mkdocs.yml": good})


def test_an_edit_shows_by_itself_and_what_the_reader_did_stays(page: Page, desk: Desk) -> None:
    page.evaluate("document.querySelector('.b-table .b-row details summary').click()")
    unfolded = page.locator("details[open] > summary").first.inner_text()
    page.evaluate("scrollTo(0, 600)")
    page.evaluate("window.isTheOld = true")
    desk.write({BRIEF: FILES[BRIEF].replace("Two reports of a fire.", "Three reports, or two.")})
    page.get_by_text("Three reports, or two.").first.wait_for()
    assert page.evaluate("[window.isTheOld, scrollY]") == [True, 600]
    assert page.locator("details[open] > summary").first.inner_text() == unfolded
    assert page.locator(NOTICE).is_hidden()
    page.locator(".b-strip__switch").first.click()  # what our own script adds works on the new page too
    assert "status=" in page.url
    desk.write({BRIEF: FILES[BRIEF].replace("Fire in the port", "Blaze in the port")})
    until(page, "document.title.startsWith('Blaze in the port')")
    assert page.locator("h1").count() == 1


def test_what_is_new_around_the_content_loads_the_page_anew(page: Page, desk: Desk) -> None:
    page.evaluate("scrollTo(0, 600)")
    page.evaluate("window.isTheOld = true")
    good = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write({"mkdocs.yml": good.replace("site_name: The Brief", "site_name: Another name")})
    page.locator("header .md-header__topic", has_text="Another name").first.wait_for(state="attached")
    assert page.evaluate("window.isTheOld") is None
    until(page, "scrollY === 600")


def test_every_tab_follows_and_an_article_does_too(page: Page, desk: Desk, address: str) -> None:
    other = page.context.new_page()
    other.goto(f"{address}/briefs/port/alder/")
    desk.write({ALDER: FILES[ALDER].replace("Many hurt in the port", "A headline of another kind")})
    other.get_by_text("A headline of another kind").first.wait_for()
    page.bring_to_front()
    page.get_by_text("A headline of another kind").first.wait_for()


def test_a_problem_stands_in_the_page_which_stays_until_it_is_mended(page: Page, desk: Desk) -> None:
    desk.write({BRIEF: FILES[BRIEF].replace("at least 40 people were hurt", "at least 50 people were hurt")})
    notice = page.locator(NOTICE)
    notice.get_by_text("1 error: the page is as it last was without").wait_for()
    assert "briefs/port/brief.yml:19:16" in notice.inner_text()
    assert "this is not in articles/alder.md" in notice.inner_text()
    assert '"at least 40 people were hurt"' in notice.inner_text()
    assert "^^^^" in notice.locator(".bp-frame").inner_text()
    assert "at least 40 people were hurt" in page.locator(TABLE).inner_text()
    desk.write(FILES)
    notice.wait_for(state="hidden")


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        (BRIEF, FILES[BRIEF] + "\nbroken: [", "briefs/port/brief.yml:", "not closed"),
        (BRIEF, "", "briefs/port/brief.yml:1:1", "nothing stands here"),
        (ALDER, FILES[ALDER].replace("outlet: alder", "outlet: nobody"), ALDER, "nobody"),
        (REGISTER, "alder: [", "briefs/parties.yml:1:8", "not closed"),
        (REGISTER, "alder: {name: 5, nome: x}\n", "briefs/parties.yml:1:", "nome"),
    ],
    ids=["syntax", "emptied", "an article", "the register", "a party"],
)
def test_problems_of_all_files_keep_the_page(
    name: str, text: str, place: str, message: str, page: Page, desk: Desk
) -> None:
    before = page.locator(TABLE).inner_text()
    desk.write({name: text})
    notice = page.locator(NOTICE)
    notice.locator(".bp-problem").first.wait_for()
    assert place in notice.inner_text()
    assert message in notice.inner_text()
    page.reload()
    assert page.locator(TABLE).inner_text() == before
    desk.write(FILES)
    notice.wait_for(state="hidden")


@pytest.mark.parametrize(
    ("edit", "place", "message"),
    [
        (("theme:", "theme: [\nx:"), "mkdocs.yml:", "expected"),
        (("cards: true", "cards: perhaps"), "mkdocs.yml:", "write true or false"),
        (("site_name: The Brief", "site_name: [1]"), "mkdocs.yml:1:1", "expected type"),
    ],
    ids=["syntax", "an option of ours", "an option"],
)
def test_a_broken_configuration_keeps_the_last_good_one_and_says_so(
    edit: tuple[str, str], place: str, message: str, page: Page, desk: Desk
) -> None:
    good = (desk.root / "mkdocs.yml").read_text("utf-8")
    assert edit[0] in good
    desk.write({"mkdocs.yml": good.replace(*edit)})
    notice = page.locator(NOTICE)
    notice.locator(".bp-problem").first.wait_for()
    assert place in notice.inner_text()
    assert message.lower() in notice.inner_text().lower()
    desk.write({BRIEF: FILES[BRIEF].replace("Two reports of a fire.", "Edited meanwhile.")})
    page.get_by_text("Edited meanwhile.").first.wait_for()
    desk.write({"mkdocs.yml": good.replace("site_name: The Brief", "site_name: Another name")})
    page.locator("header .md-header__topic", has_text="Another name").first.wait_for(state="attached")
    notice.wait_for(state="hidden")
    desk.write({"mkdocs.yml": good})
    page.locator("header .md-header__topic", has_text="The Brief").first.wait_for(state="attached")


def test_a_brief_that_never_was_whole_has_a_page_with_its_problems(
    page: Page, desk: Desk, address: str
) -> None:
    page.goto(f"{address}/briefs/flood/")
    page.get_by_text("Not found").first.wait_for()
    desk.write({"briefs/flood/brief.yml": "title: A flood\nclaims: []\n"})
    page.locator(NOTICE).locator(".bp-problem").first.wait_for()
    assert "briefs/flood/brief.yml:1:1" in page.locator(NOTICE).inner_text()
    desk.write({f"briefs/flood/{name}": FILES[f"briefs/storm/{name}"] for name in STORM})
    page.get_by_role("heading", name="A storm", level=1).wait_for()
    assert page.locator(NOTICE).is_hidden()
    (desk.root / "briefs/flood").rename(desk.root / "briefs/deluge")
    page.get_by_text("Not found").first.wait_for()
    page.goto(f"{address}/briefs/deluge/")
    page.get_by_role("heading", name="A storm", level=1).wait_for()
    page.goto(f"{address}/briefs/")
    assert page.locator("main a[href$='/deluge/']").count() >= 1
    shutil.rmtree(desk.root / "briefs/deluge")
    until(page, "!document.querySelector('main a[href$=\"/deluge/\"]')")


STORM = ["brief.yml", "articles/alder.md"]


def test_an_edit_of_another_brief_offers_it(page: Page, desk: Desk) -> None:
    desk.write({"briefs/storm/brief.yml": FILES["briefs/storm/brief.yml"].replace("A storm", "A gale")})
    link = page.locator(NOTICE).get_by_role("link", name="A gale")
    link.click()
    page.get_by_role("heading", name="A gale", level=1).wait_for()
    assert page.url.endswith("/briefs/storm/")
    assert page.locator(NOTICE).is_hidden()
    desk.write({BRIEF: FILES[BRIEF] + "\nnonsense: x\n"})
    elsewhere = page.locator(NOTICE).get_by_text("Elsewhere")
    elsewhere.wait_for()
    assert "(1 error)" in elsewhere.inner_text()


def test_a_template_that_fails_is_a_problem_and_the_page_stays(page: Page, desk: Desk) -> None:
    good = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write({"mkdocs.yml": good.replace("  name: material", "  name: material\n  custom_dir: overrides")})
    override = "overrides/main.html"
    desk.write({override: '{% extends "base.html" %}'})
    until(page, "!document.querySelector('meta[property=\"og:title\"]')")
    desk.write({override: '{% extends "base.html" %}\n{% block content %}\n{{ 1 / 0 }}{% endblock %}'})
    notice = page.locator(NOTICE)
    notice.get_by_text("ZeroDivisionError").wait_for()
    assert "overrides/main.html:3:1" in notice.inner_text()
    assert page.locator(TABLE).count() == 1
    desk.write({override: '{% extends "base.html" %}\n{% block content %}\n{% endif %}'})
    notice.get_by_text("overrides/main.html:3:1").wait_for()
    shutil.rmtree(desk.root / "overrides")
    desk.write({"mkdocs.yml": good})
    notice.wait_for(state="hidden")
    page.locator('meta[property="og:title"]').wait_for(state="attached")


def test_a_hand_written_page_and_what_it_links_to(page: Page, desk: Desk, address: str) -> None:
    desk.write({"site_src/desk.md": "# Our desk\n\nSee [the fire](briefs/port/index.md)."})
    page.goto(f"{address}/desk/")
    assert page.get_by_role("link", name="the fire").get_attribute("href") == "../briefs/port/"
    desk.write({"site_src/desk.md": "# Our desk\n\nSee [nothing](nothing.md)."})
    page.locator(NOTICE).locator("summary", has_text="1 warning").click()
    page.locator(NOTICE).locator(".bp-message", has_text="nothing.md").wait_for()
    assert "site_src/desk.md:3:15" in page.locator(NOTICE).inner_text()
    (desk.root / "site_src/desk.md").unlink()
    page.get_by_text("Not found").first.wait_for()


def test_hostile_text_in_a_problem_is_shown_and_does_not_run(page: Page, desk: Desk) -> None:
    title = page.title()
    desk.write({BRIEF: FILES[BRIEF] + f"\n{HOSTILE}: {HOSTILE}\n"})
    notice = page.locator(NOTICE)
    notice.get_by_text("onerror").first.wait_for()
    assert notice.locator("img").count() == 0
    page.reload()
    notice.get_by_text("onerror").first.wait_for()
    assert notice.locator("img").count() == 0
    assert page.title() == title


def test_a_place_is_copied_by_a_click_and_by_keyboard(page: Page, desk: Desk) -> None:
    desk.write({BRIEF: FILES[BRIEF] + "\nnonsense: x\n"})
    place = page.locator(NOTICE).get_by_role("button", name="briefs/port/brief.yml:")
    place.wait_for()
    named = place.inner_text()
    place.focus()
    page.keyboard.press("Enter")
    page.locator(NOTICE).get_by_text("copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == named


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_with_a_notice(scheme: str, page: Page, desk: Desk, address: str) -> None:
    import axe_playwright_python

    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")

    desk.write({BRIEF: FILES[BRIEF] + "\nnonsense: x\n", "briefs/bad/brief.yml": "title: x\n"})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("briefs/port/", "briefs/bad/"):
        page.goto(f"{address}/{path}")
        page.locator(NOTICE).get_by_text("Elsewhere").wait_for()
        page.evaluate(axe)
        assert page.evaluate(AXE) == []
    shutil.rmtree(desk.root / "briefs/bad")
