"""Sites whose every text is a payload: each field of the format, the configuration, a hand-written page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.acceptance.desk import PARTIES, article, as_yaml

CLAIMS = 4
"""Payloads that stand in the claims of one brief, beside the one that stands in all else."""

ENDS = ".!?…。｡！？:;|"
"""Marks of which a sentence may end; a hedge stands within one."""

NAME = "'><img src=x onerror=window.__pwned=902>"
"""What stands in the names of files, where no slash may."""

HUB = "hub"
"""A brief of a site that is related to all others."""

SITE = "\"'><img src=x onerror=window.__pwned=900><script>window.__pwned=901</script>"
"""What stands wherever a site has one text only."""

CONFIG: dict[str, Any] = {
    "site_name": f"Name {SITE}",
    "site_description": f"Described {SITE}",
    "site_author": f"Author {SITE}",
    "copyright": "Nobody's",  # HTML, by MkDocs' own rule
    "site_url": "https://example.org/",
    "docs_dir": "site_src",
    "theme": {"name": "material", "font": False},
    "plugins": [
        {
            "briefs": {
                "cards": False,
                "report_url": "mailto:desk@example.org?subject={title}&body={url}",
                "publisher": {
                    "name": f"Publisher {SITE}",
                    "address": [f"Address {SITE}"],
                    "email": "desk@example.org",
                    "responsible": f"Responsible {SITE}",
                    "owners": f"Owners {SITE}",
                    "about": f"About {SITE}",
                    "funding": f"Funding {SITE}",
                    "corrections_policy": f"Corrections {SITE}",
                    "rights": f"Rights {SITE}",
                    "privacy": f"Privacy {SITE}",
                },
            }
        }
    ],
    "markdown_extensions": ["attr_list", "tables"],
    "extra": {"generator": False},
    "nav": [{f"Nav {SITE}": "page.md"}, {"Briefs": "briefs/index.md"}, {f"Section {SITE}": ["second.md"]}],
}


@dataclass(frozen=True)
class Hostile:
    """One brief: `main` stands in its own fields, each of `more` in every field of a claim."""

    slug: str
    main: str
    more: tuple[str, ...]

    @property
    def party(self) -> str:
        """The id of the outlet that is called like the payload."""
        return f"party-{self.slug}"

    def marked(self, number: int) -> str:
        """The text of a claim, told from any other."""
        return f"Claim{self.slug}x{number} {self.more[number]}"

    def quote(self, number: int) -> str:
        """The passage that a claim quotes."""
        return f"Begin{number} {self.more[number]} end{number}"

    def files(self) -> Iterator[tuple[str, str]]:
        """The files of the brief, below `briefs/`."""
        body = "\n\n".join(
            f"Before{n} {text} now {self.quote(n)} then {text} after{n}\n\nSaid{n} {text} told{n}"
            for n, text in enumerate(self.more)
        )
        own = {"outlet": self.party, "title": self.main, "author": [self.main], "rights": "full"}
        own |= {"url": _address(self.main), "archive_url": _address(self.main), "aliases": ["old-alder"]}
        yield f"{self.slug}/brief.yml", as_yaml(self._brief())
        yield f"{self.slug}/links.yml", as_yaml({_address(self.main): "2026-03-03"})
        yield f"{self.slug}/articles/alder.md", article(body, **own)
        second = {"outlet": "birch", "title": f"Second {self.main}", "rights": "none"}
        second |= {"based_on": [f"a letter to the desk in which somebody told us this {self.main}"]}
        yield f"{self.slug}/articles/birch.md", article(body, **second)

    def withdrawn(self) -> Iterator[tuple[str, str]]:
        """A brief that is no more, of which a page says so."""
        left = self._brief() | {"status": "withdrawn", "aliases": [f"once-{self.slug}"]}
        for name, text in self.files():
            is_brief = name.endswith("brief.yml")
            yield name.replace(self.slug, f"gone-{self.slug}", 1), as_yaml(left) if is_brief else text

    def registered(self) -> dict[str, object]:
        """The party's entry in the register."""
        text = self.main
        names = {"name": f"{text} {self.slug}", "full_name": text, "role": text, "aliases": [f"Alias {text}"]}
        return {self.party: names | {"url": _address(text)}}

    def _brief(self) -> dict[str, object]:
        text = self.main
        notes = [
            {
                "source": "alder",
                "quote": self.quote(0),
                "note": text,
                "motivation": "questioning",
                "links": [_address(text)],
            },
            {"source": "birch", "note": f"Noted {text}"},
        ]
        return {
            "title": text,
            "summary": text,
            "date": "2025-03-01",
            "author": [text],
            "reviewed_by": [f"Reviewer {text}"],
            "notice": text,
            "tags": [text, f"tag {self.slug}"],
            "aliases": [f"old-{self.slug}"],
            "claims": [self._claim(n, text) for n, text in enumerate(self.more)],
            "notes": notes,
            "corrections": [{"date": "2025-03-02", "was": text, "now": f"Now {text}", "why": text}],
        }

    def _claim(self, number: int, text: str) -> dict[str, object]:
        described = f"a man in the street of whom we know no more said {text}"
        report = {
            "quote": {"exact": self.quote(number), "prefix": f"{text} now", "suffix": f"then {text}"},
            "scope": text,
            "via": [described, {"together": [f"{described} once", f"{described} twice"]}],
            "via_quote": f"Said{number} {text} told{number}",
            "translation": {"text": text, "by": text},
            "note": text,
        }
        if not any(mark in text for mark in ENDS):
            report["hedge"] = self.quote(number)
        denied = {"quote": self.quote(number), "stance": "denies"}
        headline = {"quote": f"Second {self.main}", "in": "title"}
        return {
            "id": f"c{number}",
            "claim": self.marked(number),
            "measure": text,
            "note": text,
            "assessment": {"likelihood": "likely", "confidence": "low", "why": text},
            "overrule": {"status": "differs", "because": "scope", "note": text},
            "reports": {"alder": report, "birch": [denied, headline] if number else denied},
            "reviewed_by": [f"Checked {text}"],
        }


