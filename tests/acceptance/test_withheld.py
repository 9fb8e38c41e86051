"""Nothing of an article that may not be published is in any byte of the site, packed ones unpacked."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .conftest import own_site
from .desk import PARTIES, Desk, article, as_yaml
from .site_pages import shingles
from .unpacked import chunks, said_in, words

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai", "or", "un")]
STEM = 8
"""Letters by which a word is known from all others, whatever an index cuts off its end."""
ENGINES = ("pagefind", "material")


@dataclass
class Texts:
    """Articles of made-up words, of which no two sentences have one in common, and what of them is annotated."""

    dice: random.Random = field(default_factory=lambda: random.Random(6))  # noqa: S311
    used: set[str] = field(default_factory=set)

    def word(self) -> str:
        """A word that stands in no other place; nor does its stem."""
        while (word := "".join(self.dice.choices(SYLLABLES, k=5)))[:STEM] in self.used:
            pass
        self.used.add(word[:STEM])
        return word

    def sentence(self, length: int = 14) -> list[str]:
        """The words of one sentence."""
        return [self.word() for _ in range(length)]


@dataclass(frozen=True)
class Report:
    """An article's body, what is quoted of it by kind, and what may not be published."""

    body: str
    quoted: dict[str, str]
    withheld: list[str]
    """Of `excerpts` the other sentences, of `none` what stands around the quotes too."""


def written(sentence: list[str]) -> str:
    text = " ".join(sentence)
    return f"{text[0].upper()}{text[1:]}."


def report(texts: Texts, rights: str) -> Report:
    """Ten paragraphs of five sentences. A quote stands at the beginning, in the midst or at the end of a sentence,
    goes over two, leaves words out, says where it comes from, is a note's, and stands twice."""
    paragraphs = [[texts.sentence() for _ in range(5)] for _ in range(10)]
    heading = texts.sentence(9)
    begin, middle, end = paragraphs[0][2], paragraphs[1][2], paragraphs[2][2]
    over, next_ = paragraphs[3][1], paragraphs[3][2]
    cut, via, note, whole = paragraphs[4][0], paragraphs[5][4], paragraphs[6][2], paragraphs[7][1]
    twice = [texts.word() for _ in range(4)]
    paragraphs[8][1][5:9] = twice
    paragraphs[8][3][5:9] = twice
    quoted = {
        "begin": written(begin)[: len(" ".join(begin[:5]))],
        "middle": " ".join(middle[4:9]),
        "end": " ".join(end[8:]),
        "over": f"{' '.join(over[9:])}. {written(next_)[: len(' '.join(next_[:5]))]}",
        "cut": f"{' '.join(cut[2:5])} [...] {' '.join(cut[9:12])}",
        "via": " ".join(via[3:7]),
        "note": " ".join(note[5:10]),
        "whole": written(whole),
        "twice": " ".join(twice),
        "prefix": paragraphs[8][3][4],
    }
    annotated = [begin, middle, end, over, next_, cut, via, note, whole, paragraphs[8][3]]
    every = [heading, *(sentence for paragraph in paragraphs for sentence in paragraph)]
    withheld = [" ".join(sentence) for sentence in every if not any(sentence is each for each in annotated)]
    if rights == "none":
        around = (
            begin[5:], middle[:4], middle[9:], end[:8], over[:9], next_[5:], cut[:2], cut[5:9], cut[12:],
            via[:3], via[7:], note[:5], note[10:], paragraphs[8][3][:5], paragraphs[8][3][9:],
        )  # fmt: skip
        withheld += [" ".join(piece) for piece in around]
    blocks = [" ".join(map(written, paragraph)) for paragraph in paragraphs]
    body = "\n\n".join([*blocks[:5], f"## {' '.join(heading)}", *blocks[5:]])
    return Report(body, quoted, withheld)


