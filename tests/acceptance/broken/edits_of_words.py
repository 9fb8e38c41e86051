"""Edits that leave the YAML whole: words, ids, dates, figures, quotes and hedges that cannot be."""

from __future__ import annotations

from .port import ALDER, BIRCH, REGISTER, Edit

_STANCE = "        hedge: probably"
WORDS = [
    Edit("a status", "status: published", "status: ▶publisehd", near="published"),
    Edit("a stance", _STANCE, "        hedge: probably\n        stance: ▶denys", near="denies"),
    Edit("a stance in capitals", _STANCE, "        hedge: probably\n        stance: ▶Denies", near="denies"),
    Edit("a place of a quote", _STANCE, "        hedge: probably\n        in: ▶headline"),
    Edit("a motivation", "motivation: describing", "motivation: ▶descibing", near="describing"),
    Edit("a rendition", "rendition: verbatim", "rendition: ▶verbatum", ALDER, near="verbatim"),
    Edit("a right", "rights: excerpts", "rights: ▶exerpts", ALDER, near="excerpts"),
    Edit(
        "a kind of party",
        "  name: Telex Nord\n  kind: agency",
        "  name: Telex Nord\n  kind: ▶agancy",
        REGISTER,
        near="agency",
    ),
    Edit("a likelihood", "likelihood: likely", "likelihood: ▶likly", near="likely"),
    Edit("a likelihood of no ladder", "likelihood: likely", "likelihood: ▶70%"),
    Edit("a confidence", "confidence: moderate", "confidence: ▶medium"),
    Edit("an overruling status", "      status: repeated", "      status: ▶repeatd", near="repeated"),
    Edit("a reason to overrule", "because: source", "because: ▶sources", near="source"),
    Edit(
        "a status with a hyphen",
        "      status: repeated",
        "      status: ▶not-comparable",
        near="not comparable",
    ),
]

IDS = [
    Edit("a source of a report", "      alder: The fire began", "      ▶aldr: The fire began", near="alder"),
    Edit("a source of the columns", "sources: [alder, birch]", "sources: [alder, ▶birhc]", near="birch"),
    Edit("a source of a note", "  - source: birch", "  - source: ▶brich", near="birch"),
    Edit("a source that was not checked", "unchecked: [birch]", "unchecked: [▶bich]", near="birch"),
    Edit("an outlet", "outlet: alder", "outlet: ▶aldr", ALDER, near="alder"),
    Edit("a party that a text is based on", "based_on: telex", "based_on: ▶telx", BIRCH, near="telex"),
    Edit("a party that it belongs to", "part_of: town", "part_of: ▶twon", REGISTER, near="town"),
    Edit("a party of a chain", "via: captain", "via: ▶captian", near="captain"),
    Edit("a party in a chain", "via: [wire, minister]", "via: [wire, ▶minster]", near="minister"),
    Edit("a party side by side", "via: captain", "via: {together: [captain, ▶maior]}", near="mayor"),
    Edit("a claim of a correction", "    claim: hurt\n", "    claim: ▶hurts\n", near="hurt"),
    Edit("a related brief", "related: [storm]", "related: [▶strom]", near="storm"),
    Edit("a superseded brief", "related: [storm]", "related: [storm]\nsupersedes: ▶strom", near="storm"),
    Edit("a claim's id twice", "  - id: began", "  - id: ▶hurt"),
    Edit("an id with a space", "  - id: began", "  - id: ▶it began"),
    Edit("an id with a slash", "  - id: began", "  - id: ▶../began"),
    Edit("a party's name for its id", "via: captain", "via: ▶Ruben Achterberg", near="captain"),
    Edit("nearly a party's name", "via: captain", "via: ▶ruben achterberg", near="captain"),
    Edit("a misspelt name", "via: captain", "via: ▶Ruben Achtenberg", near="captain"),
    Edit("a party twice in a chain", "via: [wire, minister]", "via: [wire, minister, ▶wire]"),
    Edit("the outlet in its own chain", "via: captain", "via: ▶birch"),
    Edit("the text's owner in the chain", "via: captain", "via: [▶telex, captain]"),
    Edit("a party twice side by side", "via: captain", "via: {together: [captain, ▶captain]}"),
    Edit(
        "a party of itself",
        "  name: Town of Vinterhavn\n  kind: government",
        "  name: Town of Vinterhavn\n  kind: government\n  part_of: ▶town",
        REGISTER,
    ),
]