def briefs(texts: Sequence[str], claims: int = CLAIMS) -> list[Hostile]:
    """The texts spread over briefs: each is the main one of a brief, and stands in the claims of `claims` others."""
    count = len(texts)
    step = max(1, count // (claims + 1))
    return [
        Hostile(f"h{n:04}", text, tuple(texts[(n + k * step) % count] for k in range(1, claims + 1)))
        for n, text in enumerate(texts)
    ]


def files(hostile: Sequence[Hostile]) -> Iterator[tuple[str, str]]:
    """Every file of the site."""
    parties: dict[str, Any] = dict(PARTIES)
    for brief in hostile:
        parties |= brief.registered()
        for name, text in brief.files():
            yield f"briefs/{name}", text
    for name, text in hostile[0].withdrawn():
        yield f"briefs/{name}", text
    yield "briefs/parties.yml", as_yaml(parties)
    yield "mkdocs.yml", as_yaml(CONFIG)
    front = as_yaml({"title": f"Titled {SITE}", "description": f"Described {SITE}", "author": SITE})
    yield "site_src/second.md", "# Second\n"
    yield f"site_src/{NAME}.md", "A page that is called like its file.\n"
    yield f"site_src/{NAME}.txt", "A file.\n"
    yield "site_src/page.md", f"---\n{front}---\n\n# A page\n\nIts text is its author's own.\n"


def hub(hostile: Sequence[Hostile]) -> Iterator[tuple[str, str]]:
    """The files of a brief that names all others."""
    related = [each.slug for each in hostile]
    claim = {"id": "a", "claim": "A", "reports": {"alder": "Every one of them"}}
    brief = {"title": "Hub", "summary": "All", "date": "2025-03-01", "related": related, "claims": [claim]}
    yield f"briefs/{HUB}/brief.yml", as_yaml(brief)
    own = {"outlet": "alder", "title": "All", "rights": "full"}
    yield f"briefs/{HUB}/articles/alder.md", article("Every one of them is here.", **own)


def _address(text: str) -> str:
    """An address that has the text in it as far as one may."""
    return "https://site.example/?q=" + "".join(c for c in text if not c.isspace())[:300]
