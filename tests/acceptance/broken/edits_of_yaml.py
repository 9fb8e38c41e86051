"""Edits that break the YAML itself, the keys or the kinds of values."""

from __future__ import annotations

from .port import ALDER, BIRCH, REGISTER, Edit

SYNTAX = [
    Edit("an unclosed double quote", "title: Fire in the port", 'title: ▶"Fire in the port'),
    Edit("an unclosed single quote", "summary: Two", "summary: ▶'Two"),
    Edit("an unclosed bracket", "tags: [port, fire]", "tags: ▶[port, fire"),
    Edit("an unclosed bracket at the end", '["https://example.org/lease"]', '▶["https://example.org/lease"'),
    Edit("an unclosed brace", "alder: The fire began at noon on Friday", "alder: ▶{quote: The fire"),
    Edit("an unclosed quote within a bracket", "sources: [alder, birch]", 'sources: [alder, ▶"birch]'),
    Edit("a tab before a key", "    measure: people", "▷\tmeasure: people"),
    Edit("a colon within a plain text", "summary: Two reports", "summary: ▷Two: reports"),
    Edit("a key too deep", "status: published", "▷  status: published"),
    Edit("a key not deep enough", "    claim: Some people were hurt", "▷   claim: Some people were hurt"),
    Edit("a line without a colon", "status: published", "▷published"),
    Edit("a key twice", "status: published", "status: published\n▶title: Again"),
    Edit("a key twice in a claim", "    measure: people", "    measure: people\n    ▶claim: Again"),
    Edit(
        "a key twice in a report",
        "        hedge: probably",
        "        hedge: probably\n        ▶hedge: likely",
    ),
    Edit(
        "a source twice",
        "      alder: The fire began",
        "      alder: in the old part\n      ▶alder: The fire began",
    ),
    Edit(
        "a key twice in a flow mapping",
        "      alder: The fire began at noon on Friday",
        "      alder: {quote: The fire began, ▶quote: on Friday}",
    ),
    Edit("a party twice", "alder:\n  name", "alder: {name: Other}\n▶alder:\n  name", REGISTER),
    Edit("a key twice in front matter", "author: Bo Ek", "author: Bo Ek\n▶author: Bo Ek", ALDER),
    Edit(
        "an alias",
        "title: Fire in the port\nsummary: Two reports of a fire.",
        "title: ▷&fire Fire in the port\nsummary: ▷*fire",
    ),
    Edit("a merge key", "    measure: people", "    ▶<<: {measure: people}"),
    Edit("a tag of YAML", "title: Fire", "title: ▶!!str Fire"),
    Edit("a tag of Python", "title: Fire in the port", 'title: ▶!!python/object/apply:os.system ["true"]'),
    Edit("a tag of one's own", "date: 2025-03-01", "date: ▶!when 2025-03-01"),
    Edit(
        "a second document",
        "    why: A misprint.\n    claim: hurt\n",
        "    why: A misprint.\n    claim: hurt\n▷---\ntitle: Another\n",
    ),
    Edit("lists in lists in lists", "tags: [port, fire]", f"tags: ▷{'[' * 400}{']' * 400}"),
    Edit("a sign that begins a comment", "title: Fire in the port", "title: ▷The #1 fire in the port"),
    Edit("a sign that begins a comment in a quote", "quote: a warehouse", "quote: ▷a #warehouse"),
    Edit("a bell", "title: Fire in", "title: ▷Fire\x07 in"),
    Edit("a NUL", "summary: Two", "summary: ▷Two\x00"),
    Edit("an at sign first", "title: Fire", "title: ▶@Fire"),
    Edit("a backquote first", "title: Fire", "title: ▶`Fire"),
    Edit("a bad escape", "title: Fire in the port", r'title: ▷"Fire \q port"'),
    Edit(
        "an unclosed bracket in the register", "  kind: agency\ncable:", "  kind: ▶[agency\ncable:", REGISTER
    ),
    Edit(
        "an unclosed quote in front matter", "title: A warehouse burns", "title: ▶'A warehouse burns", BIRCH
    ),
]

_REPORT = "        scope: on the quay\n        hedge"
UNKNOWN_KEYS = [
    Edit("in a brief", "status: published", "status: published\n▶titel: Fire", near="title"),
    Edit("in a claim", "    measure: people", "    ▶mesure: people", near="measure"),
    Edit(
        "in a report", _REPORT, "        scope: on the quay\n        ▶hegde: x\n        hedge", near="hedge"
    ),
    Edit("in an assessment", "      confidence: moderate", "      ▶confidense: moderate", near="confidence"),
    Edit("in an overrule", "      note: A neighbour", "      ▶nota: A neighbour", near="note"),
    Edit("in a note", "    motivation: describing", "    ▶motive: describing"),
    Edit("in a correction", "    why: A misprint.", "    why: A misprint.\n    ▶mino: true", near="minor"),
    Edit("in front matter", "author: Bo Ek", "▶auhtor: Bo Ek", ALDER, near="author"),
    Edit(
        "in the register",
        "  name: Overland Wire\n  kind",
        "  name: Overland Wire\n  ▶knid",
        REGISTER,
        near="kind",
    ),
    Edit(
        "in a selector",
        "quote: a warehouse of the town",
        "quote: {exact: a warehouse of the town, ▶prefx: from}",
        near="prefix",
    ),
    Edit("in what stands together", "via: captain", "via: ▶{▶togehter: [captain, mayor]}", near="together"),
    Edit("a word in capitals", "status: published", "status: published\n▶Tags: [x]", near="tags"),
    Edit("a word of another tool", "status: published", "status: published\n▶layout: post"),
]

