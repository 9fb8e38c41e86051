"""A brief and its claims as the pages of outlets and parties list them: markup, as there are very many of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from generator.model.findings import Printed, Record
from generator.render import links
from generator.render.across.site import Site, escaped


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of a brief and of its claims wherever they are listed, escaped once for all the pages they are on.

    `claims` holds by a claim's id what follows the way to the top of the site in the line of a claim.
    """

    folder: str
    lang: str
    title: str
    date: str
    draft: bool
    claims: Mapping[str, str]
    article: Callable[[Printed], str]
    """The same of the link to an article."""

    def head(self, root: str) -> str:
        """The brief as a heading that leads to its page."""
        return f'<h2 class="b-group__title"{self.lang} dir="auto"><a href="{root}{self.folder}">{self.title}</a></h2>'

    def lines(self, root: str, claims: Iterable[tuple[str, str]]) -> str:
        """Claims, each in a line that leads to it, with the marks that stand behind it."""
        ends, begin = self.claims, f'<li><a href="{root}'
        return "".join([f"{begin}{ends[claim]}{marks}</li>\n" for claim, marks in claims])


class Entries:
    """The entries of a site's briefs, each made when it is first asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._made: dict[str, Entry] = {}

    def of(self, record: Record) -> Entry:
        """The brief's."""
        if record.slug not in self._made:
            self._made[record.slug] = _entry(self._site, record)
        return self._made[record.slug]


def group(head: str, below: str, lines: str) -> str:
    """A brief with what stands below its heading, and its lines where it has any."""
    listed = f"<ul>\n{lines}</ul>\n" if lines else ""
    return f'<section class="b-group">\n{head}\n<p class="b-small">{below}</p>\n{listed}</section>\n'


# --- Private ---


def _entry(site: Site, record: Record) -> Entry:
    lang = str(site.lang(record.language))
    at, then = escaped(links.claim_address("", record.slug, "")), f'"{lang} dir="auto">'
    return Entry(
        folder=escaped(links.brief_address("", record.slug)),
        lang=lang,
        title=escaped(record.title),
        date=escaped(site.date(record.date)),
        draft=record.status == "draft",
        claims={
            claim: f"{at}{escaped(claim)}{then}{escaped(text)}</a>" for claim, text in record.claims.items()
        },
        article=cache(partial(_article, site, record)),
    )


def _article(site: Site, record: Record, printed: Printed) -> str:
    address = escaped(links.source_address("", record.slug, printed.source))
    published = f" ({escaped(site.date(printed.published))})" if printed.published else ""
    lang = site.lang(printed.language)
    return f'{address}"{lang} dir="auto">{escaped(printed.title)}</a>{published}'