DATES = [
    Edit("a thirteenth month", "date: 2025-03-01", "date: ▶2025-13-01"),
    Edit("a thirtieth of February", "updated: 2025-03-02", "updated: ▶2025-02-30"),
    Edit("a leap day of no leap year", "when: 2025-02-28", "when: ▶2025-02-29"),
    Edit("one digit", "as_of: 2025-02-28", "as_of: ▶2025-2-28"),
    Edit("slashes", "as_of: 2025-02-28", "as_of: ▶28/02/2025"),
    Edit("a word", "when: 2025-02-28", "when: ▶yesterday"),
    Edit("a month's name", "published: 2025-02-28", "published: ▶28 February 2025", ALDER),
    Edit("a season of no year", "published: 2025-02-28", "published: ▶winter", BIRCH),
    Edit("an interval that ends before it begins", "when: 2025-02-28", "when: ▶2025-02-28/2025-02-01"),
    Edit("a list of dates", "updated: 2025-03-02", "updated: ▶[2025-03-02]"),
    Edit("a date of a correction", "  - date: 2025-03-02", "  - date: ▶2025-00-02"),
    Edit("an empty date", "date: 2025-03-01\nstatus", 'date: ▶""\nstatus'),
    Edit("two tildes", "when: 2025-02-28", "when: ▶2025-02~~"),
]

FIGURES = [
    Edit("a number that is not in the quote", "value: at least 40", "value: ▶at least 41"),
    Edit("a number that is a part of one", "value: 43", "value: ▶4"),
    Edit("a tenth of the number", "value: 43", "value: ▶4.3"),
    Edit("a number with a sign", "value: 43", "value: ▶-43"),
    Edit("a word without a number", "value: 43", "value: ▶many"),
    Edit("a qualifier alone", "value: at least 40", "value: ▶at least"),
    Edit("no qualifier of the list", "value: at least 40", "value: ▶roundabout 40"),
    Edit("a range of which one end stands", "value: 43", "value: ▶43 to 50"),
    Edit(
        "a range the wrong way round",
        "quote: 43 people were probably hurt\n        value: 43",
        "quote: 43 people were probably hurt\n        value: ▶43 to 40",
    ),
    Edit("two numbers", "value: 43", "value: ▶43 43"),
    Edit("an empty value", "value: 43", 'value: ▶""'),
    Edit("a tolerance without per cent", "tolerance: 10%", "tolerance: ▶ten"),
    Edit("a tolerance below nothing", "tolerance: 10%", "tolerance: ▶-10%"),
    Edit("an unknown unit", "        value: 43", "        value: 43\n        unit: ▶flurbs"),
]

QUOTES = [
    Edit("a quote that stands nowhere", "quote: 43 people were probably hurt", "quote: ▶43 people were hurt"),
    Edit(
        "a bare quote that stands nowhere",
        "alder: The fire began at noon on Friday",
        "alder: ▶The fire began at one",
    ),
    Edit(
        "a quote of the other article",
        "alder: The fire began at noon on Friday",
        "alder: ▶a warehouse of the town",
    ),
    Edit("a quote that stands twice", "alder: The fire began at noon on Friday", "alder: ▶People saw the"),
    Edit("a passage of a chain", "via_quote: Ottilie", "via_quote: ▶Ottila"),
    Edit("a passage of a note", "quote: a warehouse of the town", "quote: ▶a warehouse in the town"),
    Edit(
        "the second quote of a list",
        "alder: The fire began at noon on Friday",
        "alder: {quote: [The fire began, ▶The fire ended]}",
    ),
    Edit(
        "the second report of a list",
        "alder: The fire began at noon on Friday",
        "alder: [The fire began, ▶The fire ended]",
    ),
    Edit(
        "the text of a selector",
        "quote: a warehouse of the town",
        "quote: {exact: ▷a warehouse in town, prefix: from}",
    ),
    Edit(
        "a folded quote", "quote: a warehouse of the town", "quote: ▶>-\n      a warehouse\n      in the town"
    ),
    Edit("an empty quote", "alder: The fire began at noon on Friday", 'alder: ▶""'),
    Edit("a hedge of another sentence", "hedge: probably", "hedge: ▶likely"),
    Edit("a hedge that stands nowhere", "hedge: probably", "hedge: ▶perhaps"),
    Edit("a half of a hedge", "hedge: probably", "hedge: ▶prob"),
]

ADDRESSES = [
    Edit("a script for an address", "url: https://example.org/alder", 'url: ▶"javascript:alert(1)"', ALDER),
    Edit("no scheme", "url: https://example.org/alder", "url: ▶example.org/alder", ALDER),
    Edit("a file for an address", "url: https://example.org/alder", "url: ▶file:///etc/passwd", ALDER),
    Edit("data for an address", "url: https://example.org/alder", 'archive_url: ▶"data:text/html,x"', ALDER),
    Edit("a script for a link", 'links: ["https://example.org/lease"]', 'links: [▶"javascript:alert(1)"]'),
    Edit(
        "a script for a party's address",
        "  name: Telex Nord\n",
        '  name: Telex Nord\n  url: ▶"javascript:alert(1)"\n',
        REGISTER,
    ),
]
