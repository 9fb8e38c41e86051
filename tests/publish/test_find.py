"""The search's indexes: grouped by what is in them, always the same bytes, and every claim is found."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.model.entry import Entry
from generator.model.settings import Settings
from generator.publish import find
from generator.publish.find import index
from generator.publish.find.groups import MOST
from tests.acceptance.conftest import browser, served
from tests.found import entries as found_in
from tests.found import texts, words
from tests.large import make_large
from tests.sample import make_site
from tests.waiting import until

__all__ = ["browser"]  # a fixture

THEME = Path(find.__file__).parents[2] / "theme" / "assets" / "briefs"


def entry(slug: str, day: str = "2026-03-04", text: str = "some words", **changes: Any) -> Entry:
    return replace(Entry(f"briefs/{slug}/", f"About {slug}", text, "brief", date=day), **changes)


def many(number: int, day: str = "2026-01-01") -> list[Entry]:
    return [entry(f"b{n}", day) for n in range(number)]


def write(entries: Sequence[Entry], site: Path, language: str = "en") -> Path:
    search = find.SiteSearch(language)
    search.write(entries, site)
    return site


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


# --- Groups ---


def test_a_year_that_is_not_large_is_one_group_and_what_has_no_year_another() -> None:
    about = Entry("about/", "About", "", "page")
    made = find.groups([entry("a", "2025-01-01"), entry("b"), entry("c"), about, entry("d", "-0044-03-15")])
    assert {name: [e.address for e in own] for name, own in made.items()} == {
        "2025": ["briefs/a/"],
        "2026": ["briefs/b/", "briefs/c/"],
        "pages": ["about/", "briefs/d/"],
    }


def test_all_of_a_brief_is_in_one_group() -> None:
    every = [
        *many(MOST),
        *(entry(f"b{n}", "2026-01-01", address=f"briefs/b{n}/#claim-x") for n in range(MOST)),
    ]
    made = find.groups(every)
    assert len(made) == 2
    for own in made.values():
        slugs = Counter(e.address.split("/")[1] for e in own)
        assert set(slugs.values()) == {2}


def test_groups_depend_on_what_is_in_them_and_on_nothing_else() -> None:
    every = many(3 * MOST)
    mixed = random.Random(1).sample(every, len(every))  # noqa: S311
    assert find.groups(mixed) == find.groups(every)
    assert len(find.groups(every)) == 4


def test_an_edit_changes_its_group_alone() -> None:
    every = [*many(2 * MOST - 1), *many(300, "2025-01-01")]
    before = find.groups(every)
    after = find.groups([replace(every[7], text="other words"), *every[:7], *every[8:]])
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


# --- Indexes ---


def test_two_runs_give_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    dice = random.Random(2)  # noqa: S311
    vocabulary = [f"word{n}" for n in range(400)]
    every = [
        entry(
            f"b{n}",
            text=" ".join(dice.choices(vocabulary, k=40)),
            filters={"tag": tuple(sorted(dice.sample("abcdef", 3))), "year": ("2026",)},
        )
        for n in range(120)
    ]
    first = tree(write(every, tmp_path / "first"))
    for turn in range(3):
        dice.shuffle(every)
        assert tree(write(every, tmp_path / str(turn))) == first


def test_a_group_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    every = [entry("a", "2025-01-01"), entry("b")]
    write(every, tmp_path)
    for file in (tmp_path / "search").rglob("*"):
        os.utime(file, (1, 1))
    write([every[0], replace(every[1], text="another text")], tmp_path)
    changed = {
        file.relative_to(tmp_path / "search").parts[0]
        for file in (tmp_path / "search").rglob("*")
        if file.is_file() and file.stat().st_mtime != 1
    }
    dates, heads = (next((tmp_path / "search").glob(f"{name}-*")).name for name in ("dates", "heads"))
    assert changed == {"2026", "find.json", "shelves", dates, heads}
    assert [e["content"] for e in found_in(tmp_path)] == ["some words.", "another text."]


def test_a_build_into_an_emptied_folder_is_whole_though_nothing_is_indexed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = find.SiteSearch("en", keeps=True)
    every = [entry("a", "2025-01-01"), entry("b")]
    search.write(every, tmp_path)
    before = tree(tmp_path)
    shutil.rmtree(tmp_path / "search")
    runs: list[int] = []
    run = index._run
    monkeypatch.setattr(index, "_run", lambda *asked: (runs.append(1), run(*asked)))
    search.write(every, tmp_path)
    assert tree(tmp_path) == before
    assert len(runs) == 1, "the scripts alone"


def test_a_preview_makes_one_group_at_a_step_and_then_tells_of_them(tmp_path: Path) -> None:
    search = find.SiteSearch("en", keeps=True)
    every = [entry("a", "2025-01-01"), entry("b"), entry("c", "2024-01-01")]
    search.plan(every, tmp_path)
    assert [search.step() for _ in range(4)] == [True, True, True, False]
    first = tree(tmp_path)
    search.plan([replace(every[0], text="another"), *every[1:]], tmp_path)
    assert [search.step() for _ in range(2)] == [True, False]
    changed = {re.split("[/-]", name)[1] for name, _ in tree(tmp_path).items() ^ first.items()}
    assert changed == {"2025", "find.json", "heads", "dates", "shelves"}
    search.plan(every, tmp_path / "elsewhere")
    assert [search.step() for _ in range(4)] == [True, True, True, False]
    assert tree(tmp_path / "elsewhere") == first


def test_a_group_that_is_gone_leaves_nothing(tmp_path: Path) -> None:
    write([entry("a", "2025-01-01"), entry("b")], tmp_path)
    write([entry("b")], tmp_path)
    assert not (tmp_path / "search" / "2025").exists()


def test_a_site_without_entries_has_a_search_that_finds_nothing(tmp_path: Path) -> None:
    write([], tmp_path)
    assert json.loads((tmp_path / "search" / "find.json").read_bytes())["groups"] == {}


def test_what_is_said_of_an_entry_is_kept_as_it_is(tmp_path: Path) -> None:
    odd = 'A & B, "C": <d> [e] 北京'
    write([entry("a", text=odd, title=odd, within=odd, filters={"tag": (odd, "x, y: z")})], tmp_path)
    (found,) = found_in(tmp_path)
    assert (found["meta"]["title"], found["meta"]["within"]) == (odd.replace("北京", "北 京"),) * 2
    assert sorted(found["filters"]["tag"]) == [odd, "x, y: z"]
    assert found["content"].removesuffix(".") == odd.replace("北京", "北 京")


def test_nothing_is_shipped_that_nobody_asks_for(tmp_path: Path) -> None:
    write([entry("a")], tmp_path)
    engine = {file.name for file in (tmp_path / "search" / "engine").iterdir()}
    assert engine == {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"}


# --- Failures ---


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("exit 3", "failed: 3"),
        ("echo what is wrong >&2; exit 1", "failed: what is wrong"),
        ("kill -9 $$", "was ended by signal 9"),
        ("exit 0", "cannot be read"),
    ],
)
def test_a_failure_is_told_and_leaves_the_old_index(
    program: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = find.SiteSearch("en")
    search.write([entry("a")], tmp_path / "site")
    before = tree(tmp_path / "site")
    script = tmp_path / "pagefind"
    script.write_text(f"#!/bin/sh\n{program}\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(script))
    with pytest.raises(find.SearchError, match=said):
        search.write([entry("b")], tmp_path / "site")
    assert tree(tmp_path / "site") == before


def test_a_program_that_is_missing_is_told_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with pytest.raises(find.SearchError, match=r"Pagefind is not there\. With `search: material`"):
        find.SiteSearch("en").write([entry("b")], tmp_path)


# --- What is found, in a browser ---


@contextmanager
def asked(browser: Any, site: Path, lang: str = "en") -> Iterator[Any]:
    """A page that asks: `ask([text, filters, order])` gives the addresses found."""
    page = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><script type="module">'
        'import { load } from "./find.js"; const search = await load(new URL("./", location.href));'
        "window.ask = async ([text, filters, order]) => { const { results, words, counts } ="
        " await search.find(text, filters, order); return { counts, found: await Promise.all(results.map("
        "(result) => search.read(result, words).then(({ address: a }) => a.pathname.slice(1) + a.hash))) } };"
        "window.values = () => search.filters(); </script></html>"
    )
    (site / "ask.html").write_text(page)
    (site / "find.js").write_bytes((THEME / "find.js").read_bytes())
    with served(site) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/ask.html")
        until(tab, "() => !!window.ask")
        yield tab
        tab.close()


def ask(tab: Any, text: str, order: str = "", **filters: list[str]) -> list[str]:
    found: list[str] = tab.evaluate("asked => window.ask(asked)", [text, filters, order])["found"]
    return found


@pytest.mark.browser
def test_every_claim_is_found_by_three_of_its_rarer_words(browser: Any, tmp_path: Path) -> None:
    make_large(tmp_path)
    make_site(tmp_path / "more")
    every = [
        made
        for root in (tmp_path, tmp_path / "more", Path(__file__).parents[2])
        for made in pipeline.entries_of(pipeline.check(root, Settings()), Settings())
    ]
    write(every, tmp_path / "site")
    claims = [made for made in every if made.kind == "claim"]
    assert len(claims) > 80
    held = Counter(word for made in every for word in set(_words(made)))
    with asked(browser, tmp_path / "site") as tab:
        missed = []
        for claim in claims:
            rare = sorted(set(_words(claim)), key=lambda word: (held[word], word))[:3]
            if claim.address not in ask(tab, " ".join(rare)):
                missed.append((claim.address, rare))
        assert missed == []


def _words(made: Entry) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", f"{made.title} {made.text}".lower())


@pytest.mark.browser
def test_groups_are_asked_as_one(browser: Any, tmp_path: Path) -> None:
    every = [
        entry("a", "2024-05-01", "harbour strike", filters={"tag": ("sea",), "year": ("2024",)}),
        entry("b", "2026-02-01", "harbour festival", filters={"tag": ("sea", "joy"), "year": ("2026",)}),
        entry("c", "2025-07-01", "harbour dues", filters={"tag": ("money",), "year": ("2025",)}),
        entry("d", "2026-03-01", "strike", title="Strike", filters={"tag": ("work",), "year": ("2026",)}),
        Entry("about/", "About the harbour", "Nothing else", "page"),
    ]
    write(every, tmp_path)
    with asked(browser, tmp_path) as tab:
        assert set(ask(tab, "harbour")) == {"briefs/a/", "briefs/b/", "briefs/c/", "about/"}
        assert ask(tab, "harbour strike") == ["briefs/a/"], "in one group nothing has both"
        assert ask(tab, "harbour", "newest") == ["briefs/b/", "briefs/c/", "briefs/a/", "about/"]
        assert ask(tab, "harbour", "oldest") == ["briefs/a/", "briefs/c/", "briefs/b/", "about/"]
        assert set(ask(tab, "harbour", tag=["sea"])) == {"briefs/a/", "briefs/b/"}
        assert ask(tab, "", "newest", year=["2026", "2024"]) == ["briefs/d/", "briefs/b/", "briefs/a/"]
        assert ask(tab, '"harbour dues"') == ["briefs/c/"]
        assert ask(tab, "zyzzyva") == []
        assert ask(tab, "harbour strike zyzzyva") == ["briefs/a/"], "what has the most of the words"
        assert ask(tab, "festival dues zyzzyva", "newest") == ["briefs/b/", "briefs/c/"]
        assert ask(tab, "festival dues", tag=["joy"]) == ["briefs/b/"]
        assert tab.evaluate("window.values()")["tag"] == {"sea": 2, "joy": 1, "money": 1, "work": 1}
        counts = tab.evaluate("asked => window.ask(asked)", ["harbour strike", {}, ""])["counts"]
        assert {value: number for value, number in counts["tag"].items() if number} == {"sea": 1}


@pytest.mark.browser
def test_of_a_large_index_one_chunk_is_fetched_for_a_word(browser: Any, tmp_path: Path) -> None:
    """However it is inflected: Pagefind looks for the chunk of a word as it is typed, and in it for its stem."""
    dice = random.Random(3)  # noqa: S311
    vocabulary = [
        "".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9))) for _ in range(6000)
    ]
    verbs = ["announce", "ferry", "hurry", "mix", "stop", "examine", "sail", "carry"]
    every = [entry(f"b{n}", text=" ".join(dice.choices(vocabulary, k=80))) for n in range(300)]
    every += [entry(f"v{n}", text=verb) for n, verb in enumerate(verbs)]
    write(every, tmp_path)
    assert len([*(tmp_path / "search/shelves").iterdir()]) > 5
    with asked(browser, tmp_path) as tab:
        fetched: list[str] = []
        tab.context.on("request", lambda request: fetched.append(request.url))
        for n, verb in enumerate(verbs):
            for ending in ("", "s", "ing"):
                fetched.clear()
                typed = {"ferrys": "ferries", "hurrys": "hurries", "carrys": "carries"}.get(
                    verb + ending, verb + ending
                )
                assert f"briefs/v{n}/" in ask(tab, typed), typed
                assert len([url for url in fetched if url.endswith(".pf_shelf")]) <= 1


@pytest.mark.browser
def test_a_brief_in_another_language_is_found_on_any_page(browser: Any, tmp_path: Path) -> None:
    every = [
        entry("hamn", text="Färjan lade till vid kajerna", language="sv"),
        entry("port", text="The ferries were running late", language="en"),
        entry("gang", text="北京市的港口关闭了", language="zh"),
    ]
    write(every, tmp_path)
    for lang in ("en", "sv", "zh"):
        with asked(browser, tmp_path, lang) as tab:
            assert ask(tab, "färjan kajerna") == ["briefs/hamn/"]
            assert ask(tab, "farjan") == ["briefs/hamn/"]
            assert ask(tab, "ferry runs") == ["briefs/port/"]
            assert ask(tab, "港口") == ["briefs/gang/"]


def test_a_withheld_text_is_in_no_file_of_the_index(tmp_path: Path) -> None:
    """Of it no word that stands nowhere else is in any index, so that it can't be put together again either."""
    make_site(tmp_path)
    article = tmp_path / "briefs/strike/articles/herald.md"
    kept = article.read_text("utf-8")
    article.write_text(
        f"{kept}\nZanzibar quibbled with Yggdrasil over Xanthippe. A walrus saw it.\n", "utf-8"
    )
    write([*pipeline.entries_of(pipeline.check(tmp_path, Settings()), Settings())], tmp_path / "site")
    every = " ".join(texts(tmp_path / "site").values()).lower()
    for word in ("zanzibar", "quibbled", "yggdrasil", "xanthippe", "walrus"):
        assert word not in every
        assert not [known for known in words(tmp_path / "site") if known.startswith(word[:6])]
    assert "dockers will get a wage rise" in every
