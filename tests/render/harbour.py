"""One made-up brief with everything that a page can show."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from generator.model.brief import Parties
from generator.model.figure import Figure, Interval
from generator.model.findings import Comparison, Findings, Status
from tests.render.made import article, findings, parties, with_figures

HERALD = """\
The ferry "Anna" ran aground off Skerry Point on Monday night, the coastguard said.
It carried about 120 passengers.

Nobody was hurt. The company will pay for the tow, a union official told Northern Wire.

## What happens next

A secret that no note touches. Divers look at the hull on Thursday. Another hidden remark.

The last paragraph is not annotated at all.
"""

ECHO = """\
A ferry with more than 200 people aboard hit a rock.

It drifted for an hour before it hit the rock, several passengers said.

Ticket prices will not change.
"""

BLADET = """\
Färjan Anna gick på grund. Ingen skadades, enligt rederiet.

Detta får ingen läsa.
"""


@cache
def register() -> Parties:
    return parties(
        herald="The Herald",
        echo="The Echo",
        bladet={"name": "Bladet", "country": "SE"},
        wire={"name": "Northern Wire", "kind": "agency"},
        coastguard={"name": "Coastguard", "kind": "government", "role": "rescue at sea"},
        company="Ferry company",
    )


@cache
def harbour(status: str = "published") -> Findings:
    made = findings(
        {
            "title": "A ferry <b>aground</b> & afloat",
            "summary": "Three reports of one ferry.",
            "date": "2026-03-03",
            "updated": "2026-03-05",
            "status": status,
            "author": "Ada Editor",
            "reviewed_by": ["Bo Reader"],
            "tags": ["Sea & shore", "ferries"],
            "notice": "Made up for *tests*.",
            "related": ["another-brief"],
            "supersedes": "first-night",
            "claims": [
                {
                    "id": "aground",
                    "claim": "The ferry ran aground",
                    "aliases": ["stranded"],
                    "when": "2026-03-02",
                    "note": "Says **who**.",
                    "reviewed_by": "Cy",
                    "assessment": {
                        "likelihood": "almost certain",
                        "confidence": "high",
                        "why": "Photographs.",
                    },
                    "reports": {
                        "herald": {
                            "quote": "ran aground off Skerry Point on Monday night",
                            "via": "coastguard",
                            "via_quote": "the coastguard said",
                            "when": "2026-03-02",
                        },
                        "echo": {"quote": "hit a rock", "in": "title"},
                        "bladet": {
                            "quote": "Färjan Anna gick på grund",
                            "translation": {"text": "The ferry Anna ran aground", "by": "Dee"},
                        },
                    },
                },
                {
                    "id": "aboard",
                    "claim": "How many were aboard",
                    "measure": "people",
                    "unchecked": ["bladet"],
                    "overrule": {"status": "not comparable", "because": "scope", "note": "Crew or no crew."},
                    "reports": {
                        "herald": {
                            "quote": "It carried about 120 passengers",
                            "value": "about 120",
                            "scope": "passengers",
                            "as_of": "2026-03~",
                        },
                        "echo": {"quote": "more than 200 people aboard", "value": "more than 200"},
                    },
                },
                {
                    "id": "hurt",
                    "claim": "Somebody was hurt",
                    "reports": {
                        "herald": {"quote": "Nobody was hurt", "stance": "denies", "via": "unknown"},
                        "bladet": {
                            "quote": "Ingen skadades",
                            "stance": "denies",
                            "via": "company",
                            "translation": {"text": "Nobody was hurt"},
                        },
                    },
                },
                {
                    "id": "tow",
                    "claim": "The company pays for the tow",
                    "reports": {
                        "herald": {
                            "quote": "The company will pay [...] the tow",
                            "via": ["wire", "a union official"],
                            "hedge": "will",
                        }
                    },
                },
                {
                    "id": "drift",
                    "claim": "It drifted first",
                    "reports": {
                        "echo": [
                            {
                                "quote": "It drifted for an hour before it hit the rock",
                                "via": "several passengers",
                            },
                            {
                                "quote": "drifted for an hour",
                                "via": [{"together": ["coastguard", "company"]}],
                            },
                        ]
                    },
                },
            ],
            "notes": [
                {
                    "source": "herald",
                    "quote": "Divers look at the hull",
                    "motivation": "questioning",
                    "note": "Whose?",
                },
                {
                    "source": "echo",
                    "note": "Retold.",
                    "motivation": "describing",
                    "links": ["https://example.org/x"],
                },
            ],
            "corrections": [
                {
                    "date": "2026-03-04",
                    "was": "a <i>ship</i>",
                    "now": "a ferry",
                    "why": "It is one.",
                    "claim": "aground",
                },
                {"date": "2026-03-05", "was": "Monday", "now": "monday", "why": "Case.", "minor": True},
            ],
        },
        {
            "herald": article(
                "herald",
                HERALD,
                author="Eve Writer",
                published="2026-03-03",
                rights="excerpts",
                url="https://herald.example/ferry",
            ),
            "echo": article(
                "echo",
                ECHO,
                title="Ferry hit a rock",
                published="2026-03~",
                rights="full",
                rendition="paraphrase",
                url="https://example.org/echo?a=1&b=2",
                archive_url="https://example.org/archive",
            ),
            "bladet": article(
                "bladet", BLADET, language="sv", rights="none", rendition="adaptation", based_on="wire"
            ),
        },
        register(),
        {
            "aground": (Status.CORROBORATED, 3),
            "aboard": (Status.DIFFERS, 2),
            "hurt": (Status.REPEATED, 1),
        },
        slug="harbour",
    )
    apart = tuple(
        replace(claim, comparisons=(Comparison(0, 1, "figure", False),))
        if claim.claim.id == "aboard"
        else claim
        for claim in made.claims
    )
    return with_figures(
        replace(made, claims=apart),
        {
            ("aboard", "herald"): Figure(
                "about 120",
                "about",
                (Decimal(120),),
                Interval(Decimal(108), Decimal(132)),
                scope="passengers",
            ),
            ("aboard", "echo"): Figure(
                "more than 200", "more than", (Decimal(200),), Interval(Decimal(200), None, False, False)
            ),
        },
    )
