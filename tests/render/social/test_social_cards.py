"""Social cards: what they show and say, within their margins, the same bytes for the same words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from generator.model.findings import Findings, Status
from generator.model.settings import Settings
from generator.render.social import SocialCard, brief_card, letters, picture, site_card
from generator.render.social.marks import SIZE, mark
from generator.render.social.palette import GROUND, STATUS_INKS
from generator.render.social.picture import HEIGHT, MARGIN, WIDTH
from tests.render.made import article, findings, parties

SITE = Settings(site_name="The Brief", site_description="What newsrooms report, claim by claim.")
SHAPED = pytest.mark.skipif(not letters.SHAPES, reason="Pillow has no FriBiDi here")
TITLES = {
    "one word": "Strike",
    "usual": "Fennmouth's free buses: what two years have changed",
    "long": ("A title that goes on for longer than any card can hold, " * 6)[:300],
    "no space": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4,
    "markup": "<script>alert('x')</script> & {{ config }} {% raw %}",
    "controls": "a\x00b\u202e\u2066c\x1b[31m\u2028d\ud800",
    "emoji": "🚢 Ferry 👩‍🚒 aground 🇸🇪",
    "overhanging": "jǰ" + "j\u0323" * 3 + " ff",
    "marks": "Z" + "\u0307\u0323\u0335" * 60 + " tall",
    "arabic": "رئيس الوزراء يعلن خطة جديدة للطاقة في Berlin بقيمة 2,5 مليار يورو",
    "hebrew": "ראש הממשלה הודיע: Reuters דיווחה על 12 הרוגים",
    "japanese": "日本の新聞が報じた",
    "empty of letters": "?! — …",
}


def made(title: str = "A gale", number: int = 4, **more: object) -> Findings:
    sources = [f"s{n}" for n in range(number)]
    texts = {source: article(source, "The wind rose. The rain fell.") for source in sources}
    shared = dict.fromkeys(sources, "The wind rose")
    claims = [
        {"id": "a", "claim": "The wind rose", "reports": shared},
        {"id": "b", "claim": "The rain fell", "reports": {"s0": "The rain fell"}},
    ]
    return findings(
        {"title": title, "claims": claims, **more}, texts, parties(**dict.fromkeys(sources, "The Paper"))
    )


def card_of(title: str = "A gale", number: int = 4, **more: object) -> SocialCard:
    card = brief_card(made(title, number, **more), SITE)
    assert card
    return card


def opened(card: SocialCard) -> Image.Image:
    found = Image.open(BytesIO(card.asset.content))
    found.load()
    return found


def title_of(text: str) -> tuple[int, int, int, int]:
    """The box of a short title's ink."""
    found = opened(card_of(text))
    found.paste(GROUND, (0, 0, WIDTH, 356))
    found.paste(GROUND, (0, 496, WIDTH, HEIGHT))
    return inked(found)


def inked(found: Image.Image) -> tuple[int, int, int, int]:
    """The box of everything that isn't ground."""
    box = Image.frombytes("L", found.size, found.tobytes()).getbbox()
    assert box
    return box


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_nothing_stands_outside_the_margins(title: str) -> None:
    found = opened(card_of(title))
    assert (found.format, found.mode, found.size) == ("PNG", "P", (WIDTH, HEIGHT))
    left, top, right, bottom = inked(found)
    assert left >= MARGIN
    assert right <= WIDTH - MARGIN
    assert top >= MARGIN
    assert bottom <= HEIGHT - MARGIN


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_card_is_small_and_the_same_each_time(title: str) -> None:
    first = card_of(title)
    picture.draw.cache_clear()
    assert card_of(title) == first
    assert len(first.asset.content) < 40_000


def test_a_card_says_in_words_what_it_shows() -> None:
    card = card_of("Who let the buses run?")
    assert card.asset.path == "briefs/made/card.png"
    assert card.alt == (
        "The Brief. Who let the buses run? Brief · 8 February 2025 · 4 sources. "
        "Claims by status: 1 corroborated, 1 one source."
    )
    assert card.meta == {"card": "briefs/made/card.png", "card_alt": card.alt}


def test_its_words_are_the_briefs_language() -> None:
    assert "4 källor" in card_of("En storm", language="sv").alt
    assert "1 källa." in card_of("En storm", 1, language="sv").alt
    assert "4 sources" in card_of("Une tempête", language="fr").alt


