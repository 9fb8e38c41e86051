"""Links that open an original on the quoted words: what they say, and that a browser opens them there."""

from __future__ import annotations

import base64
import http.server
import threading
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from generator.model.brief import Article
from generator.model.findings import Anchor, Quotation
from generator.model.source import Span
from generator.render.text_fragment import Directive, based, original_addresses
from tests.growth import LINEAR, growth
from tests.render.made import article

CHROMIUM = Path("/usr/bin/chromium")
URL = "https://example.org/story"
BODY = """\
The mayor spoke first. It rained, she said, all day. The mayor spoke last, and the mayor spoke to nobody else.

## A half-empty hall

Of 1,500 seats, 3/4 stood empty; "so what?", a clerk said & left. Prices rose 5% to $7-$8, #1 in years.

It rained, she said, all night. Ärgerlich war das für den Bürgermeister – und für alle anderen.

The last paragraph goes on and on, from the harbour to the hills and from the hills to the harbour again, past the
mill, the church, the school and the prison, and whoever follows it to its very end will have walked a long way
home, which is what the mayor did that night, alone, without an umbrella, while it rained and rained and rained.

Over there was the mayor. He was in the townhall, in the town, and off he went to town.
"""


def made(body: str = BODY, **front: Any) -> Article:
    return article("a", body, **{"url": URL, "rights": "full", "title": "Rain over the town", **front})


def quotation(source: Article, *parts: str, nth: int = 1, where: str = "body") -> Quotation:
    text = source.title.text if where == "title" else source.body.text
    anchors = []
    at = -1
    for part in parts:
        for _ in range(nth):
            at = text.index(part, at + 1)
        anchors.append(Anchor(Span(at, at + len(part)), part, where))
    return tuple(anchors)


def fragment(source: Article, *parts: str, nth: int = 1, where: str = "body") -> str | None:
    quoted = quotation(source, *parts, nth=nth, where=where)
    address = original_addresses(source, [quoted]).get(quoted)
    return address.removeprefix(f"{URL}#:~:") if address else None


def test_a_quotation_that_stands_once_needs_no_context() -> None:
    assert fragment(made(), "a clerk said") == "text=a%20clerk%20said"


def test_syntax_is_percent_encoded() -> None:
    assert fragment(made(), "1,500 seats") == "text=1%2C500%20seats"
    assert fragment(made(), "a clerk said & left") == "text=a%20clerk%20said%20%26%20left"
    assert fragment(made(), "5% to $7-$8, #1") == "text=5%25%20to%20%247%2D%248%2C%20%231"
    assert str(Directive("a-b", "c,d", "e&f", "–")) == "text=e%26f-,a%2Db,c%2Cd,-%E2%80%93"


def test_what_stands_again_is_told_by_what_stands_beside_it() -> None:
    assert fragment(made(), "The mayor spoke", nth=1) == "text=The%20mayor%20spoke"
    assert fragment(made(), "The mayor spoke", nth=2) == "text=The%20mayor%20spoke,-last%2C"
    assert fragment(made(), "the mayor spoke") == "text=the%20mayor%20spoke,-to"
    assert (
        fragment(made(), "It rained, she said", nth=2)
        == "text=It%20rained%2C%20she%20said,-%2C%20all%20night."
    )


def test_a_part_of_a_word_counts_as_a_repetition() -> None:
    """A browser passes over it; to name the place more closely than need be does no harm."""
    assert fragment(made(), "the town", nth=2) == "text=the%20town,-%2C"


def test_case_and_accents_do_not_tell_two_places_apart() -> None:
    source = made("A resume of it. It was his résumé.")
    assert fragment(source, "résumé") == "text=r%C3%A9sum%C3%A9,-."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("a plain Text", "a plain text"),
        ("Ärger, RÉSUMÉ", "arger, resume"),
        ("ΟΔΟΣ ΟΔΟΣ", "οδοσ οδοσ"),
        ("İI – ıi", "ii – ıi"),
        ("ÅÅ ﬁ 北", "aa ﬁ 北"),
    ],
)
def test_letters_are_searched_by_their_bases_in_the_same_places(text: str, plain: str) -> None:
    assert based(text) == plain
    assert len(plain) == len(text)


def test_the_headline_is_searched_first() -> None:
    source = made(title="It rained, she said")
    assert fragment(source, "It rained", where="title") == "text=It%20rained"
    assert fragment(source, "It rained, she said") == "text=It%20rained%2C%20she%20said,-%2C"


def test_a_long_quotation_is_given_by_its_ends() -> None:
    text = made().body.text
    long = text[
        text.index("The last paragraph") : text.index("rained and rained.") + len("rained and rained.")
    ]
    assert fragment(made(), long) == "text=The%20last%20paragraph%20goes,and%20rained%20and%20rained."


def test_a_quotation_across_paragraphs_is_given_by_its_ends() -> None:
    source = made("One two three.\n\nFour five six.")
    assert fragment(source, "two three.\n\nFour five") == "text=two%20three.,Four%20five"


def test_words_left_out_part_it() -> None:
    assert fragment(made(), "Prices rose", "#1 in years") == "text=Prices%20rose&text=%231%20in%20years"


@pytest.mark.parametrize("rendition", ["paraphrase", "translation", "adaptation"])
def test_of_anything_but_the_words_themselves_there_is_none(rendition: str) -> None:
    assert fragment(made(rendition=rendition), "a clerk said") is None


