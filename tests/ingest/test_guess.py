"""Title, author, date, outlet and language are guessed where a page gives them, and not where it doesn't."""

from __future__ import annotations

import pytest

from generator.ingest.guess import guess_from_lines
from generator.ingest.guess.days import dates_in
from generator.ingest.guess.guess import Guesses
from generator.ingest.guess.language import language_of
from generator.ingest.guess.names import is_title_of_job
from generator.ingest.guess.outlet import country_for, id_for, kind_for
from generator.ingest.lines import Line
from generator.model.brief import Parties, Party
from tests.ingest.pages import BODY

PARTIES = Parties(
    {
        "gazette": Party(name="The Alder Gazette", kind="newspaper", url="https://www.aldergazette.example/"),
        "nw": Party(name="NW", full_name="Northern Wire", kind="agency", aliases=("N. Wire",)),
        "hazel": Party(name="Hazel on Sunday"),
    }
)


def guess(
    above: list[str], below: list[str], *, parties: Parties = PARTIES, url: str | None = None
) -> Guesses:
    lines = [*above, *BODY, *below]
    is_body = [False] * len(above) + [True] * len(BODY) + [False] * len(below)
    return guess_from_lines([Line(text, 1) for text in lines], is_body, parties, url)


def value(guesses: Guesses, key: str) -> object:
    return guesses.keys[key].value if key in guesses.keys else None


TITLE = "Quay closed after cracks are found in Tarnhavn"


def test_a_title_is_the_line_above_the_text_that_shares_its_words() -> None:
    assert (
        value(guess(["Home", "Harbour", "Fog all week", TITLE, "Share", "4 min read"], []), "title") == TITLE
    )


def test_a_line_that_stands_there_twice_is_surely_the_title() -> None:
    found = guess([TITLE, "Tuesday in short", TITLE], []).keys["title"]
    assert (found.value, found.sure) == (TITLE, True)


def test_a_call_that_stands_there_twice_is_no_title() -> None:
    assert (
        value(guess(["Got a tip for us?", TITLE, "Got a tip for us?"], ["Got a tip for us?"]), "title")
        == TITLE
    )


def test_no_title_is_made_up() -> None:
    assert value(guess([], ["Read more"]), "title") is None
    assert value(guess(["Share", "Log in"], []), "title") is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ottilie Brandt", "Ottilie Brandt"),
        ("BY Ottilie Brandt, Harbour reporter", "Ottilie Brandt"),
        ("Written by: Ottilie Brandt", "Ottilie Brandt"),
        ("By Ottilie Brandt and Ruben van der Meer", ("Ottilie Brandt", "Ruben van der Meer")),
        ("By Ottilie Brandt, Ada Berg & Jo Lind", ("Ottilie Brandt", "Ada Berg", "Jo Lind")),
        ("Von Jörg Ößner", "Jörg Ößner"),
        ("Par Élodie d’Arcy", "Élodie d’Arcy"),
        ("Por José María Núñez", "José María Núñez"),
        ("Av Greta Lindqvist | 3 mars", "Greta Lindqvist"),
        ("Автор: Анна Петрова", "Анна Петрова"),
        ("By the sea", None),
        ("By signing up you agree to our terms", None),
    ],
)
def test_bylines(line: str, author: object) -> None:
    assert value(guess([TITLE, line], []), "author") == author


def test_an_authors_box_below_the_text_is_a_byline_too() -> None:
    box = [
        "Ottilie Brandt",
        "Harbour reporter",
        "Ottilie Brandt is a reporter for the paper and has covered the port.",
    ]
    found = guess([TITLE], box).keys["author"]
    assert (found.value, found.why) == ("Ottilie Brandt", "the author's box")


@pytest.mark.parametrize(
    "head", [["Ottilie Brandt", "3 March 2026"], ["Ottilie Brandt - March 3, 2026, 2:05 pm"]]
)
def test_a_name_beside_the_date_is_a_byline_too(head: list[str]) -> None:
    assert value(guess([TITLE, *head], []), "author") == "Ottilie Brandt"
    assert value(guess([TITLE, "PUBLISHED WED", "3 March 2026"], []), "author") is None


