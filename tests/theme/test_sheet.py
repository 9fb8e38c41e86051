"""A style sheet loses what means nothing, and what nothing on the site can meet; the rest stays as it was."""

from __future__ import annotations

import pytest

from generator.theme.seen import tables_of_page, words_of_page
from generator.theme.sheet import asked_for, minified, quick, reduced, spare, words_of_script


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("a{b:c}", "a{b:c}"),
        ("", ""),
        ("a {\n  b: c;\n}\n", "a{b:c}"),
        ("/* a; { */ a { b: c } /* d */", "a{b:c}"),
        ("a > b , c  d { e: f ; g: h; }", "a>b,c d{e:f;g:h}"),
        ("a { width: calc(1rem + 2px - 3px) }", "a{width:calc(1rem + 2px - 3px)}"),
        ("@media (min-width: 3em) and print { a { b: c } }", "@media (min-width:3em) and print{a{b:c}}"),
        ('a::after { content: " ;  /* } */ " }', 'a::after{content:" ;  /* } */ "}'),
        ("a::after { content: '\\'  {' ; b: c }", "a::after{content:'\\'  {';b:c}"),
        ("a { b: url(x;  {y}.svg) }", "a{b:url(x;  {y}.svg)}"),
        ("a { --x: ; b: 'Noto Sans', serif }", "a{--x:;b:'Noto Sans',serif}"),
        ("a :hover { b: c }", "a :hover{b:c}"),
    ],
)
def test_blanks_and_comments_go_where_they_mean_nothing(written: str, small: str) -> None:
    assert minified(written) == small
    assert minified(small) == small


WORDS = {"here", "too", "data-md-color-primary=white", "dir=ltr"}


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "a{b:c}",
        ".here{b:c}",
        ".here .too>a:not(.gone){b:c}",
        "a:is(.gone,.here){b:c}",
        ":root:not(.gone:hover) a{b:c}",
        'a[title=".gone"]{b:c}',
        ".made-3{b:c}",
        "[data-md-color-primary=white] a{b:c}",
        '[data-md-color-primary="white"]{b:c}',
        "[data-md-color-scheme=slate] a{b:c}",
        "[dir=ltr] a{b:c}",
        '[dir="ltr"] :not([dir=rtl]){b:c}',
        ".odd\\:one{b:c}",
        "@font-face{font-family:gone}",
        "@keyframes gone{to{b:c}}",
        '@charset "utf-8";a{b:c}',
        "a{content:'}.gone{'}",
        ".here{b:c",
    ],
)
def test_what_may_be_met_stays_as_it_is(sheet: str) -> None:
    assert reduced(sheet, WORDS, ("made-",)) == sheet


@pytest.mark.parametrize(
    ("sheet", "rest"),
    [
        (".gone{b:c}", ""),
        (".gone .here{b:c}a{b:c}", "a{b:c}"),
        (".gone,.here,a.gone{b:c}", ".here{b:c}"),
        ("a:not(.x,.y).gone,b{c:d}", "b{c:d}"),
        (".hereby{b:c}", ""),
        ("@media print{.gone{b:c}.here{b:c}}", "@media print{.here{b:c}}"),
        ("@media print{@supports (a:b){.gone{b:c}}}a{b:c}", "a{b:c}"),
        ("[data-md-color-primary=red]{b:c}a{b:c}", "a{b:c}"),
        (".gone{b:'}'}.here{b:c}", ".here{b:c}"),
        ('[dir=rtl] a,[dir="rtl"] b{b:c}[dir=ltr] a{b:c}', "[dir=ltr] a{b:c}"),
    ],
)
def test_what_nothing_can_meet_goes(sheet: str, rest: str) -> None:
    assert reduced(sheet, WORDS, ("made-",)) == rest


def test_every_colour_stays_where_a_script_may_choose_one() -> None:
    sheet = "[data-md-color-accent=red]{b:c}"
    assert reduced(sheet, {"data-md-color-accent"}) == sheet


def test_a_page_has_the_classes_of_its_attributes_however_they_are_quoted() -> None:
    page = (
        """<p class="a b\nc"><p class='d'><p class=e><p title="f" data-md-color-accent="indigo" dir="rtl">"""
    )
    assert words_of_page(page) == {"a", "b", "c", "d", "e", "data-md-color-accent=indigo", "dir=rtl"}
    assert tables_of_page(page) == set()
    assert tables_of_page("<table><tr class=a><table id=x\nclass='b c'><table class=d>") == {"b", "c", "d"}


def test_a_script_may_write_its_words_but_not_what_it_looks_for() -> None:
    words, stems = words_of_script('one(".looked-for").classList.add("put");h("a",{class:`b c--${d}`})')
    assert {"put", "b"} <= words
    assert not {"looked-for", "classList"} & words
    assert stems == ("c--",)


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("", ""),
        ("table{b:c}", "table{b:c}"),
        ("table:not([class]) td>:last-child{b:c}", "table:not(.b,.c) td>:last-child{b:c}"),
        ("@media print{a,table:not([class])+*{b:c}}", "@media print{a,table:not(.b,.c)+*{b:c}}"),
        ("a{b:c}@media screen{[data-md-color-switching] *,x{y:z}d{e:f}}", "a{b:c}@media screen{d{e:f}}"),
        ("a[data-md-color-switching]{b:c}", "a[data-md-color-switching]{b:c}"),
    ],
)
def test_a_plain_table_is_told_by_the_classes_of_the_others_and_nothing_stills_a_page(
    sheet: str, told: str
) -> None:
    assert quick(sheet, {"c", "b"}) == told


def test_a_plain_table_keeps_its_weight_and_odd_names_are_escaped() -> None:
    assert quick("table:not([class]){b:c}", ()) == "table:not(.none){b:c}"
    assert quick("table:not([class]){b:c}", {"1:x"}) == r"table:not(.\31 \3a x){b:c}"


@pytest.mark.parametrize(
    ("sheet", "rest"),
    [
        ("", ""),
        ("a{b:c}", "a{b:c}"),
        (":root{--x:1;--y:2;c:var(--x)}", ":root{--x:1;c:var(--x)}"),
        (":root{--x:var(--y);--y:2}a{b:c}", ":root{}a{b:c}"),
        (":root{--x:url('a;{}b');--y:url(data:x;y)}", ":root{}"),
        (":root{--used:1;--used-too:2}", ":root{--used:1;}"),
        ("a{b:var( --x , var(--y))}:root{--x:1;--y:2}", "a{b:var( --x , var(--y))}:root{--x:1;--y:2}"),
        ("a{content:'{--x:1;'}", "a{content:'{--x:1;'}"),
    ],
)
def test_a_property_that_nothing_asks_for_goes(sheet: str, rest: str) -> None:
    assert spare(sheet, {"--used"}) == rest


def test_a_property_is_asked_for_wherever_it_is_named_and_not_set() -> None:
    assert asked_for("a{--b:var(--c)}") == {"--c"}
    assert asked_for('style.getPropertyValue("--d")') == {"--d"}
    assert asked_for("--e :1;--f") == {"--f"}
