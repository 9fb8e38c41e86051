"""Briefs whose every text is hostile: a brief for each payload of our own, a dozen more payloads within each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..desk import PARTIES, article, as_yaml
from .payloads import OWN, corpora, printable


@dataclass(frozen=True)
class Hostile:
    """One brief: `main` stands in every field, each of `more` in a claim of its own."""

    slug: str
    main: str
    more: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All payloads of the brief."""
        return (self.main, *self.more)

    @property
    def compared(self) -> bool:
        """Whether a second source says the same: every eighth brief has two."""
        return int(self.slug[1:]) % 8 == 0

    @property
    def party(self) -> str:
        """The id of the party that is called like the payload."""
        return f"party-{self.slug}"

    def quote(self, number: int) -> str:
        """The passage of the article that claim `number` quotes."""
        return f"Begin{number} {self.texts[number]} end{number}"

    @property
    def files(self) -> dict[str, str]:
        """The files of the brief, below `briefs/`."""
        body = "\n\n".join(self.quote(number) for number in range(len(self.texts)))
        own = {"outlet": self.party, "title": self.main, "author": self.main, "rights": "full"}
        second = {"outlet": "birch", "title": f"Second {self.main}", "rights": "none"}
        articles = {"alder": article(body, **own)}
        if self.compared:
            articles["birch"] = article(body, **second)
        return {f"{self.slug}/brief.yml": as_yaml(self._brief())} | {
            f"{self.slug}/articles/{source}.md": text for source, text in articles.items()
        }

    def _brief(self) -> dict[str, object]:
        text = self.main
        claims = [self._claim(number) for number in range(len(self.texts))]
        claims[0] |= {
            "measure": text,
            "note": text,
            "assessment": {"likelihood": "likely", "why": text},
            "overrule": {"status": "differs", "because": "scope", "note": text},
        }
        return {
            "title": text,
            "summary": text,
            "date": "2025-03-01",
            "author": text,
            "reviewed_by": [text],
            "notice": text,
            "tags": [text, f"tag {self.slug}"],
            "claims": claims,
            "notes": [
                {
                    "source": "alder",
                    "quote": self.quote(0),
                    "note": text,
                    "links": ["https://example.org/?a=<b>&c='"],
                },
                {"source": "alder", "note": f"Noted {text}"},
            ],
            "corrections": [{"date": "2025-03-02", "was": text, "now": text, "why": text}],
        }

    def _claim(self, number: int) -> dict[str, object]:
        text = self.texts[number]
        report = {
            "quote": self.quote(number),
            "scope": text,
            "via": [f"a crowd of people in the street of whom one shouted to us: {text}"],
            "translation": {"text": text, "by": text},
            "note": text,
        }
        return {
            "id": f"c{number}",
            "claim": f"Claim{self.slug}x{number} {text}",
            "reports": {"alder": report} | ({"birch": self.quote(number)} if self.compared else {}),
        }


def briefs() -> list[Hostile]:
    """One brief for each payload of our own; those of the corpora spread over them."""
    own = [printable(text) for text in OWN]
    more = corpora(len(own) * 5)
    return [Hostile(f"h{n:02}", text, tuple(more[n :: len(own)])) for n, text in enumerate(own)]


def files(hostile: list[Hostile]) -> Iterator[tuple[str, str]]:
    """Every file of the site's `briefs/`."""
    parties = PARTIES | {
        brief.party: {"name": brief.main, "full_name": brief.main, "role": brief.main} for brief in hostile
    }
    yield "briefs/parties.yml", as_yaml(parties)
    for brief in hostile:
        for name, text in brief.files.items():
            yield f"briefs/{name}", text