def reports(quoted: dict[str, str]) -> dict[str, object]:
    """How one article reports each claim."""
    plain = {kind: quoted[kind] for kind in ("begin", "middle", "end", "over", "cut", "whole")}
    chain = {"quote": quoted["middle"], "via": "wire", "via_quote": quoted["via"]}
    twice = {"quote": {"exact": quoted["twice"], "prefix": quoted["prefix"]}}
    return {**plain, "via": chain, "twice": twice}


def site(root: Path, engine: str) -> tuple[Desk, list[Report]]:
    """Two briefs of an article with `none` and one with `excerpts`; the second is in another language."""
    desk = own_site(root)
    config = (root / "mkdocs.yml").read_text("utf-8")
    assert "  - briefs" in config
    desk.write({"mkdocs.yml": _searched_by(config, engine), "briefs/parties.yml": as_yaml(PARTIES)})
    texts, every = Texts(), []
    for slug, language in (("lamp", "en"), ("lykta", "sv")):
        own = {"alder": report(texts, "none"), "birch": report(texts, "excerpts")}
        every += own.values()
        told = {source: reports(each.quoted) for source, each in own.items()}
        claims = [
            {"id": kind, "claim": f"Claim {kind}", "reports": {source: told[source][kind] for source in own}}
            for kind in told["alder"]
        ]
        notes = [
            {"source": source, "quote": each.quoted["note"], "note": "A note."}
            for source, each in own.items()
        ]
        brief = {
            "title": f"Of the {slug}",
            "summary": "Invented.",
            "date": "2025-03-01",
            "language": language,
        }
        brief |= {"aliases": [f"old-{slug}"], "tags": ["light"], "claims": claims, "notes": notes}
        desk.write({f"briefs/{slug}/brief.yml": as_yaml(brief)})
        for (source, each), rights in zip(own.items(), ("none", "excerpts"), strict=True):
            front = {"outlet": source, "title": f"{source} {slug}", "url": f"https://{source}.example/{slug}"}
            desk.write({f"briefs/{slug}/articles/{source}.md": article(each.body, **front, rights=rights)})
    return desk, every


def _searched_by(config: str, engine: str) -> str:
    options = f"excerpt_limit: {{percent: 60}}, search: {engine}"
    at = config.index("  - briefs")
    line = config[at : config.index("\n", at)]
    if line.strip() == "- briefs":
        config = config.replace(line, f"  - briefs: {{{options}}}", 1)
    else:
        config = config.replace(
            line, f"{line}\n      excerpt_limit: {{percent: 60}}\n      search: {engine}", 1
        )
    return config.replace("plugins:\n", "plugins:\n  - search\n", 1) if engine == "material" else config


def leaks(said: dict[str, list[str]], every: list[Report]) -> Iterator[tuple[str, str]]:
    """Each file that holds eight words in a row that may not be published, or a whole piece of fewer."""
    runs = {f" {run} " for each in every for piece in each.withheld for run in _runs(words(piece).strip())}
    for name, readings in said.items():
        for reading in readings:
            found = next((run for run in runs if run in reading), None)
            if found:
                yield name, found


def _runs(piece: str) -> set[str]:
    return shingles(piece) or {piece}


def known_words(said: dict[str, list[str]], every: list[Report]) -> set[tuple[str, str]]:
    """Each file that holds as much as one word that stands in what may not be published alone, or a word's stem."""
    shown = {word for each in every for quote in each.quoted.values() for word in words(quote).split()}
    alone = {
        word[:STEM]
        for each in every
        for piece in each.withheld
        for word in words(piece).split()
        if word not in shown
    }
    alone -= {word[:STEM] for word in shown}
    return {
        (name, word[:STEM])
        for name, readings in said.items()
        for reading in readings
        for word in reading.split()
        if word[:STEM] in alone
    }