def test_without_an_address_there_is_none() -> None:
    source = article("a", BODY)
    assert original_addresses(source, [quotation(source, "a clerk said")]) == {}


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://e.org/a?b=c", "https://e.org/a?b=c#:~:text=Prices%20rose"),
        ("https://e.org/a#top", "https://e.org/a#top:~:text=Prices%20rose"),
        ("https://e.org/a#:~:text=x", "https://e.org/a#:~:text=Prices%20rose"),
        ("https://e.org/a#top:~:text=x", "https://e.org/a#top:~:text=Prices%20rose"),
    ],
)
def test_it_stands_behind_a_fragment_that_is_there(url: str, address: str) -> None:
    source = made(url=url)
    quoted = quotation(source, "Prices rose")
    assert original_addresses(source, [quoted])[quoted] == address


def test_context_goes_no_farther_than_the_rights() -> None:
    """With excerpts only the annotated sentences are context; with none a repetition can't be told, and isn't."""
    body = "Hidden words before. He came. Hidden words between. Then he came home. Hidden after."
    excerpts = made(body, rights="excerpts")
    assert fragment(excerpts, "he came") == "text=he%20came,-home."
    assert fragment(made(body, rights="none"), "he came") is None
    assert fragment(made(body, rights="none"), "He came") == "text=He%20came"
    twice = made("Secret one. He came. Secret two. He came.", rights="excerpts")
    assert fragment(twice, "He came", nth=2) is None


def test_the_work_grows_with_the_text_alone() -> None:
    def run(size: int) -> None:
        source = made("the mayor spoke and " * (size // 20) + "left.")
        quoted = [quotation(source, "the mayor spoke", nth=n) for n in range(1, 41)]
        assert len(original_addresses(source, quoted)) == 3, "the first, and two that a prefix tells"

    assert growth(run, 1_000_000) < LINEAR


# --- In Chromium ---

CASES = [
    ("It rained, she said", 1),
    ("It rained, she said", 2),
    ("the mayor spoke", 1),
    ("The mayor spoke", 2),
    ("half-empty", 1),
    ("1,500 seats", 1),
    ('"so what?", a clerk said & left', 1),
    ("5% to $7-$8, #1 in years", 1),
    ("Ärgerlich war das", 1),
    ("Bürgermeister – und für alle", 1),
    ("the town", 2),
    ("the mayor", 3),
    ("Over there was the mayor. He was", 1),
]
LONG = ("The last paragraph goes on", "while it rained and rained and rained.")

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Rain over the town</title>
<style>p, h1, h2 {{ margin: 0 0 1500px; width: 30em; white-space: pre-wrap }}
 ::target-text {{ background: rgb(255, 0, 255); color: rgb(255, 0, 255) }}
 i {{ font-style: normal }}</style><h1>Rain over the town</h1>{body}</html>"""


def original(source: Article) -> str:
    """A page with the article's words, each paragraph a screen below the last, each character in an element."""
    blocks = []
    for paragraph in source.body.paragraphs:
        words = escape(paragraph.span.of(source.body.text).replace("\n", " "), quote=False)
        tag = "h2" if paragraph.is_heading else "p"
        blocks.append(f'<{tag} data-start="{paragraph.span.start}">{words}</{tag}>')
    return PAGE.format(body="".join(blocks))


PLACE = """([start, end]) => {
  const block = [...document.querySelectorAll("[data-start]")].findLast(b => +b.dataset.start <= start);
  const text = block.firstChild, range = document.createRange();
  range.setStart(text, start - block.dataset.start);
  range.setEnd(text, end - block.dataset.start);
  return [...range.getClientRects()].map(r => [r.x, r.y, r.width, r.height]);
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    content = original(made()).encode()

    class Original(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Original)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/story"
    server.shutdown()
    thread.join()
    server.server_close()


MARKED = """async shot => {
  const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + shot)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
  let box = null;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] < 250 || data[i + 1] > 5 || data[i + 2] < 250) continue;
    const x = i / 4 % picture.width, y = Math.floor(i / 4 / picture.width);
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x + 1), Math.max(box[3], y + 1)]
      : [x, y, x + 1, y + 1];
  }
  return box;
}"""
"""The box around what a screenshot shows in the colour of a found text."""


@pytest.mark.browser
def test_chromium_opens_each_on_its_quotation(address: str) -> None:
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium (`make browser` installs it)")
    from playwright.sync_api import sync_playwright

    source = made(url=address)
    text = source.body.text
    long = text[text.index(LONG[0]) : text.index(LONG[1]) + len(LONG[1])]
    quoted = [quotation(source, words, nth=nth) for words, nth in CASES] + [quotation(source, long)]
    opened = original_addresses(source, quoted)
    assert opened.keys() == set(quoted)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for (anchor,), target in opened.items():
            page = browser.new_page(viewport={"width": 900, "height": 600})
            page.goto(target)
            page.wait_for_timeout(300)
            shot = base64.b64encode(page.screenshot()).decode()
            boxes = page.evaluate(PLACE, [anchor.span.start, anchor.span.end])
            found = page.evaluate(MARKED, shot)
            page.close()
            assert found, f"nothing is found: {target}"
            left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
            right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
            wanted = (left, top, right, bottom)
            assert all(abs(a - b) <= 3 for a, b in zip(found, wanted, strict=True)), (target, found, wanted)
        browser.close()
