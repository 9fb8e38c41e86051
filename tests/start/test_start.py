"""What a new site consists of."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator import pipeline
from generator.model.settings import Settings
from generator.start import EXAMPLE, new_site
from generator.write import write

ROOT = Path(__file__).parents[2]
OWN = {"site_name", "copyright", "nav", "plugins"}


def configuration(raw: bytes) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(raw)
    return loaded


def test_its_configuration_is_the_shipped_one_but_for_what_is_the_sites_own() -> None:
    made, shipped = (
        configuration(raw) for raw in (new_site("A", "1")["mkdocs.yml"], (ROOT / "mkdocs.yml").read_bytes())
    )
    assert {k: v for k, v in made.items() if k not in OWN} == {
        k: v for k, v in shipped.items() if k not in OWN
    }
    assert made["plugins"] == [{"briefs": {"briefs_dir": "briefs", "cards": True}}]


def test_its_nav_leads_to_all_that_the_shipped_one_does_but_the_pages_for_editors() -> None:
    shipped = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[2].partition("\n\n")[0]
    made = new_site("A", "1")["mkdocs.yml"].decode().partition("\nnav:")[2].partition("\n\n")[0]
    assert set(shipped.split()) - set(made.split()) == set(
        "For editors: editing.md Cheat sheet: cheat-sheet.md".split()
    )


def test_any_name_is_a_text_to_yaml() -> None:
    for name in ("A: b #c", "no", 'x "y"', "Ljungö"):
        assert configuration(new_site(name, "1")["mkdocs.yml"])["site_name"] == name


def test_its_other_settings_can_be_read() -> None:
    site = new_site("A", "1.2.3")
    hooks = configuration(site[".pre-commit-config.yaml"])["repos"][0]["hooks"]  # type: ignore[index]
    assert [hook["entry"] for hook in hooks] == ["briefs fmt", "briefs check --strict"]
    assert site[".vscode/settings.json"] == (ROOT / ".vscode/settings.json").read_bytes()
    assert "annotated-briefs 1.2.3" in site["requirements.txt"].decode()


def test_its_brief_shows_every_status_and_most_keys(tmp_path: Path) -> None:
    write(new_site("A", "1").items(), tmp_path)
    outcome = pipeline.check(tmp_path, Settings(drafts=True))
    assert outcome.problems == ()
    findings = outcome.findings[EXAMPLE]
    assert {claim.status.value for claim in findings.claims} == {
        "corroborated", "repeated", "differs", "not comparable", "one source",
    }  # fmt: skip
    text = b"".join(raw for path, raw in new_site("A", "1").items() if path.startswith("briefs/")).decode()
    for key in (
        "when", "measure", "unchecked", "overrule", "assessment", "hedge", "stance", "via_quote", "together",
        "translation", "notes", "motivation", "corrections", "prefix", "based_on", "rendition", "rights", "part_of",
    ):  # fmt: skip
        assert f"{key}:" in text
