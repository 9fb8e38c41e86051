"""The code that other sites copy is whole, and holds nothing that a title could break out of."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.model.address import embed_folder
from generator.model.frame import Frame
from generator.model.settings import Settings

HERE = Settings(site_url="https://example.org/news/")
HOSTILE = """"></iframe><script>alert('1')</script> & &quot; <b>"""


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_code_is_one_element_with_the_full_address() -> None:
    code = Frame(embed_folder("harbour", "tow"), "The tow", 420).code(HERE)
    assert code == (
        '<iframe src="https://example.org/news/embed/harbour/tow/" title="The tow" width="100%" height="420" '
        'loading="lazy" style="border:0"></iframe>'
    )


def test_a_title_stays_in_its_attribute() -> None:
    code = Frame(embed_folder("harbour"), HOSTILE, 200).code(HERE)
    [(tag, attributes)] = _Tags(code).tags
    assert (tag, attributes["title"]) == ("iframe", HOSTILE)


def test_without_site_url_the_place_of_the_sites_address_is_plain_to_see() -> None:
    assert 'src="https://…/embed/harbour/"' in Frame(embed_folder("harbour"), "A", 200).code(Settings())