MISSING_KEYS = [
    Edit("a brief's title", "title: Fire in the port\nsummary", "▷summary"),
    Edit(
        "a brief's summary",
        "title: Fire in the port\nsummary: Two reports of a fire.\n",
        "▷title: Fire in the port\n",
    ),
    Edit(
        "a brief's date",
        "title: Fire in the port\nsummary: Two reports of a fire.\ndate: 2025-03-01",
        "▷title: Fire in the port\nsummary: Two reports of a fire.",
    ),
    Edit("a claim's id", "  - id: began\n    claim: The fire", "  - ▷claim: The fire"),
    Edit(
        "a claim's text",
        "  - id: began\n    claim: The fire began on the last day of February",
        "  - ▷id: began",
    ),
    Edit(
        "a report's quote",
        "      birch:\n        quote: 43 people were probably hurt\n        value: 43",
        "      birch:\n        ▷stance: supports",
    ),
    Edit("a note's source", "  - source: birch\n    quote: a", "  - ▷quote: a"),
    Edit(
        "a note's text",
        "  - source: birch\n    quote: a warehouse of the town\n    motivation: describing\n"
        "    note: The town let it in 2019.\n",
        "  - ▷source: birch\n    quote: a warehouse of the town\n    motivation: describing\n",
    ),
    Edit("a correction's date", "  - date: 2025-03-02\n    was", "  - ▷was"),
    Edit("a correction's before", "  - date: 2025-03-02\n    was: 44 people\n", "  - ▷date: 2025-03-02\n"),
    Edit(
        "a correction's after",
        "  - date: 2025-03-02\n    was: 44 people\n    now: 43 people\n",
        "  - ▷date: 2025-03-02\n    was: 44 people\n",
    ),
    Edit(
        "an assessment's reason",
        "      likelihood: likely\n      confidence: moderate\n      why: Both rest on the ministry.",
        "      ▷likelihood: likely\n      confidence: moderate",
    ),
    Edit(
        "a translation's text",
        "        hedge: probably",
        "        hedge: probably\n        translation: {▷by: Ada}",
    ),
    Edit("an article's outlet", "outlet: alder\ntitle", "▷title", ALDER),
    Edit("an article's title", "outlet: birch\ntitle: A warehouse burns\n", "▷outlet: birch\n", BIRCH),
    Edit("a party's name", "telex:\n  name: Telex Nord\n", "telex:\n  ▷", REGISTER),
    Edit("a selector's text", "quote: a warehouse of the town", "quote: {▷prefix: from}"),
]

WRONG_KINDS = [
    Edit("a list for a title", "title: Fire in the port", "title: ▶[Fire, port]"),
    Edit("a mapping for a title", "title: Fire in the port", "title: ▶{Fire: port}"),
    Edit("nothing for a title", "title: Fire in the port", "title: ▷"),
    Edit("null for a summary", "summary: Two reports of a fire.", "summary: ▷null"),
    Edit("an empty title", "title: Fire in the port", 'title: ▶""'),
    Edit("a blank summary", "summary: Two reports of a fire.", 'summary: ▶"  "'),
    Edit("a mapping for tags", "tags: [port, fire]", "tags: ▶{port: fire}"),
    Edit("a list within tags", "tags: [port, fire]", "tags: [port, ▶[fire]]"),
    Edit("a mapping within tags", "tags: [port, fire]", "tags: [▶{port: x}, fire]"),
    Edit(
        "a text for an assessment",
        "    assessment:\n      likelihood: likely\n"
        "      confidence: moderate\n      why: Both rest on the ministry.",
        "    assessment: ▶likely",
    ),
    Edit(
        "a text for an overrule",
        "    overrule:\n      status: repeated\n      because: source\n      note: A neighbour says the same.",
        "    overrule: ▶repeated",
    ),
    Edit(
        "a list for reports",
        "    reports:\n      alder: The fire began at noon on Friday",
        "    reports: ▶[The fire began at noon on Friday]",
    ),
    Edit("no reports", "    reports:\n      alder: The fire began at noon on Friday", "    reports: ▷{}"),
    Edit("no report in a list", "      alder: The fire began at noon on Friday", "      alder: ▶[]"),
    Edit("a number's list for a value", "        value: 43", "        value: ▶[43]"),
    Edit(
        "a mapping for a scope",
        "        scope: on the quay\n        hedge",
        "        scope: ▶{on: quay}\n        hedge",
    ),
    Edit("a word for minor", "    why: A misprint.", "    why: A misprint.\n    minor: ▶maybe"),
    Edit("a yes for minor", "    why: A misprint.", "    why: A misprint.\n    minor: ▶yes"),
    Edit("a list for an id", "  - id: began", "  - id: ▶[began]"),
    Edit("a mapping for a link", 'links: ["https://example.org/lease"]', "links: [▶{url: x}]"),
    Edit("a list for rights", "rights: excerpts", "rights: ▶[excerpts]", ALDER),
    Edit(
        "a text for a party", "wire:\n  name: Overland Wire\n  kind: agency", "wire: ▶Overland Wire", REGISTER
    ),
]