def test_a_headline_of_two_capitals_is_no_author() -> None:
    assert value(guess([TITLE], ["Read more", "Harbour Fire", "Library Opens"]), "author") is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: March 3, 2026 at 14:05", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("March 03 2026", "2026-03-03"),
        ("Veröffentlicht am 3. März 2026", "2026-03-03"),
        ("Publié le 3 mars 2026 à 14h05", "2026-03-03"),
        ("Publicado el 3 de marzo de 2026", "2026-03-03"),
        ("Publicerad 3 mars 2026", "2026-03-03"),
        ("Опубликовано 3 марта 2026", "2026-03-03"),
        ("2026年3月3日", "2026-03-03"),
        ("2026-03-03 14:05", "2026-03-03"),
        ("23/03/2026", "2026-03-23"),
        ("03.04.2026", "2026-04-03"),
        ("03/04/2026", "2026-04-03~"),
        ("03/03/2026", "2026-03-03"),
        ("31/02/2026", None),
        ("Tuesday, 14:05", None),
        ("on March 3", None),
        ("© March 3, 2026", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    assert value(guess([TITLE, line], []), "published") == date


def test_an_update_is_no_publication() -> None:
    found = guess([TITLE, "Published 2 March 2026 | Updated 3 March 2026"], [])
    assert (value(found, "published"), value(found, "updated")) == ("2026-03-02", "2026-03-03")
    assert value(guess([TITLE, "Last updated: 3 March 2026"], []), "published") is None


def test_a_day_without_a_year_is_told_and_not_guessed() -> None:
    lines = [Line("The quay was closed on Feb. 8, the harbour master said in a statement to reporters.", 0)]
    found = guess_from_lines(lines, [True], PARTIES)
    assert "published" not in found.keys
    assert found.remarks["published"] == "the text says “on Feb. 8”, without a year"


def test_dates_far_below_the_text_are_of_other_articles() -> None:
    assert value(guess([TITLE], ["Read more"] * 8 + ["Fog all week", "1 January 2020"]), "published") is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2026 The Birch Mail. All rights reserved.", "The Birch Mail"),
        ("Copyright © 2019-2026 Birch Mail Ltd", "Birch Mail"),
        ("Ada Berg is a senior editor for The Birch Mail. She lives in Tarnhavn.", "The Birch Mail"),
        ("This text was translated by Birch Mail", "Birch Mail"),
        ("Originally published on The Birch Mail", "The Birch Mail"),
    ],
)
def test_an_outlet_is_named_by_what_stands_around_the_text(line: str, outlet: str) -> None:
    found = guess([TITLE], ["Read more", line]).outlet
    assert found is not None
    assert (found.name, found.id) == (outlet, None)


def test_a_registered_outlet_is_known_by_name_alias_or_host() -> None:
    by_name = guess([TITLE], ["© 2026 Alder Gazette"]).outlet
    by_host = guess([TITLE], [], url="https://m.aldergazette.example/a/1").outlet
    by_mention = guess([TITLE], ["Subscribe to our letter", "You read Hazel on Sunday every week"]).outlet
    assert [found and found.id for found in (by_name, by_host, by_mention)] == ["gazette", "gazette", "hazel"]


def test_a_host_is_no_other_that_ends_like_it() -> None:
    found = guess([TITLE], [], url="https://notaldergazette.example/a").outlet
    assert found is not None
    assert (found.id, found.name) == (None, "notaldergazette.example")


def test_no_outlet_is_made_up() -> None:
    assert guess([TITLE], ["Read more"]).outlet is None


def test_a_translation_says_so_and_whose_text_it_was() -> None:
    found = guess([TITLE], ["By NWThis text has been shortened and translated by Birch Mail"])
    assert (value(found, "rendition"), value(found, "based_on")) == ("adaptation", "nw")
    assert value(guess([TITLE], ["This text was translated by Birch Mail"]), "rendition") == "translation"
    assert value(guess([TITLE], []), "rendition") is None


def test_an_agency_that_is_not_registered_is_a_remark() -> None:
    found = guess([TITLE], ["Source: XYZ"])
    assert "based_on" not in found.keys
    assert "XYZ" in found.remarks["based_on"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(BODY), "en"),
        (
            "Kajen stängdes för all trafik på tisdagen, och det kan dröja innan den öppnas.",
            "sv",
        ),
        (
            "Der Kai wurde am Dienstag für den Verkehr gesperrt, weil die Pfähle einen Riss haben.",
            "de",
        ),
        (
            "Le quai a été fermé mardi à la circulation après la découverte de fissures dans deux des piles.",
            "fr",
        ),
        (
            "El muelle se cerró el martes al tráfico tras el hallazgo de grietas en dos de los pilotes.",
            "es",
        ),
        (
            "Причал был закрыт во вторник после того, как в двух сваях нашли трещины.",
            "ru",
        ),
        (
            "Причал закрили у вівторок після того, як у двох палях знайшли тріщини.",
            "uk",
        ),
        ("火曜日に桟橋が閉鎖された。港湾局によると、杭に亀裂が見つかった。", "ja"),
        ("화요일에 부두가 폐쇄되었다고 항만청이 밝혔다.", "ko"),
        ("أُغلق الرصيف يوم الثلاثاء بعد العثور على شقوق.", "ar"),
        ("xyzzy plugh", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("name", "url", "id_"),
    [
        ("The Birch Mail", None, "birch-mail"),
        ("Café d'Été", None, "cafe-dete"),
        ("The", None, "the"),
        ("日本新聞", "https://www.nihon.example/a", "nihon"),
        ("日本新聞", None, "unnamed-outlet"),
        ("24 Hours", None, "24-hours"),
    ],
)
def test_ids(name: str, url: str | None, id_: str) -> None:
    assert id_for(name, url) == id_


def test_what_a_name_and_a_host_say() -> None:
    assert [kind_for(name) for name in ("Radio Cedar", "Fir Coast Echo", "Telex News Agency", "Elm")] == [
        "broadcaster", "newspaper", "agency", None,
    ]  # fmt: skip
    assert [country_for(f"https://a.{end}/x") for end in ("se", "co.uk", "com", "io", "tv")] == [
        "SE",
        "GB",
        None,
        None,
        None,
    ]
    assert list(dates_in("no date in it, 12/2026, 99 Smarch 2026")) == []


@pytest.mark.parametrize("name", ["Staff Writer", "AP Auto Writer", "Reporter", "Tech correspondent"])
def test_what_someone_does_is_no_name(name: str) -> None:
    assert is_title_of_job(name)


@pytest.mark.parametrize("name", ["Ada Stafford", "Jan Writers", "Ottilie Brandt", "The Reporters Desk", ""])
def test_a_name_is_no_job(name: str) -> None:
    assert not is_title_of_job(name)
