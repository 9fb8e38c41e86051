"""Coverage as text and as JSON."""

from __future__ import annotations

import json

from generator.export.coverage import coverage_as_json, coverage_as_text
from generator.model.coverage import Coverage, coverage
from tests.render.made import article, findings, parties


def covered() -> list[Coverage]:
    claims = [{"id": "c", "claim": "C", "reports": {"x": "Two."}}]
    articles = {
        "x": article("x", "One \x1b[31mred\nline. Two. Three."),
        "y": article("y", "Four."),
        "z": article("z", "## Five"),
    }
    made = findings({"claims": claims}, articles, parties(x="X", y="Y", z="Z"))
    return [coverage(made, source) for source in articles]


def test_as_text_each_sentence_has_its_line_and_each_article_its_share() -> None:
    assert coverage_as_text(covered()) == (
        "briefs/made/articles/x.md: 1 of 3 sentences touched, 33 %\n"
        "    6 | One [31mred line.\n"
        "    7 | Three.\n"
        "\n"
        "briefs/made/articles/y.md: 0 of 1 sentence touched, 0 %\n"
        "    6 | Four.\n"
        "\n"
        "briefs/made/articles/z.md: no sentences\n"
        "\n"
        "3 articles: 1 of 4 sentences touched, 25 %\n"
    )


def test_of_one_article_there_is_no_sum() -> None:
    assert "articles:" not in coverage_as_text(covered()[:1])


def test_as_json_each_sentence_has_its_place() -> None:
    said = json.loads(coverage_as_json("made", covered()))
    assert (said["slug"], said["sentences"], said["touched"], said["share"]) == ("made", 4, 1, 0.25)
    x, _, z = said["articles"]
    assert x["share"] == 0.3333
    assert x["untouched"][1] == {"line": 7, "start": 24, "end": 30, "text": "Three."}
    assert (x["source"], x["file"]) == ("x", "briefs/made/articles/x.md")
    assert z["share"] is None
    assert coverage_as_json("made", covered()).endswith("}\n")
