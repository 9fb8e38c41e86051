"""Pages that are put into a frame are those that the templates make of them, letter by letter."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import generate
from generator import pipeline
from generator.model.page import Page
from generator.model.settings import Settings
from generator.pipeline.make import plates_of
from generator.pipeline.press import Printed, print_outputs
from generator.publish.frames import Frames
from generator.publish.opening import load_text
from generator.publish.plates import Plates
from generator.render.kept import keep_templates

CONFIG = """\
site_name: Harbour & "Sons"
site_description: What they said <of it>
site_url: https://example.org/below/
docs_dir: site_src
edit_uri: https://git.example.org/edit/main/site_src/
theme:
  name: material
  font: false
  language: LANGUAGE
  features: [FEATURES]
  MORE
plugins: [search, briefs: {search: SEARCH}]
nav: [index.md, briefs/index.md, outlets/index.md]
"""
TITLES = (
    "Tom's & Ann's \"class=b-pill\" <b>affair</b>",
    '<header class="b-head"></header> \\1 \\g<0> {{ page }} %s',
    'Said – “so” · data-search-exclude="" &amp; dir=rtl</script>',
)
DEFAULTS = {"LANGUAGE": "en", "FEATURES": "", "SEARCH": "pagefind", "MORE": ""}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Those of some briefs, the titles of which have in them what frames look at, and those across them."""
    root = tmp_path_factory.mktemp("briefs")
    generate(8, root)
    for number, title in enumerate(TITLES):
        change(root, number + 2, "title:.*", f"title: {json.dumps(title)}")
        change(root, number + 5, "language: en", "language: sv")
    settings = Settings(site_url="https://example.org/below/", report_url="mailto:a@example.org?body={url}")
    outcome = pipeline.check(root, settings)
    assert len(outcome.findings) == 8, outcome.problems
    outputs = pipeline.render(outcome, settings)
    return [output for output in outputs if isinstance(output, Page)]


def change(root: Path, number: int, old: str, new: str) -> None:
    file = root / f"briefs/brief-{number:05}/brief.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if re.fullmatch(old, line))
    lines[at] = new
    file.write_text("\n".join(lines), encoding="utf-8")


def plates(root: Path, **said: str) -> Plates:
    """The plates of a site that is configured so."""
    text = CONFIG
    for word, value in {**DEFAULTS, **said}.items():
        text = text.replace(word, value)
    (root / "site_src").mkdir(parents=True, exist_ok=True)
    (root / "site_src/index.md").write_text("# Home\n", encoding="utf-8")
    config, problems = load_text(root / "mkdocs.yml", text.encode("utf-8"), root / "site")
    assert config is not None, problems
    return plates_of(config, root.parent / "pieces")  # beside which templates are kept, for all these tests


def printed(with_: Plates, pages: list[Page]) -> list[Printed]:
    try:
        return [print_outputs(with_, [page]) for page in pages]
    finally:
        with_.release()
        keep_templates(None)


def whole(root: Path, pages: list[Page], **said: str) -> list[Printed]:
    """The pages as the templates alone make them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Frames, "html", lambda frames, page: frames._printer.whole(page))
        return printed(plates(root, **said), pages)


def rendered(root: Path, pages: list[Page], **said: str) -> tuple[list[Printed], list[str]]:
    """The pages as a build has them, and the addresses of those that went through the templates."""
    urls = []
    each = Plates.whole

    def noted(self: Plates, page: Any) -> str:
        urls.append(page.url)
        return each(self, page)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plates, "whole", noted)
        return printed(plates(root, **said), pages), urls


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"LANGUAGE": "sv"},
        {"FEATURES": "content.action.edit, navigation.tabs, navigation.top, navigation.indexes"},
        {"FEATURES": "navigation.path, toc.integrate, navigation.footer, navigation.instant"},
        {"FEATURES": "content.action.view"},
        {"MORE": "palette: {scheme: slate}"},
    ],
)
def test_a_framed_page_is_what_the_templates_make_of_it(
    tmp_path: Path, pages: list[Page], said: dict[str, str]
) -> None:
    assert rendered(tmp_path, pages, **said)[0] == whole(tmp_path, pages, **said)


def test_most_pages_are_framed(tmp_path: Path, pages: list[Page]) -> None:
    """Of each kind two go through the templates: one as ever, and one that the frame is held to."""
    urls = rendered(tmp_path, pages)[1]
    english = [of_source(page.path) for page in pages if page.meta.get("language") == "en"].count(True)
    assert english > 10
    assert sum(map(of_source, urls)) <= len(pages) - english + 2


def test_material_search_looks_at_every_page_itself(tmp_path: Path, pages: list[Page]) -> None:
    made, urls = rendered(tmp_path, pages, SEARCH="material")
    assert len(urls) == len(pages)
    assert made == whole(tmp_path, pages, SEARCH="material")


def test_templates_of_the_sites_own_are_asked_for_each_page_if_they_look_at_it(
    tmp_path: Path, pages: list[Page]
) -> None:
    """What depends on a text of the page can't be told from what came out for one of them."""
    override(tmp_path, "{% block footer %}{% if page.title | length > 60 %}long{% endif %}{% endblock %}")
    made, urls = rendered(tmp_path, pages, MORE="custom_dir: own")
    assert len(urls) == len(pages)
    assert len({b"long" in each.files[0] for each in made}) == 2


def test_a_link_into_a_brief_is_relative_to_where_it_stands(tmp_path: Path, pages: list[Page]) -> None:
    override(tmp_path, "{% block footer %}<a href=\"{{ 'briefs/brief-00004/' | url }}\">it</a>{% endblock %}")
    made, urls = rendered(tmp_path, pages, MORE="custom_dir: own")
    of_it = {page.path.removesuffix("index.md") for page in pages if "brief-00004" in page.path}
    assert len(of_it) > 2
    assert of_it < {*urls} < {page.path.removesuffix("index.md") for page in pages}
    assert made == whole(tmp_path, pages, MORE="custom_dir: own")


def of_source(path: str) -> bool:
    return re.match(r"briefs/brief-\d+/[^/]+/", path) is not None


def override(root: Path, blocks: str) -> None:
    (root / "own").mkdir()
    (root / "own/main.html").write_text(f'{{% extends "base.html" %}}{blocks}', encoding="utf-8")