def test_the_bar_is_in_proportion() -> None:
    found = opened(card_of())
    row = list(found.crop((0, 508, WIDTH, 509)).tobytes())
    assert [row.count(STATUS_INKS[status]) for status in Status] == [531, 0, 0, 0, 536]


def test_other_words_are_another_picture() -> None:
    cards = [card_of(TITLES[name]) for name in ("one word", "usual", "long", "markup")]
    cards += [card_of(TITLES["usual"], 3), card_of(TITLES["usual"], language="sv")]
    assert len({card.asset.content for card in cards}) == len(cards)


@pytest.mark.parametrize("title", ["日本の新聞が報じた", "?! — …"])
def test_a_title_that_cannot_be_drawn_gives_way_to_the_number_of_sources(title: str) -> None:
    card = card_of(title)
    assert card.alt.startswith("The Brief. 4 sources, compared claim by claim. Brief · ")
    assert title not in card.alt
    assert card.asset.content == card_of("4 sources, compared claim by claim").asset.content


def test_right_to_left_gives_way_too_where_it_would_come_out_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "SHAPES", False)
    assert "4 sources, compared claim by claim" in card_of(TITLES["arabic"]).alt


@SHAPED
def test_a_right_to_left_title_begins_at_the_right() -> None:
    arabic, latin = title_of("رئيس الوزراء"), title_of("The prime minister")
    assert arabic[0] > WIDTH / 2
    assert arabic[2] > WIDTH - 80
    assert latin[0] < 80


@SHAPED
def test_arabic_letters_are_joined_and_names_within_keep_their_direction() -> None:
    """Joined, three letters take less room than three that stand alone; reversed text would begin with another."""
    joined, apart = title_of("ببب"), title_of("ب ب ب")
    assert joined[2] - joined[0] < apart[2] - apart[0] - 60
    assert title_of("ש WWW")[0] > WIDTH / 2 > title_of("WWW ש")[0]


@SHAPED
def test_a_line_of_a_right_to_left_title_that_begins_with_a_latin_name_begins_at_the_right() -> None:
    cards = [
        opened(card_of(f"ראש הממשלה הודיע: {name} דיווחה על 12 הרוגים")) for name in ("Reuters", "sretueR")
    ]
    ends = (card.crop((WIDTH - 200, 400, WIDTH, 490)).tobytes() for card in cards)
    assert sum(one != other for one, other in zip(*ends, strict=True)) > 1000, "the name is at the other end"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_what_is_published_has_a_card(status: str) -> None:
    assert brief_card(made(status=status), replace(SITE, drafts=True)) is None


def test_cards_can_be_switched_off() -> None:
    none = replace(SITE, cards=False)
    assert brief_card(made(), none) is site_card(none) is None


@pytest.mark.parametrize("name", ["The Brief", "日本の新聞", "", "<b>" * 200, "ידיעות"])
@pytest.mark.parametrize(
    "description", ["What newsrooms report, claim by claim.", "", "日本", "Words " * 200]
)
def test_the_sites_card_stays_within_its_margins_whatever_the_site_is_called(
    name: str, description: str
) -> None:
    card = site_card(Settings(site_name=name, site_description=description))
    assert card
    left, top, right, bottom = inked(opened(card))
    assert left >= MARGIN
    assert right <= WIDTH - MARGIN
    assert top >= MARGIN
    assert bottom <= HEIGHT - MARGIN
    assert card.asset.path == "card.png"
    assert card.alt.endswith(
        "The statuses of claims: corroborated, repeated, differs, not comparable, one source."
    )
    assert "日" not in card.alt


def test_very_many_claims_still_have_room_for_their_numbers() -> None:
    part = picture.Part(Status.NOT_COMPARABLE, "not comparable " * 3, "1234567", 0, 1000)
    card = picture.Card("", "", "A title", "", tuple(replace(part, status=status) for status in Status))
    left, _, right, _ = inked(opened(SocialCard("x", card, "")))
    assert left >= MARGIN
    assert right <= WIDTH - MARGIN


def test_each_status_has_a_mark_of_its_own() -> None:
    marks = [mark(status) for status in Status]
    assert {found.size for found in marks} == {(SIZE, SIZE)}
    shapes = {
        found.point([0 if index in (GROUND, 1, 2, 3, 4) else 1 for index in range(256)]).tobytes()
        for found in marks
    }
    assert len(shapes) == len(marks)
    for status, found in zip(Status, marks, strict=True):
        assert STATUS_INKS[status] in found.tobytes()