@pytest.fixture(scope="module", params=ENGINES)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Desk, list[Report]]:
    """The site as `briefs build` makes it."""
    desk, every = site(tmp_path_factory.mktemp(request.param), request.param)
    outcome = desk.run("build", "-q", "--strict")
    assert outcome.code == 0, outcome.err
    return desk, every


def test_no_word_of_what_is_withheld_is_anywhere_in_the_site(built: tuple[Desk, list[Report]]) -> None:
    desk, every = built
    said = said_in(desk.root / "site")
    assert list(leaks(said, every)) == []
    assert known_words(said, every) == set()


def test_what_may_be_shown_is_there_and_would_be_found(built: tuple[Desk, list[Report]]) -> None:
    """The search for what leaks finds what is there: on the page, in its data, and in the packed index."""
    desk, every = built
    said = said_in(desk.root / "site")
    quote = words(every[1].quoted["whole"]).strip()
    holding = {name for name, _ in leaks(said, [Report("", {}, [quote])])}
    assert {"briefs/lamp/index.html", "briefs/lamp/birch/index.html", "briefs/lamp/brief.json"} <= holding
    packed = {name for name in holding if name.startswith(("assets/briefs/find/", "search/", "pagefind/"))}
    assert packed, sorted(name for name in said if "find" in name or "search" in name)[:20]


def test_no_word_of_it_is_in_the_markdown_that_is_rendered(built: tuple[Desk, list[Report]]) -> None:
    desk, every = built
    assert desk.run("render", "-q", "--out", str(desk.root / "markdown")).code == 0
    said = said_in(desk.root / "markdown")
    assert known_words(said, every) == set()
    assert any("claim whole" in reading for readings in said.values() for reading in readings)


def test_a_card_holds_pixels_and_no_text(built: tuple[Desk, list[Report]]) -> None:
    desk, _ = built
    cards = list((desk.root / "site").rglob("*.png"))
    assert any("briefs/lamp/" in card.as_posix() for card in cards)
    for card in cards:
        if "/briefs/" in card.as_posix():
            assert {name for name, _ in chunks(card.read_bytes())} <= {
                b"IHDR",
                b"PLTE",
                b"tRNS",
                b"IDAT",
                b"IEND",
            }


def test_nothing_of_the_cache_is_published(built: tuple[Desk, list[Report]]) -> None:
    """Neither the folder, nor a file that tells of it; and what the site is made of knows no more than the site."""
    desk, every = built
    files = [path.relative_to(desk.root / "site").parts for path in (desk.root / "site").rglob("*")]
    assert not any(
        part.startswith(".cache") or part in ("pieces", "piece.json") for path in files for part in path
    )
    for path in (desk.root / ".cache" / "briefs" / "pieces").rglob("*"):
        if path.is_file():
            assert (
                known_words({path.name: [words(path.read_bytes().decode("utf-8", "ignore"))]}, every) == set()
            )


def test_a_failed_build_publishes_none_of_what_its_problems_show(tmp_path: Path) -> None:
    """The nearest passage is shown to who builds, and to nobody else."""
    desk, every = site(tmp_path, "pagefind")
    assert desk.run("build", "-q").code == 0
    before = said_in(tmp_path / "site")
    brief = tmp_path / "briefs/lamp/brief.yml"
    hidden = every[0].withheld[3].split()
    brief.write_text(brief.read_text("utf-8").replace("Claim whole", "Another claim whole").replace(
        every[0].quoted["end"], " ".join([*hidden[:6], "else", *hidden[6:9]])
    ), encoding="utf-8")  # fmt: skip
    failed = desk.run("build", "-q")
    assert failed.code == 1
    assert hidden[1] in failed.err
    assert said_in(tmp_path / "site") == before


def test_the_word_list_is_no_accident() -> None:
    """Of each report most sentences are withheld, and each of them has words of its own."""
    each = report(Texts(), "excerpts")
    assert len(each.withheld) == 41
    assert json.dumps(each.withheld).isascii()
    assert len({word for piece in each.withheld for word in piece.split()}) > 500
