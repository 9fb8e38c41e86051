"""What the keys of a brief mean, down to its notes and corrections."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.brief import Annotations, Correction, Entry, Note
from generator.model.meanings.meaning import STANDS, Meaning

KEYS: Mapping[type[Entry], Mapping[str, Meaning]] = {
    Annotations: {
        "title": Meaning("The brief's headline.", ("Ferry aground off Port Ansel",), "$1"),
        "summary": Meaning(
            "Two or three sentences: what the reports agree on, and where they part.", (), ">-\n  $1"
        ),
        "date": Meaning("The day that the brief is of (EDTF).", ("2025-02-12",), "$1"),
        "status": Meaning(
            "`draft` is shown in a preview only, `withdrawn` leaves a tombstone at its address.",
            ("draft",),
            "${1|draft,published,withdrawn|}",
        ),
        "author": Meaning("Who wrote the brief: a name or a list.", ("Ada Berg", ["Ada Berg", "Jo Lind"])),
        "reviewed_by": Meaning("Who checked the brief: a name or a list.", ("Jo Lind",)),
        "updated": Meaning("When the brief last changed.", ("2025-02-14",)),
        "language": Meaning(
            "The language of the editor's words (BCP 47); English unless said.", ("sv", "en-GB")
        ),
        "notice": Meaning(
            "A notice above the brief, in Markdown.", ("Two of the reports were later withdrawn.",)
        ),
        "tags": Meaning(
            "What the brief is about, in a word or two each.", (["shipping", "accidents"],), ["$1"]
        ),
        "sources": Meaning(
            "The order of the columns: ids of articles, which are their file names without `.md`.",
            (["reuters", "port-herald"],),
            ["$1"],
        ),
        "aliases": Meaning("Slugs that the brief had before; they lead here.", (["ferry-aground"],), ["$1"]),
        "related": Meaning("Slugs of briefs on the same matter.", (["harbour-closed"],), ["$1"]),
        "supersedes": Meaning(
            "The slug of a brief that this one replaces, or a list.", ("ferry-first-night",)
        ),
        "claims": Meaning(
            "The claims, in the order of the table.",
            (),
            [{"id": "$1", "claim": "$2", "reports": {"$3": {"quote": "$4"}}}],
        ),
        "notes": Meaning(
            "Annotations that are no claims.", (), [{"source": "$1", "quote": "$2", "note": "$3"}]
        ),
        "corrections": Meaning(
            "What was corrected after publication.",
            (),
            [{"date": "$1", "was": "$2", "now": "$3", "why": "$4"}],
        ),
        "suggested": Meaning(
            "Drafts of claims, written by `briefs suggest`: reword them and move them up into "
            "`claims`. They are neither "
            "checked nor published."
        ),
    },
    Note: {
        "source": Meaning("The id of the article.", ("reuters",), "$1"),
        "quote": Meaning(f"The passage: it {STANDS}.", ("the old harbour master",), "$1"),
        "motivation": Meaning(
            "What the note does (W3C Web Annotation); `commenting` unless said.",
            ("identifying",),
            "${1|commenting,describing,identifying,questioning,assessing,linking,classifying|}",
        ),
        "note": Meaning("The note, in Markdown.", ("Harbour master from 2011 to 2019.",), "$1"),
        "links": Meaning("Addresses that the note points to.", (["https://example.org/report"],), ["$1"]),
    },
    Correction: {
        "date": Meaning("When it was corrected.", ("2025-02-14",), "$1"),
        "was": Meaning("What the brief said.", ("Fifty people were hurt.",), "$1"),
        "now": Meaning("What it says now.", ("Forty people were hurt.",), "$1"),
        "why": Meaning("Why it changed.", ("The hospital corrected its count.",), "$1"),
        "claim": Meaning("The id of the claim, where it is about one.", ("number-hurt",)),
        "minor": Meaning("Whether it changes nothing that matters, such as spelling.", (True,), "true"),
    },
}
