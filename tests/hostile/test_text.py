"""Text in is text out: what an editor wrote is what the pages and files say, or there is a problem with a place.

By default some hundred cases; `BRIEFS_TORTURE=1` makes 100,000.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Collection

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.layout import lay_out_file
from generator.load import load_yaml
from generator.lsp.hover import escaped
from generator.model.characters import printable
from generator.model.page import Asset, Markup, Output, Page
from generator.model.source import Problem
from generator.model.text import canonical
from generator.pipeline.entries import entries_of_brief
from generator.pipeline.line import check_folder, render
from generator.render.prose import prose
from tests.render.dom import attributes, texts

from . import strategies
from .attacks.entrances import PARTIES, SETTINGS, site, yaml_of

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
LEFT_OUT = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]")
"""What leaves words out where it stands in a quote, as typewriters, editors and word processors write it."""

UNSHOWN = ("Cc", "Cf", "Cs", "Cn")
"""Categories of what has no shape of its own: controls, formats, and what is no character."""


def cases(torture: int, default: int) -> settings:
    return settings(
        max_examples=torture if TORTURE else default,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )


def said(text: str) -> str:
    """A text as a page shows it: letter by letter, without white space and what has no shape of its own."""
    kept = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) not in UNSHOWN)
    return unicodedata.normalize(
        "NFD", "".join(printable(kept).split())
    )  # marks meet where one stood between them


def letters(text: str) -> str:
    """Its letters and digits alone."""
    return "".join(c for c in said(text) if c.isalnum())


def shown(outputs: Collection[Output], path: str) -> str:
    """All text of a page."""
    page = next(output for output in outputs if output.path == path)
    assert isinstance(page, Page)
    html = "".join(part.html for part in page.parts if isinstance(part, Markup))
    return said(texts(html))


def told_in_place(problems: Collection[Problem], files: dict[str, str]) -> None:
    """Every problem has a place within its file, words, and no character that a terminal would act on."""
    for problem in problems:
        assert problem.location.line >= 1
        assert problem.location.column >= 1
        assert problem.message
    del files


def brief_of(text: str) -> dict[str, str]:
    """A brief whose every text is `text`, and whose article says it too."""
    described = f"a man in the street of whom no more is known said {text}"
    claim = {
        "id": "a",
        "claim": f"Claimed {text} so",
        "measure": f"measured {text}",
        "reports": {
            "herald": {
                "quote": f"Begin {text} end",
                "scope": f"scoped {text} so",
                "via": [described],
                "translation": {"text": f"Translated {text} so", "by": f"by {text} so"},
            }
        },
    }
    brief = {
        "title": f"Titled {text} so",
        "summary": f"Summed {text} so",
        "date": "2026-03-04",
        "author": [f"Written {text} so"],
        "tags": [f"tagged {text} so"],
        "claims": [claim],
        "corrections": [
            {"date": "2026-03-05", "was": f"Was {text} so", "now": f"Now {text} so", "why": f"For {text} so"}
        ],
    }
    front = yaml_of({"outlet": "herald", "title": f"Headed {text} so", "rights": "full"})
    return {"brief.yml": yaml_of(brief), "herald.md": f"---\n{front}---\n\nBegin {text} end.\n"}


@given(strategies.texts)
@example("\u00c8\ufffe\u0316")
@example("[…]")
@example("[. . .]")
@cases(30_000, 60)
def test_fields_and_articles_show_what_was_written(text: str) -> None:
    files = brief_of(text)
    outcome = check_folder(site(files), SETTINGS)
    told_in_place(outcome.problems, files)
    if outcome.fails(strict=False):
        return
    outputs = render(outcome, SETTINGS)
    page, article = shown(outputs, "briefs/demo/index.md"), shown(outputs, "briefs/demo/herald/index.md")
    for field in (
        "Claimed {} so",
        "scoped {} so",
        "Titled {} so",
        "Written {} so",
        "tagged {} so",
        "Was {} so",
    ):
        assert said(field.format(text)) in page
    assert said(f"Headed {text} so") in article
    body = canonical(f"Begin {text} end.")
    for (
        paragraph
    ) in body.paragraphs:  # after each, and where a quote leaves words out, a passage's number may stand
        for part in LEFT_OUT.split(paragraph.span.of(body.text)):
            assert letters(part) in letters(article)
    data = next(o for o in outputs if isinstance(o, Asset) and o.path == "briefs/demo/brief.json")
    written = json.loads(data.content)
    assert said(written["title"]) == said(f"Titled {text} so")
    found = "\n".join(
        f"{entry.title} {entry.text}" for entry in entries_of_brief(outcome.findings["demo"], SETTINGS)
    )
    assert letters(f"Claimed {text} so") in letters(found)


@given(strategies.texts)
@cases(30_000, 200)
def test_prose_keeps_every_letter_and_has_nothing_active(text: str) -> None:
    html = str(prose(text))
    assert not re.search(r"<(?!/?(?:p|br|em|strong|a|ul|ol|li|blockquote|code|pre)[ >/])[a-zA-Z!?]", html)
    assert all(re.match(r"https?://|mailto:", link) for link in attributes(html, "href"))
    assert set(re.findall(r"<[a-z]+ ([a-z-]+)=", html)) <= {"href", "start", "rel"}
    kept = letters(texts(html)) + letters("".join([*attributes(html, "href"), *attributes(html, "start")]))
    for word in re.findall(r"[^\W\d_]{3,}", printable(unicodedata.normalize("NFC", text))):
        assert letters(word) in letters(unicodedata.normalize("NFC", kept)) or word in kept, word


@given(strategies.yaml_documents)
@cases(20_000, 150)
def test_yaml_is_read_as_our_parsers_peers_read_it_or_told_of(text: str) -> None:
    tree, problems = load_yaml("brief.yml", text.encode("utf-8", "surrogatepass"))
    told_in_place(problems, {"brief.yml": text})
    assert tree is not None or problems
    if problems or tree is None:
        return
    loader = type("Texts", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    theirs = yaml.load(text, Loader=loader)  # noqa: S506 - a safe one that keeps text
    assert _as_text(tree.value) == _as_text(theirs)
    laid = lay_out_file(text.encode("utf-8"))
    if laid is not None:
        again, faults = load_yaml("brief.yml", laid)
        assert faults == []
        assert again is not None
        assert again.value == tree.value


@given(strategies.texts, st.sampled_from(["title", "claim", "note", "value", "when", "via", "quote", "id"]))
@cases(10_000, 60)
def test_what_is_refused_has_a_place(text: str, key: str) -> None:
    report: dict[str, object] = {"quote": "About 400 dockers"}
    claim: dict[str, object] = {"id": "a", "claim": "C", "reports": {"herald": report}}
    brief: dict[str, object] = {"title": "T", "summary": "S", "date": "2026-03-04", "claims": [claim]}
    holder = {"title": brief, "claim": claim, "note": claim, "when": claim, "id": claim}.get(key, report)
    holder[key] = text
    files = {"brief.yml": yaml_of(brief)}
    outcome = check_folder(site(files), SETTINGS)
    lines = files["brief.yml"].count("\n") + 1
    for problem in outcome.problems:
        assert 1 <= problem.location.line <= max(lines, 10)
        assert problem.code


@given(strategies.ids, strategies.ids)
@cases(5_000, 60)
def test_ids_make_files_below_the_site_or_problems(source: str, party: str) -> None:
    folder = site({"parties.yml": PARTIES + yaml_of({party: {"name": "Zed"}})})
    brief = folder.briefs["demo"]
    articles = {**brief.articles, source: brief.articles["herald"]}
    outcome = check_folder(
        type(folder)(
            folder.parties_file,
            folder.parties,
            {"demo": type(brief)("demo", brief.name, brief.brief, articles)},
        ),
        SETTINGS,
    )
    for output in render(outcome, SETTINGS):
        assert re.fullmatch(r"[a-z0-9_][a-z0-9_.-]*(/[a-z0-9_][a-z0-9_.-]*)*", output.path), output.path


@given(strategies.texts)
@cases(5_000, 100)
def test_what_the_editor_is_shown_on_hovering_is_plain_text(text: str) -> None:
    """Every mark of Markdown is escaped: rendered, the line says what was written."""
    from markdown import markdown

    line = escaped(f"a {text} b")
    assert "\n" not in line
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`*]", line)
    html = markdown(line)
    assert not re.search(r"<(?!/?p>)[a-z]", html)


def _as_text(value: object) -> object:
    if isinstance(value, dict):
        return {_key(key): _as_text(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_as_text(entry) for entry in value]
    if value in (None, "", "~", "null", "Null", "NULL"):
        return None
    return {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}.get(
        str(value), value
    )


def _key(key: object) -> str:
    return "" if key is None else str(key)


def test_the_numbers_of_cases_are_those_that_are_promised() -> None:
    promised = re.findall(r"^@cases\(([\d_]+),", open(__file__, encoding="utf-8").read(), re.MULTILINE)  # noqa: PTH123, SIM115
    assert sum(int(number) for number in promised) >= 100_000


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_a_lone_half_of_a_pair_is_a_problem(text: str) -> None:
    _, problems = load_yaml("brief.yml", f'title: "{text}"\n'.encode("utf-8", "surrogatepass"))
    assert [problem.code for problem in problems] == ["not-utf-8"]
