"""What the keys of a claim and of its reports mean."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.brief import Assessment, Claim, Entry, Overrule, Report, Selector, Together, Translation
from generator.model.meanings.meaning import STANDS, Meaning

_SELECTOR: dict[str, Meaning] = {
    "exact": Meaning(
        "The passage, word for word. `[...]` leaves words out; both parts stand in one paragraph.",
        ("at least 40 people were hurt", "The harbour [...] will stay closed"),
    ),
    "prefix": Meaning(
        "The words just before it, where the passage stands more than once.", ("police said that",)
    ),
    "suffix": Meaning(
        "The words just after it, where the passage stands more than once.", ("on Tuesday morning",)
    ),
}

_ICD_203 = (
    "${1|almost no chance,very unlikely,unlikely,roughly even chance,likely,very likely,almost certain|}"
)

KEYS: Mapping[type[Entry], Mapping[str, Meaning]] = {
    Claim: {
        "id": Meaning(
            "For ever: it is part of the claim's address, `…/#claim-<id>`.", ("number-hurt",), "$1"
        ),
        "claim": Meaning(
            "One statement that can be true or false, in your own words.",
            ("Forty people were hurt on the ferry",),
            "$1",
        ),
        "reports": Meaning(
            "Under each source's id how it reports the claim: its quote, a mapping, or a list of either.",
            ({"reuters": "at least 40 people were hurt"},),
            {"$1": {"quote": "$2"}},
        ),
        "when": Meaning("When it happened, as claimed (EDTF).", ("2025-02", "../2024-03-01")),
        "measure": Meaning("What the figures count, over their axis.", ("people hurt",)),
        "tolerance": Meaning("How far `about` reaches in this claim, instead of 10%.", ("30%",), "${1:30}%"),
        "unchecked": Meaning("Sources that were not read for this claim.", (["port-herald"],), ["$1"]),
        "overrule": Meaning(
            "The editor's status in place of the computed one.",
            ({"status": "not comparable", "because": "scope"},),
            {"status": "$1", "because": "$2", "note": "$3"},
        ),
        "assessment": Meaning(
            "The editors' own judgement of the claim.",
            (
                {
                    "likelihood": "likely",
                    "confidence": "moderate",
                    "why": "Two of three have it first hand.",
                },
            ),
            {"likelihood": _ICD_203, "confidence": "${2|low,moderate,high|}", "why": "$3"},
        ),
        "note": Meaning("What a reader should know of how the reports differ, in Markdown.", (), ">-\n  $1"),
        "aliases": Meaning("Ids that the claim had before; their addresses lead here.", (["hurt"],), ["$1"]),
        "reviewed_by": Meaning("Who checked the claim: a name or a list.", ("Jo Lind",)),
    },
    Report: {
        "quote": Meaning(
            f"The report's own words: they {STANDS}. A list where several passages say it.",
            ("at least 40 people were hurt", {"exact": "a fire broke out", "prefix": "police said that"}),
            "$1",
        ),
        "in": Meaning("Where the quote stands: in the text, or in the headline.", ("title",), "title"),
        "stance": Meaning(
            "Whether the source supports, denies or questions the claim; `supports` unless said.",
            ("denies",),
            "${1|denies,questions,supports|}",
        ),
        "value": Meaning(
            "The figure that the report gives. Its number stands in the quote; multipliers are words.",
            ("about 8,000", "at least 40", "more than 1.5 million", "20 to 25"),
            "$1",
        ),
        "unit": Meaning("What the figure counts, or its unit of measure.", ("people", "km")),
        "scope": Meaning(
            "What exactly was counted: figures of another scope are not compared.", ("passengers only",)
        ),
        "as_of": Meaning("The date that the statement is about (EDTF).", ("2025-02-11",)),
        "when": Meaning("The date that this source gives for the event (EDTF).", ("2025-02-11", "2025-01~")),
        "via": Meaning(
            "Who the outlet had it from, nearest first: ids of parties, words that only describe, "
            "`{together: [a, b]}`, or `unknown`. Left out: the outlet says it on its own authority.",
            ("reuters", ["reuters", "coast-guard"], ["several officials"], "unknown"),
            ["$1"],
        ),
        "via_quote": Meaning(
            f"The passage that says where the outlet had it from: it {STANDS}.",
            ("the coast guard told Reuters",),
            "$1",
        ),
        "hedge": Meaning(
            "The source's own word of certainty; it stands in the sentence of the quote.",
            ("expected", "likely"),
        ),
        "translation": Meaning(
            "The quotation in the brief's language.",
            ({"text": "minst 40 skadades", "by": "the editors"},),
            {"text": "$1", "by": "$2"},
        ),
        "note": Meaning("What a reader should know of this report, in Markdown.", (), "$1"),
    },
    Selector: _SELECTOR,
    Together: {
        "together": Meaning(
            "Two or more parties who told it together.", (["police", "coast-guard"],), ["$1", "$2"]
        )
    },
    Translation: {
        "text": Meaning("The translated quotation.", ("minst 40 personer skadades",), "$1"),
        "by": Meaning("Who translated it.", ("the editors",)),
    },
    Overrule: {
        "status": Meaning(
            "The status that the editor gives the claim.",
            ("not comparable",),
            "${1|corroborated,repeated,differs,not comparable,one source|}",
        ),
        "because": Meaning(
            "What the comparison cannot see.",
            ("scope",),
            "${1|scope,time,definition,source,rounding,revision|}",
        ),
        "note": Meaning("Why, for the reader.", ("One counts the crew, the other doesn't.",)),
    },
    Assessment: {
        "likelihood": Meaning("One of ICD 203's seven steps.", ("likely",), _ICD_203),
        "confidence": Meaning(
            "How sure the editors are of that judgement.", ("moderate",), "${1|low,moderate,high|}"
        ),
        "why": Meaning("The reason, for the reader.", ("Two of three have it first hand.",), "$1"),
    },
}
