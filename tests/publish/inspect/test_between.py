"""Links between pieces are looked at where an edit may have changed them, and nowhere else."""

from __future__ import annotations

from collections.abc import Collection

from generator.publish.inspect.between import Between

IDS = {"a/index.html": {"x"}, "b/index.html": {"y"}}


def ids(path: str) -> Collection[str]:
    return IDS[path]


def test_a_link_leads_to_a_file_and_a_place() -> None:
    between = Between()
    links = ["a/index.html", "a/index.html#x", "a/index.html#z", "gone.png", "b/brief.json#/claims/0"]
    between.take("p", "\n".join(links), ["p.html"], is_new=True)
    between.take("a", "", ["a/index.html", "b/brief.json"], is_new=True)
    assert list(between.dead(ids)) == [("p", "a/index.html#z"), ("p", "gone.png")]


def test_a_piece_that_stayed_is_looked_at_where_it_links_to_what_changed() -> None:
    between = Between(changed=["b/index.html", "gone.png"])
    between.take("old", "a/index.html#unasked\nb/index.html#z\ngone.png", ["old.html"], is_new=False)
    between.take("a", "", ["a/index.html"], is_new=False)
    between.take("b", "", ["b/index.html"], is_new=True)
    asked: list[str] = []

    def noted(path: str) -> Collection[str]:
        asked.append(path)
        return IDS[path]

    assert list(between.dead(noted)) == [("old", "b/index.html#z"), ("old", "gone.png")]
    assert asked == ["b/index.html"]


def test_each_page_is_asked_once_for_its_places() -> None:
    between = Between()
    between.take(
        "p", "a/index.html#x\nb/index.html#y\na/index.html#w", ["a/index.html", "b/index.html"], is_new=True
    )
    asked: list[str] = []

    def noted(path: str) -> Collection[str]:
        asked.append(path)
        return IDS[path]

    assert list(between.dead(noted)) == [("p", "a/index.html#w")]
    assert asked == ["a/index.html", "b/index.html"]


def test_a_link_that_was_alive_is_looked_at_where_its_page_changed_alone() -> None:
    between = Between(changed=["b/index.html"], alive=["a/index.html#x", "b/index.html#y"])
    links = "a/index.html#x\nb/index.html#y\nb/index.html#z"
    between.take("list", links, ["list.html", "a/index.html", "b/index.html"], is_new=True)
    asked: list[str] = []

    def noted(path: str) -> Collection[str]:
        asked.append(path)
        return IDS[path]

    assert list(between.dead(noted)) == [("list", "b/index.html#z")]
    assert asked == ["b/index.html"]
