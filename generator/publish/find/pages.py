"""Pages that belong to no brief -> what the search finds of them: their text, or of lists their name."""

from __future__ import annotations

from lxml import html as markup
from lxml.etree import ParserError

from generator.model.characters import one_line
from generator.model.entry import Entry, Kind

_SKIPPED = (
    "//h1 | //script | //style | //template | //svg | //*[@hidden] | //*[@data-search-exclude]"
    " | //*[contains(concat(' ', @class, ' '), ' headerlink ')]"
)
_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 td th dt dd div section blockquote pre br figcaption".split())


def entry_of_page(address: str, title: str, text: str, language: str, *, is_list: bool) -> Entry:
    """What is found of the page at an address below the top of the site. `title` is markup, as MkDocs has it."""
    name = one_line(markup.fromstring(f"<p>{title}</p>").text_content()) if title.strip() else address
    kind: Kind = "list" if is_list else "page"
    return Entry(address, name, one_line(text), kind, language, filters={"kind": (kind,)})


def text_of(html: str) -> str:
    """The text of a page's content as it is read: without title, scripts, what is hidden and links to headings."""
    try:
        tree = markup.fromstring(f"<div>{html}</div>")
    except (ParserError, ValueError):
        return ""
    for element in tree.xpath(_SKIPPED):
        element.drop_tree()
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.tail = f" {element.tail or ''}"
            element.text = f" {element.text or ''}"
    return one_line(str(tree.text_content()))
