"""Pages of every kind become the same article, nothing of them is lost, and any text becomes an article file."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest import KINDS, Kind, Reading, Refused, article_file, decode, kind_of, read
from generator.ingest.html import MOST_ATTRIBUTES, MOST_TAGS, checked_tags, with_few_attributes
from generator.load import load_article
from generator.model.brief import Parties, Party
from generator.model.text import canonical
from tests.ingest.pages import BODY, HTML, PASTED, SWEDISH, SWEDISH_BODY, TITLE

PARTIES = Parties({"gazette": Party(name="The Alder Gazette", kind="newspaper")})
NONE = Parties({})


def read_any(text: str, parties: Parties = PARTIES) -> Reading:
    return read(text, kind_of(text), parties)


def values(reading: Reading) -> dict[str, object]:
    return {key: guess.value for key, guess in reading.guesses.keys.items()}


def test_a_pasted_page_gives_its_paragraphs_and_what_it_says_of_itself() -> None:
    reading = read_any(PASTED)
    assert (reading.kind, reading.body) == ("pasted", "\n\n".join(BODY))
    assert values(reading) == {
        "title": TITLE, "author": "Ottilie Brandt", "published": "2026-03-03", "language": "en",
    }  # fmt: skip
    assert reading.guesses.outlet is not None
    assert reading.guesses.outlet.id == "gazette"


@pytest.mark.parametrize("change", ["\r\n", "\n\n", "tight"])
def test_it_does_so_however_the_lines_are_spaced(change: str) -> None:
    text = re.sub(r"\n\n+", "\n", PASTED) if change == "tight" else PASTED.replace("\n", change)
    assert read_any(text).body == "\n\n".join(BODY)


def test_a_page_in_another_language_gives_its_paragraphs_too() -> None:
    reading = read_any(SWEDISH)
    assert reading.body == "\n\n".join(SWEDISH_BODY)
    assert values(reading) == {
        "title": "Kajen i Tarnhavn stängs efter sprickor", "author": "Greta Lindqvist", "published": "2026-03-03",
        "language": "sv",
    }  # fmt: skip
    assert reading.guesses.outlet is not None
    assert reading.guesses.outlet.name == "Tarnhavns Nyheter"


def test_a_saved_page_gives_the_same_with_its_subheading_and_address() -> None:
    reading = read_any(HTML)
    assert reading.body == "\n\n".join([*BODY[:2], "## Buses to the old pier", *BODY[2:]])
    assert values(reading) == {
        "title": TITLE, "author": "Ottilie Brandt", "published": "2026-03-03", "language": "en-GB",
        "url": "https://aldergazette.example/harbour/quay-closed",
    }  # fmt: skip
    assert reading.guesses.outlet is not None
    assert reading.guesses.outlet.id == "gazette"


def test_plain_text_is_kept_whole_and_its_broken_lines_are_joined() -> None:
    wrapped = "\n\n".join(re.sub(r"(.{40,60}) ", r"\1\n", paragraph) for paragraph in BODY)
    reading = read_any(f"{TITLE}\n\n{wrapped}\n")
    assert (reading.kind, reading.body) == ("text", "\n\n".join(BODY))
    assert values(reading)["title"] == TITLE


def test_lines_above_a_plain_text_are_guessed_from_one_by_one() -> None:
    reading = read_any(f"{TITLE}\nby Ottilie Brandt\n3 March 2026\n\n" + "\n\n".join(BODY))
    assert reading.body == "\n\n".join(BODY)
    found = values(reading)
    assert (found["title"], found["author"], found["published"]) == (TITLE, "Ottilie Brandt", "2026-03-03")


def test_markdown_loses_its_marks_and_keeps_its_headings() -> None:
    reading = read_any(
        "---\ntitle: 'Quay closed'\ndate: 2026-03-03T14:05:00Z\nauthor: Ada Berg\nlayout: post\n---\n"
        "# The quay\n\nIt was **closed** on [Tuesday](https://a.example/b), _they_ said.\n\n![A quay](q.jpg)\n\n"
        "## The piles\n\n> Two of them had cracks,\n> 5 * 3 cm wide.\n\n***\n\n"
        "The old pier\n---\n\nIt is snake_case_open."
    )
    assert reading.kind == "markdown"
    assert reading.body == (
        "It was closed on Tuesday, they said.\n\n## The piles\n\nTwo of them had cracks, 5 * 3 cm wide.\n\n"
        "## The old pier\n\nIt is snake_case_open."
    )
    found = values(reading)
    assert (found["title"], found["published"], found["author"]) == ("Quay closed", "2026-03-03", "Ada Berg")


def test_lines_taken_back_stand_in_their_place_and_the_others_keep_their_numbers() -> None:
    reading = read_any(PASTED)
    advert = next(piece for piece in reading.left_out if piece.text == "Advertisement")
    assert advert.number is not None
    kept = reading.keeping({advert.number})
    assert kept.body == "\n\n".join([*BODY[:4], "Advertisement", *BODY[4:]])
    assert [piece.number for piece in kept.left_out] == [
        piece.number for piece in reading.left_out if piece.number != advert.number
    ]


def test_each_key_says_what_it_was_guessed_from() -> None:
    text = article_file(read_any(PASTED), "gazette")
    assert text.startswith(
        "---\n"
        "outlet: gazette  # “Ottilie Brandt is a reporter for The Alder Gazette”, in what was left out\n"
        f"title: {TITLE}  # a line that stands there twice\n"
        "author: Ottilie Brandt  # a byline\n"
        "published: 2026-03-03  # “March 3, 2026”, says that it was published\n"
        "language: en  # the words of the text\n"
        "rendition: verbatim  # nothing says otherwise\n"
        "rights: excerpts  # full | excerpts | none\n"
        "---\n\n"
    )
    assert "og:title" in article_file(read_any(HTML), "gazette")
    assert "JSON-LD" in article_file(read_any(HTML), "gazette")


# --- Whatever the input ---

SPECIAL = st.sampled_from(
    ["---", "...", "# a", "## b", "'", '"', "a: b", "- a", "{", "[", "!!x", "&a", "*a", "%", "@", "`", "|", ">", "\t",
     "\x00", "\x85", "\u2028", "\ud800", "\ufeff", "\x1b[31m", "<p>", "</p>", "<!--", "&#0;", "By Ada Berg",
     "Published 3 March 2026", "© 2026 The: Gazette", "null", "no", "2026-03-03", "🚢", "é", "漢字。", TITLE, BODY[0]]
)  # fmt: skip
LINE_ENDS = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
TEXT = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(st.one_of(SPECIAL, st.text(st.characters(), max_size=20)), max_size=15).map("\n".join),
    st.lists(st.one_of(SPECIAL, st.text(st.characters(), max_size=20)), max_size=15).map(" ".join),
)


@settings(max_examples=150)
@given(TEXT, st.sampled_from(KINDS))
def test_any_text_becomes_an_article_that_is_read_back_as_it_is(given_text: str, kind: Kind) -> None:
    try:
        text = decode(given_text.encode("utf-8", "surrogatepass"))
    except Refused:
        return
    reading = read(text, kind, NONE)
    file = article_file(reading, "outlet").encode("utf-8")
    manuscript, problems = load_article("a.md", file)
    assert [problem for problem in problems if problem.code != "empty"] == []
    assert manuscript is not None
    assert canonical(manuscript.body) == canonical(reading.body)
    assert isinstance(manuscript.front.value, dict)
    assert {"outlet", "title", "rendition", "rights"} <= set(manuscript.front.value)


@settings(max_examples=150)
@given(TEXT)
def test_every_line_of_pasted_text_is_in_the_body_or_left_out(given_text: str) -> None:
    try:
        text = decode(given_text.encode("utf-8", "replace"))
    except Refused:
        return
    lines = [
        line.strip()
        for line in re.split(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
        if line.strip()
    ]
    reading = read(text, "pasted", NONE)
    assert [piece.text for piece in reading.pieces] == lines
    numbers = [piece.number for piece in reading.left_out]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(piece.text in reading.body for piece in reading.pieces if piece.is_body)


@settings(max_examples=100)
@given(TEXT, st.sampled_from(["text", "markdown"]))
def test_no_word_of_a_text_is_lost(given_text: str, kind: Kind) -> None:
    try:
        text = decode(given_text.encode("utf-8", "replace"))
    except Refused:
        return
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))
    found = " ".join(piece.text for piece in read(text, kind, NONE).pieces)
    missing = set(words) - set(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", found)))
    assert missing == set()


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 3000 + "deep" + "</div>" * 3000,
        "<table><tr><td>" * 500 + "deep",
        "<" * 5000,
        "<p>&#x0;&#xD800;&#xFFFFFFF; text</p>",
        "<html><head><title>: - # {</title><meta property='og:title' content=\"' : # \n---\"></head><p>Text.</p>",
        "<script type='application/ld+json'>" + "[" * 20000 + "</script><p>Text of it.</p>",
        "<html lang='\"><script>'><p>Text of it, said the mayor.</p></html>",
        "<html></html>",
        "<!doctype html>",
        "a" * 200_000,
        "a. " * 60_000,
        "By " + "A" * 150 + " " + "B" * 150,
        "(c) " * 400,
    ],
)
def test_hostile_pages_become_articles_too(hostile: str) -> None:
    for kind in KINDS:
        file = article_file(read(hostile, kind, NONE), "outlet").encode()
        manuscript, problems = load_article("a.md", file)
        assert manuscript is not None
        assert [problem.code for problem in problems if problem.code != "empty"] == []


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(Refused, match="the most that is read"):
        read("a\n" * 20_001, "pasted", NONE)


def test_an_article_that_could_not_be_read_again_is_refused() -> None:
    with pytest.raises(Refused, match="more than"):
        article_file(read("word " * 300_000, "text", NONE), "outlet")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("It is **closed** and __shut__, *they* _said_.", "It is closed and shut, they said."),
        ('A [quay [north]](https://a.example/b_(c) "t") here.', "A quay [north] here."),
        ("[![A quay](q.jpg)](https://a.example) here.", "A quay here."),
        ("It ***was*** **a *b* c** at <https://a.example>.", "It was a b c at https://a.example."),
        ("Here **nothing [ends](here __at all.", "Here **nothing [ends](here __at all."),
        ("It is **shut **again** now.", "It is **shut again now."),
        ("A_b_c is 2*3*4 \\* 5.", "A_b_c is 2*3*4 * 5."),
    ],
)
def test_marks_of_markdown_are_no_words(written: str, words: str) -> None:
    reading = read_any(f"# The quay\n\nIt fell on Tuesday, the harbour master said.\n\n## And\n\n{written}\n")
    assert words in reading.body


def test_no_tag_has_thousands_of_attributes() -> None:
    crowd = " ".join(f"a{n}='{n} > <'" for n in range(MOST_ATTRIBUTES + 500))
    page = f"<p class=x {crowd}>It fell.</p>\n<a title=it's href='y'>Don't</a>"
    thinned = with_few_attributes(page)
    assert thinned.startswith("<p class=x a0='0 > <' a1='1 > <'")
    last = f"a{MOST_ATTRIBUTES - 2}='{MOST_ATTRIBUTES - 2} > <'"
    assert thinned.endswith(f" {last}>It fell.</p>\n<a title=it's href='y'>Don't</a>")
    few = page.replace(crowd, f'data-x="{crowd}"')
    assert with_few_attributes(few) == few
    assert with_few_attributes(HTML) == HTML


def test_a_page_of_too_many_tags_is_refused() -> None:
    assert checked_tags(HTML) == HTML
    with pytest.raises(Refused, match="it has 40,001 tags; 40,000 is the most that is read"):
        read_any(f"<html><body>{'<p>It fell.' * (MOST_TAGS - 1)}</body></html>")
