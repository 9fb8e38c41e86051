"""The entrances: what a stranger's bytes are given to, each as a function of what an attack makes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from generator import ingest, layout
from generator.load import load_article, load_yaml
from generator.load.folder import BriefFolder, Folder
from generator.model.brief import Parties
from generator.model.coverage import coverage
from generator.model.settings import Settings
from generator.pipeline.drafting import draft_folder
from generator.pipeline.entries import entries_of_brief
from generator.pipeline.line import check_folder, parties_of
from generator.pipeline.line import render as render_all
from generator.pipeline.locking import Locking, lock_brief
from generator.publish.inspect.look import Looking, look
from tests.acceptance.desk import as_yaml

SETTINGS = Settings(site_url="https://example.org/", cards=True)
PARTIES = "herald: {name: The Herald}\necho: {name: The Echo}\nwire: {name: Northern Wire, kind: agency}\n"
ARTICLE = "---\noutlet: herald\ntitle: Harbour strike over\n---\n\nAbout 400 dockers walked out.\n"
BRIEF = (
    "title: T\nsummary: S\ndate: 2026-03-04\nclaims:\n"
    "  - id: a\n    claim: C\n    reports: {herald: About 400 dockers}\n"
)

Files = dict[str, str]


def site(files: Mapping[str, str]) -> Folder:
    """A folder of one brief, as read: `brief.yml`, `parties.yml` and `articles/ID.md`, some of them given; its lock
    and its dead links, where they are."""
    given = {"parties.yml": PARTIES, "brief.yml": BRIEF, "herald.md": ARTICLE} | dict(files)
    raw = {name: text.encode("utf-8", "surrogatepass") for name, text in given.items()}
    articles = {name.removesuffix(".md"): text for name, text in raw.items() if name.endswith(".md")}
    links, lock = raw.get("links.yml"), raw.get("brief.lock.yml")
    brief = BriefFolder("demo", "briefs/demo", raw["brief.yml"], articles, links, lock)
    return Folder("briefs/parties.yml", raw["parties.yml"], {"demo": brief})


def line(files: Files) -> object:
    """The whole line: checked, and where nothing is wrong rendered, exported and made ready for the search."""
    outcome = check_folder(site(files), SETTINGS)
    for findings in outcome.findings.values():
        entries_of_brief(findings, SETTINGS)
    return outcome, None if outcome.fails(strict=False) else render_all(outcome, SETTINGS)


def covered(files: Files) -> object:
    """`briefs coverage`."""
    outcome = check_folder(site(files), SETTINGS)
    return [coverage(found, source) for found in outcome.findings.values() for source in found.brief.articles]


def drafted(files: Files) -> object:
    """`briefs suggest`."""
    return draft_folder(site(files), SETTINGS, "demo", [])


def locked_anew(files: Files) -> Locking:
    """`briefs lock --update`."""
    folder = site(files)
    parties, _ = parties_of(folder, has_briefs=True)
    return lock_brief(folder.briefs["demo"], parties, ["demo"], "2026-03-05", update=True)


def laid_out(text: str) -> object:
    """`briefs fmt`: what has an error isn't laid out."""
    raw = text.encode("utf-8", "surrogatepass")
    _, problems = load_yaml("brief.yml", raw)
    return None if any(problem.is_error for problem in problems) else layout.lay_out_file(raw)


def laid_out_article(text: str) -> object:
    """`briefs fmt`, of an article."""
    raw = text.encode("utf-8", "surrogatepass")
    _, problems = load_article("herald.md", raw)
    return None if any(problem.is_error for problem in problems) else layout.lay_out_article(raw)


def shown_laid_out(text: str) -> object:
    """`briefs fmt --diff`."""
    raw, laid = text.encode("utf-8", "surrogatepass"), laid_out(text)
    return list(layout.difference("brief.yml", raw, laid)) if isinstance(laid, bytes) else None


def shown_laid_out_article(text: str) -> object:
    """`briefs fmt --diff`, of an article."""
    raw, laid = text.encode("utf-8", "surrogatepass"), laid_out_article(text)
    return list(layout.difference("herald.md", raw, laid)) if isinstance(laid, bytes) else None


def added(text: str) -> object:
    """`briefs add`."""
    try:
        decoded = ingest.decode(text.encode("utf-8", "surrogatepass"))
        reading = ingest.read(decoded, ingest.kind_of(decoded), Parties({}))
        return ingest.article_file(reading, "herald")
    except ingest.Refused as refused:
        return refused


def inspected(text: str) -> object:
    """What was built is looked at before it is published: a page of ours that says a text."""
    head = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>'
    page = f"{head}<body><p>{escape(text)}</p></body></html>"
    return look({"a/index.html": page.encode("utf-8", "replace")}, Looking(), ours=True)


OPENED = 3
"""Files that are typed in: each is checked with all the others, however many they are."""


def typed(files: Files) -> object:
    """The language server: the brief checked, and asked at several places of each file what it says and offers."""
    from generator.lsp.completion import complete
    from generator.lsp.fixes import fixes
    from generator.lsp.formatting import laid_out as formatted
    from generator.lsp.hover import hover
    from generator.lsp.pen import Client
    from generator.lsp.places import Sites
    from generator.lsp.positions import Ruler
    from generator.lsp.symbols import symbols

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "briefs" / "demo" / "articles").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: Lethe\nplugins: [search, briefs]\n")
        given = {"parties.yml": PARTIES, "brief.yml": BRIEF, "herald.md": ARTICLE} | files
        for name, text in given.items():
            below = {"parties.yml": "", "brief.yml": "demo/"}.get(name, "demo/articles/")
            (root / "briefs" / below / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        for name in [*files][:OPENED]:
            below = {"parties.yml": "", "brief.yml": "demo/"}.get(name, "demo/articles/")
            desk = Sites().desk(root / "briefs" / below / name)
            assert desk is not None
            desk.site.type(desk.name, given[name])
            outcome = desk.site.check("demo")
            sheet = desk.sheet
            assert sheet is not None
            ruler = Ruler(sheet.lines, None)
            for at in (0, len(sheet.lines) // 2, len(sheet.lines) - 1):
                place = (at, min(8, len(sheet.lines[at])))
                hover(desk, sheet, place, outcome)
                complete(desk, sheet, place, ruler, Client())
            for problem in outcome.problems[:1]:
                if problem.location.file == desk.name:
                    fixes(desk, sheet, problem)
            symbols(desk, sheet)
            formatted(sheet)
    return None


def yaml_of(value: object) -> str:
    """A value as block YAML."""
    return as_yaml(value)
