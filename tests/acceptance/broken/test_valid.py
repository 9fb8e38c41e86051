"""Input that is unusual and right: no problem at all, exit 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..desk import Desk, bare_site
from .port import ALDER, BIRCH, BRIEF, FILES, REGISTER, Edit, edited

_REPORT = "      alder: The fire began at noon on Friday"
_LATE = "        hedge: probably"
EDITS = [
    Edit("a word that YAML 1.1 takes for false", "title: Fire in the port", "title: no"),
    Edit("a title that YAML 1.1 takes for a number", "title: Fire in the port", "title: 12:30:45"),
    Edit("a number for a title", "title: Fire in the port", "title: 1.50"),
    Edit("a year for a tag", "tags: [port, fire]", "tags: [2025, port]"),
    Edit("a comment after a value", "status: published", "status: published   # draft | published"),
    Edit(
        "comments between keys", "date: 2025-03-01\nstatus", "# the day\ndate: 2025-03-01\n\n# so far\nstatus"
    ),
    Edit("a hash within a word", "title: Fire in the port", "title: Fire#1 in the port"),
    Edit("a hash in quotes", "title: Fire in the port", 'title: "The #1 fire in the port"'),
    Edit("a colon in quotes", "summary: Two reports of a fire.", "summary: 'Two: reports'"),
    Edit("a folded summary", "summary: Two reports of a fire.", "summary: >-\n  Two reports\n  of a fire."),
    Edit("a literal summary", "summary: Two reports of a fire.", "summary: |\n  Two reports\n\n  of a fire."),
    Edit("block tags", "tags: [port, fire]", "tags:\n  - port\n  - fire"),
    Edit("no tags", "tags: [port, fire]", "tags: []"),
    Edit("one document with its mark", "title: Fire", "---\ntitle: Fire"),
    Edit("a draft", "status: published", "status: draft"),
    Edit("withdrawn", "status: published", "status: withdrawn"),
    Edit("two authors", "author: Ada Lind", "author: [Ada Lind, Bo Ek]"),
    Edit("a review", "author: Ada Lind", "author: Ada Lind\nreviewed_by: Bo Ek"),
    Edit("a notice", "language: en", "language: en\nnotice: This is made up."),
    Edit("old slugs", "language: en", "language: en\naliases: [harbour, old-port]"),
    Edit("a brief that it supersedes", "related: [storm]", "supersedes: storm"),
    Edit("no language", "language: en\ntags", "tags"),
    Edit("another language", "language: en\ntags", "language: pt-BR\ntags"),
    Edit("no order of columns", "sources: [alder, birch]\n", ""),
    Edit("a report as a mapping", _REPORT, "      alder:\n        quote: The fire began at noon on Friday"),
    Edit("a report in one line", _REPORT, "      alder: {quote: The fire began at noon on Friday}"),
    Edit("a list of reports", _REPORT, "      alder: [The fire began, {quote: at noon on Friday}]"),
    Edit("a list of quotes", _REPORT, "      alder: {quote: [The fire began, at noon on Friday]}"),
    Edit("a selector", _REPORT, "      alder: {quote: {exact: People saw the, suffix: flames}}"),
    Edit("words left out", _REPORT, "      alder: The fire began [...] on Friday"),
    Edit("a folded quote", _REPORT, "      alder: >-\n        The fire began\n        at noon on Friday"),
    Edit("a headline", _REPORT, "      alder: {quote: Many hurt, in: title}"),
    Edit("a date of the source's own", _REPORT, "      alder: {quote: The fire began, when: 2025-02-28~}"),
    Edit("the same numbers on another day", "as_of: 2025-02-28", "as_of: 2024-24"),
    Edit("side by side", "via: captain", "via: {together: [captain, mayor]}"),
    Edit("side by side behind another", "via: captain", "via: [wire, {together: [captain, mayor]}]"),
    Edit("unknown", "via: captain", "via: unknown"),
    Edit("unknown behind another", "via: captain", "via: [wire, unknown]"),
    Edit("a description", "via: captain", "via: three people on the quay"),
    Edit("a translation", _LATE, f"{_LATE}\n        translation: {{text: 43 wurden verletzt, by: Ada}}"),
    Edit("a translation of nobody's", _LATE, f"{_LATE}\n        translation: {{text: 43 wurden verletzt}}"),
    Edit("a note on a report", _LATE, f"{_LATE}\n        note: So far."),
    Edit("a unit", "        value: 43", "        value: 43\n        unit: km"),
    Edit("grouped digits", "value: 43", 'value: "43"'),
    Edit("exactly", "value: 43", "value: exactly 43"),
    Edit("a likelihood of two words", "likelihood: likely", "likelihood: roughly even chance"),
    Edit("no likelihood", "      likelihood: likely\n", ""),
    Edit("every motivation but one", "motivation: describing", "motivation: classifying"),
    Edit("a note on a whole source", "    quote: a warehouse of the town\n", ""),
    Edit(
        "two links",
        'links: ["https://example.org/lease"]',
        "links: [https://example.org/a, http://example.org/b?c=d]",
    ),
    Edit("a minor correction", "    why: A misprint.", "    why: A misprint.\n    minor: true"),
    Edit("no rights", "rights: excerpts", "rights: none", ALDER),
    Edit("full rights", "rights: excerpts", "rights: full", ALDER),
    Edit("nobody's text", "based_on: telex\n", "", BIRCH),
    Edit("a season", "published: 2025-02-28", "published: 2024-24", BIRCH),
    Edit("an uncertain day", "published: 2025-02-28", "published: 2025-02-28?", BIRCH),
    Edit(
        "the day it was read",
        "title: A warehouse burns",
        "title: A warehouse burns\naccessed: 2025-03-01",
        BIRCH,
    ),
    Edit(
        "a kept copy",
        "title: A warehouse burns",
        "title: A warehouse burns\nurl: https://example.org/b\narchive_url: https://example.net/b",
        BIRCH,
    ),
    Edit(
        "a full name",
        "  name: Telex Nord\n",
        "  name: Telex Nord\n  full_name: Telex of the North\n  country: NO\n",
        REGISTER,
    ),
    Edit(
        "names it had", "  name: Telex Nord\n", "  name: Telex Nord\n  aliases: [Northern Telex]\n", REGISTER
    ),
    Edit("a role", "  name: Ingrid Solheim\n", "  name: Ingrid Solheim\n  role: mayor\n", REGISTER),
    Edit("a subheading", "Nobody could say", "## What is known\n\nNobody could say", ALDER),
    Edit("lines that YAML would read", "Nobody could say", "---\n\nkey: [value\n\nNobody could say", ALDER),
    Edit(
        "markup in the body",
        "Nobody could say",
        "<script>alert(1)</script>\n\n{{ x }} {% y %} Nobody could say",
        ALDER,
    ),
]


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_a_right_brief_has_no_problem(edit: Edit, tmp_path: Path) -> None:
    outcome = bare_site(tmp_path).write(edited(edit)).check()
    assert outcome.problems == []
    assert outcome.code == 0


def test_there_are_forty() -> None:
    assert len(EDITS) >= 40


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_line_ending_and_a_byte_order_mark_are_read(end: str, mark: str, tmp_path: Path) -> None:
    files = {name: (mark + text.replace("\n", end)).encode() for name, text in FILES.items()}
    desk = bare_site(tmp_path).write(files)
    assert desk.check().problems == []
    plain = bare_site(tmp_path / "plain").write(FILES)
    assert desk.export("port") == plain.export("port")


def test_places_are_right_whatever_the_line_ending(tmp_path: Path) -> None:
    text = FILES[BRIEF].replace("hedge: probably", "hedge: perhaps").replace("\n", "\r\n")
    (problem,) = bare_site(tmp_path).write({**FILES, BRIEF: "\ufeff" + text}).check().problems
    line = FILES[BRIEF].split("\n").index("        hedge: probably") + 1
    assert (problem["line"], problem["column"]) == (line, 16)


def test_columns_count_code_points(tmp_path: Path) -> None:
    text = FILES[BRIEF].replace("tags: [port, fire]", "tags: ['🚢é', [x]]")
    (problem,) = bare_site(tmp_path).write({**FILES, BRIEF: text}).check().problems
    assert (problem["line"], problem["column"]) == (8, 14)


def test_one_brief_is_checked_alone(tmp_path: Path) -> None:
    desk: Desk = bare_site(tmp_path).write({**FILES, BRIEF: FILES[BRIEF].replace("value: 43", "value: 44")})
    assert desk.check("storm").code == 0
    assert desk.check("port").code == 1
    assert desk.check("nowhere").code == 2
