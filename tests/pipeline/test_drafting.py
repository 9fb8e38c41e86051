"""From a brief's articles to suggestions that pass the checks of a build."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from generator import pipeline
from generator.load.folder import BriefFolder, Folder, read_folder
from generator.model.settings import Settings
from generator.pipeline import drafting
from generator.suggest import as_mapping, as_register

GOLD = Path(__file__).parents[1] / "suggest" / "gold"
SHARED = Path(os.environ.get("BRIEFS_SHARED", Path(__file__).parents[3] / "shared"))
NEWS = SHARED / "corpora" / "events_newscluster" / "articles.jsonl"
SETTINGS = Settings(briefs_dir="gold", drafts=True)
SLUGS = sorted(path.name for path in GOLD.iterdir() if path.is_dir())

HERALD = "A tram and a bus collided in Orrin on Monday. At least 12 people were hurt, the police said."
ECHO = "Nobody was killed when a bus hit a tram in Orrin. About 15 people were hurt, according to North Wire."


def folder(articles: dict[str, str], parties: str | None = None, brief: str | None = None) -> Folder:
    """A folder of one brief, `strike`, whose articles have the least front matter there can be."""
    files = {
        source: f"---\noutlet: {source}\ntitle: T\npublished: 2026-03-03\n---\n\n{body}\n".encode()
        for source, body in articles.items()
    }
    one = BriefFolder("strike", "briefs/strike", brief.encode() if brief else None, files)
    return Folder("briefs/parties.yml", parties.encode() if parties else None, {"strike": one})


def drafted(
    articles: dict[str, str], parties: str | None = None, brief: str | None = None
) -> drafting.Drafted:
    return drafting.draft_folder(folder(articles, parties, brief), Settings(), "strike", [])


@pytest.mark.parametrize("slug", SLUGS)
def test_every_draft_moved_up_as_it_is_passes_the_checks(slug: str, tmp_path: Path) -> None:
    made = drafting.draft(GOLD.parent, SETTINGS, slug).suggestions
    register = yaml.safe_load((GOLD / "parties.yml").read_text("utf-8")) | as_register(made)
    target = tmp_path / "gold" / slug
    (target / "articles").mkdir(parents=True)
    for article in (GOLD / slug / "articles").iterdir():
        (target / "articles" / article.name).write_bytes(article.read_bytes())
    head = {"title": "T", "summary": "S", "date": "2026-01-01", "claims": as_mapping(made)["suggested"]}
    (target / "brief.yml").write_text(yaml.safe_dump(head, allow_unicode=True), "utf-8")
    (tmp_path / "gold" / "parties.yml").write_text(yaml.safe_dump(dict(register)), "utf-8")
    outcome = pipeline.check(tmp_path, SETTINGS)
    assert [p.message for p in outcome.problems if p.code != "unused-article"] == []


def test_without_brief_and_register_claims_are_drafted_and_parties_offered() -> None:
    made = drafted({"herald": HERALD, "echo": ECHO}).suggestions
    hurt = next(claim for claim in made.claims if claim.measure == "people")
    assert hurt.sources == ("herald", "echo") or hurt.sources == ("echo", "herald")
    said = {report.source: report.keys for report in hurt.reports}
    assert said["herald"]["value"] == "At least 12"
    assert said["herald"]["via"] == "police"
    assert said["echo"]["via"] == "north-wire"
    assert {party.id: party.kind for party in made.parties} == {
        "herald": "",
        "echo": "",
        "north-wire": "agency",
        "police": "government",
    }


def test_without_a_register_a_chain_is_as_long_as_with_one() -> None:
    text = (
        "The dam leaks, North Wire reported, citing several sources. It will break, Ann Lind of the Polar Institute "
        "told Globe Press. The valley is empty, according to two officials at Globe Press."
    )
    made = drafted({"herald": text}).suggestions
    chains = {str(r.keys["quote"]): r.keys.get("via") for claim in made.claims for r in claim.reports}
    assert chains["The dam leaks"] == ["north-wire", "several sources"]
    assert chains["It will break"] == ["globe-press", "ann-lind"]


def test_a_party_is_one_whether_an_article_names_or_describes_it() -> None:
    made = drafted(
        {
            "herald": "The Norlanders said that the gate was shut. The airline said that nobody flew.",
            "echo": "The gate was shut, according to the Norlanders. Nobody flew, Mr Moon said.",
        }
    )
    assert made.findings is not None
    vias = {str(r.keys.get("via")) for claim in made.suggestions.claims for r in claim.reports}
    assert "norlanders" in vias
    assert not {"the Norlanders", "The Norlanders"} & vias


def test_one_article_alone_has_drafts_too() -> None:
    assert drafted({"herald": HERALD}).suggestions.claims


def test_no_draft_has_the_id_of_a_claim_that_is_there() -> None:
    taken = drafted({"herald": HERALD}).suggestions.claims[0].id
    brief = f"title: T\nclaims:\n  - id: {taken}\n    claim: C\n"
    assert taken not in [claim.id for claim in drafted({"herald": HERALD}, brief=brief).suggestions.claims]


def test_a_brief_that_cannot_be_read_keeps_nothing_from_being_drafted() -> None:
    assert drafted({"herald": HERALD}, brief="title: [").suggestions.claims


def test_what_a_source_denies_and_another_says_stands_in_one_claim() -> None:
    made = drafted(
        {
            "herald": "The gate had been stuck since March, two workers said.",
            "echo": "The Water Board denied that the gate had been stuck since March.",
        }
    ).suggestions
    (claim,) = [claim for claim in made.claims if len(claim.sources) == 2]
    assert [r.keys.get("stance") for r in claim.reports if r.source == "echo"] == ["denies"]
    assert [r.keys.get("stance") for r in claim.reports if r.source == "herald"] == [None]


def test_a_folder_without_articles_is_a_problem() -> None:
    result = drafting.draft_folder(folder({}), Settings(), "strike", [])
    assert [problem.code for problem in result.problems] == ["no-articles"]


def test_of_an_article_that_cannot_be_read_the_others_are_read_all_the_same() -> None:
    broken = folder({"herald": HERALD})
    articles = {**broken.briefs["strike"].articles, "echo": b"no front matter"}
    one = BriefFolder("strike", "briefs/strike", None, articles)
    result = drafting.draft_folder(Folder("p", None, {"strike": one}), Settings(), "strike", [])
    assert result.suggestions.claims
    assert [problem.code for problem in result.problems] == ["front-matter"]


ODD = {
    "chinese": "朝鲜今年将在俄罗斯的帮助下开始生产无人机。日本放送协会周六报道说，约8000名士兵在库尔斯克作战。",
    "japanese": "北朝鮮は今年、ロシアの技術支援を受けて無人機の生産を始める見通しだ。",
    "arabic": "قالت الشرطة يوم الاثنين إن ما لا يقل عن 12 شخصا أصيبوا في الحادث.",
    "finnish": "Poliisin mukaan ainakin 12 ihmistä loukkaantui maanantaina.",
    "marks": '"" “” ,, .. said said, according to , citing "',
    "controls": "A\u202e tram\u00ad hit\u200b a bus, police\u00a0said. \ud7ff",
    "numbers": "1 2 3,000 4.5 6% £7 8 million 9–10 and 11 to 12 or 13.",
    "no spaces": "x" * 20_000,
    "one sentence": "the police said that " * 5_000,
    "commas": ", police said" * 5_000,
    "quotes": '"' * 10_000,
    "yaml": "'''- {a: [b]}: &c *c !d | > % @ ` said the police",
    "left out": "The dam [...] leaks, the police said. The dam […] broke.",
}


@pytest.mark.parametrize("name", ODD)
def test_no_text_is_too_odd(name: str) -> None:
    made = drafted({"odd": ODD[name], "herald": HERALD, "other": ODD[name]})
    assert not [problem for problem in made.problems if problem.is_error]
    assert yaml.safe_load(yaml.safe_dump(as_mapping(made.suggestions)["suggested"])) is not None


def test_a_megabyte_is_read_at_its_beginning_alone() -> None:
    long = "\n\n".join(f"At least {n} people were hurt in town {n}, the police said." for n in range(16_000))
    made = drafted({"herald": long, "echo": long.replace("hurt", "injured")})
    assert len(long) > 900_000
    assert made.findings is not None


@pytest.mark.skipif(
    not NEWS.is_file(), reason="shared/corpora/events_newscluster is not here (BRIEFS_SHARED)"
)
def test_every_event_of_the_shared_news_is_drafted_and_each_quote_stands_in_its_article() -> None:
    events: dict[object, list[dict[str, str]]] = defaultdict(list)
    for line in NEWS.read_text("utf-8").splitlines():
        events[json.loads(line)["event_id"]].append(json.loads(line))
    several = [found for found in events.values() if len({one["domain"] for one in found}) > 1]
    assert len(several) == 64
    for found in several:
        articles = {
            f"{re.sub('[^a-z0-9]+', '-', one['domain'].lower())}-{number}": "\n\n".join(
                line for line in one["text"].split("\n") if line.strip()
            )
            for number, one in enumerate(found)
        }
        made = drafted(articles)
        assert made.findings is not None
        assert len(made.findings.claims) == len(made.suggestions.claims)
        assert any(len(claim.sources) > 1 for claim in made.suggestions.claims)


def test_a_folder_on_disk_is_read(tmp_path: Path) -> None:
    (tmp_path / "briefs" / "strike" / "articles").mkdir(parents=True)
    (tmp_path / "briefs" / "strike" / "articles" / "a.md").write_text(
        f"---\ntitle: T\n---\n\n{HERALD}\n", "utf-8"
    )
    assert drafting.draft(tmp_path, Settings(), "strike").suggestions.claims
    assert read_folder(tmp_path, "briefs")[0].briefs["strike"].brief is None
