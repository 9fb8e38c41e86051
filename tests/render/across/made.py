"""Records made by hand, and the site of them: its pages, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.findings import Known, Origin, Outlet, Printed, Record, Told
from generator.model.page import Markup, Page
from generator.model.settings import Settings
from generator.render import record, render_site
from tests.render.dom import texts
from tests.render.harbour import harbour


def made(slug: str, day: str = "2026-03-03", status: str = "published", **changes: object) -> Record:
    """The record of the harbour's brief under another name, with what is said otherwise."""
    own: dict[str, object] = {"date": day, "revised": day, **changes}
    return replace(record(harbour()), slug=slug, title=f"Brief {slug}", sort_date=day, status=status, **own)


def told(
    *claims: str, alone: bool = False, denied: bool = False, unchecked: bool = False
) -> tuple[Told, ...]:
    """Claims that an outlet reports."""
    return tuple(Told(claim, alone, denied, unchecked) for claim in claims)


def lean(slug: str, day: str = "2026-03-03", *, size: int = 3, papers: int = 2, **changes: object) -> Record:
    """A record of `size` claims and so many outlets, `paper-0` on, which all report all and had them from `wire`."""
    ids = tuple(f"c{number}" for number in range(size))
    outlets = tuple(f"paper-{number}" for number in range(papers))
    return made(
        slug,
        day,
        **{
            "sources": papers,
            "claims": {id_: f"Claim {id_} of {slug}" for id_ in ids},
            "parties": (*(Known(id_, f"Paper {id_[6:]}") for id_ in outlets), Known("wire", "Northern Wire")),
            "outlets": tuple(
                Outlet(id_, (Printed("a", f"Article of {id_}", "en", None),), told(*ids)) for id_ in outlets
            ),
            "origins": tuple(Origin("wire", id_, outlets) for id_ in ids),
            "tags": (),
            "corrections": (),
            **changes,
        },
    )


def site(*records: Record, drafts: bool = False, language: str = "en") -> dict[str, Page]:
    """The site's pages by their path."""
    settings = Settings(drafts=drafts, language=language)
    return {page.path: page for page in render_site(records, settings)}


def html(page: Page) -> str:
    """The page's markup."""
    return "".join(part.html for part in page.parts if isinstance(part, Markup))


def shown(page: Page) -> str:
    """What a reader sees of the page."""
    return texts(html(page))


def pages_of(pages: dict[str, Page], folder: str) -> Iterator[Page]:
    """The pages of the list at `folder`, in their order."""
    number = 1
    path = f"{folder}index.md"
    while path in pages:
        yield pages[path]
        number += 1
        path = f"{folder}page.{number}/index.md"
