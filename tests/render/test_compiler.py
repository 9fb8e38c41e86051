"""Our templates give the same pages as by Jinja's own code, and nothing passes the escaping by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum

import pytest
from jinja2 import DictLoader, Environment, Template, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup as Safe

from generator.export.citation import cite
from generator.model.page import Output
from generator.model.settings import Settings
from generator.render import about_page, environment, lists, record, render_brief
from generator.render.catalogue import Words, words_for
from generator.render.embed import embeds
from generator.render.escaping import Escaped, written
from tests.render.harbour import harbour
from tests.render.test_languages import NEIGHBOURS, SETTINGS, in_language

HOSTILE = "<script>'\"&amp;\x00\ufdd0"
INERT = "&lt;script&gt;&#39;&#34;&amp;amp;"


class Word(StrEnum):
    """A text of a class of its own, as a status is."""

    ONE = "a<b"


class Stock:
    """A template as Jinja compiles it."""

    def __init__(self, template: Template) -> None:
        self.template, self.environment = template, template.environment
        self.name, self.blocks = template.name, template.blocks

    def root_render_func(self, context: Context) -> Iterator[str]:
        return self.template.root_render_func(self.template.new_context(context.get_all()))


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Switches to Jinja's own code."""
    made: dict[Words, Environment] = {}

    def template(name: str, words: Words) -> Stock:
        if words not in made:
            made[words] = environment._furnished(Environment, words)
        return Stock(made[words].get_template(name))

    return lambda: monkeypatch.setattr(environment, "_template", template)


def everything(language: str, settings: Settings) -> list[Output]:
    made, gone = in_language(language), harbour("withdrawn")
    outputs: list[Output] = [*render_brief(made, settings, NEIGHBOURS, cite(made, settings))]
    outputs += [*embeds(made, settings), *embeds(gone, settings), *render_brief(gone, settings, NEIGHBOURS)]
    for part in lists((record(made), record(gone)), settings).values():
        outputs += part()
    return [*outputs, about_page(settings)]


@pytest.mark.parametrize("language", ["en", "en-US", "sv", "ar"])
@pytest.mark.parametrize("drafts", [False, True])
def test_pages_are_those_of_jinjas_own_code(language: str, drafts: bool, stock: Callable[[], None]) -> None:
    settings = replace(SETTINGS, drafts=drafts)
    ours = everything(language, settings)
    stock()
    theirs = everything(language, settings)
    assert len(ours) == len(theirs) > 10
    for one, other in zip(ours, theirs, strict=True):
        assert one == other, one.path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HOSTILE, INERT),
        (Safe("<b>&amp;</b>"), "<b>&amp;</b>"),
        (Safe("a<b"), "a<b"),
        ("a<b", "a&lt;b"),
        (Word.ONE, "a&lt;b"),
        ("1", "1"),
        (1, "1"),
        (True, "True"),
        (None, "None"),
        (["<"], "[&#39;&lt;&#39;]"),
    ],
)
def test_a_value_is_escaped_unless_it_is_markup(value: object, expected: str) -> None:
    for _ in range(2):
        assert written(value) == expected
        assert made({"page.html": "{{ value }}"}, value=value) == expected


def made(templates: dict[str, str], **values: object) -> str:
    """The first of the templates, filled by the code that we make of it."""
    words = words_for("en")
    ours = environment._furnished(environment._Environment, words)
    ours.loader = DictLoader(templates)
    template = ours.get_template(next(iter(templates)))
    return "".join(template.root_render_func(Context(ours, values, template.name, template.blocks)))


@pytest.mark.parametrize(
    "template",
    [
        "{{ v }}",
        "{% macro m(a, b=1) %}{{ a }}{% endmacro %}{{ m(v) }}{{ m(b=2, a=v) }}",
        "{% set w %}{{ v }}{% endset %}{{ w }}",
        "{% for x in [v] %}{{ x }}{% endfor %}",
        "{% for x in vs %}{{ loop.index0 }}{{ loop.length }}{{ x }}{% endfor %}",
        "{% for x in vs if not x %}{% else %}{{ v }}{% endfor %}",
        "{% trans who=v %}by {{ who }}{% endtrans %}",
        "{% trans %}by {{ v }}{% endtrans %}",
        "{{ _('by %(who)s', who=v) }}",
        "{% set said = _('by %(who)s', who=v) %}{{ said }}",
        "{{ ngettext('%(who)s', '%(who)s', 2, who=v) }}",
        "{{ v ~ v }}{{ [v] | join }}{{ v if v else '' }}{{ vs[0] }}{{ vs[0:1] }}",
        "{% macro m(a) %}{% set b = a %}<i>{{ b }}</i>{% endmacro %}{% set n = m(v) ~ v %}{{ n }}",
    ],
)
def test_no_way_into_a_page_passes_the_escaping_by(template: str) -> None:
    assert "<script" not in made({"page.html": template}, v=HOSTILE, vs=[HOSTILE])


def test_what_is_kept_of_texts_is_bounded() -> None:
    kept = Escaped()
    for number in range(10_000):
        assert kept[f"<{number}"] == f"&lt;{number}"
    assert len(kept) < 5000
    assert kept["<" * 1000] == "&lt;" * 1000
    assert "<" * 1000 not in kept


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        made({"page.html": "{{ unknown }}"})
    with pytest.raises(AttributeError):
        made({"page.html": "{{ v.unknown }}"}, v=1)


def test_a_macro_stands_at_the_top() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"^a macro stands at the top of its template"):
        made({"page.html": "{% for x in v %}{% macro m() %}{% endmacro %}{% endfor %}"}, v=[])


def test_loops_within_loops_count_for_themselves() -> None:
    template = (
        "{% for row in rows %}{{ loop.index0 }}:"
        "{% for x in row %}{% if not loop.first %},{% endif %}{{ x }}/{{ loop.length }}"
        "{% else %}none in {{ loop.index0 }}{% endfor %};{% endfor %}"
    )
    assert made({"page.html": template}, rows=[[1, 2], [], [3]]) == "0:1/2,2/2;1:none in 1;2:3/1;"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{% for x in vs %}{{ count(loop) }}{% endfor %}", "12"),
        ("{% for x in vs %}{% set l = loop %}{{ l.index }}{% endfor %}", "12"),
        ("{% for x in vs %}{{ loop.index }}{{ loop.last }}{% endfor %}", "1False2True"),
        ("{% for x in vs %}{{ loop.first }}{{ loop.index }}{% endfor %}", "True1False2"),
        ("{% for x in vs if x == 'b' %}{{ loop.index0 }}{{ x }}{% endfor %}", "0b"),
        ("{% for x in vs[:1] %}{{ loop.length }}{% endfor %}", "1"),
        ("{% for x in vs recursive %}{{ loop.index0 }}{% endfor %}", "01"),
        ("{% for x in vs %}{% for y in vs %}{{ y }}{% endfor %}{{ loop.index0 }}{% endfor %}", "ab0ab1"),
        ("{% for x in vs %}{% for y in vs if loop %}{{ y }}{% endfor %}{% endfor %}", "abab"),
        ("{% for x, y in pairs %}{{ loop.index0 }}{{ x }}{{ y }}{% endfor %}", "0ab1cd"),
        ("{% for x in vs %}{{ x.loop }}{% endfor %}", None),
        ("{% for x in vs %}{% if loop.length == 2 %}{{ loop.index0 + 1 }}{% endif %}{% endfor %}", "12"),
    ],
)
def test_a_loop_that_is_asked_for_more_than_a_count_is_jinjas(template: str, text: str | None) -> None:
    values = {"vs": ["a", "b"], "pairs": [("a", "b"), ("c", "d")], "count": lambda loop: loop.index}
    if text is None:
        with pytest.raises(AttributeError):
            made({"page.html": template}, **values)
    else:
        assert made({"page.html": template}, **values) == text


def code(template: str) -> str:
    """The Python that we make of a template."""
    source: str = environment._furnished(environment._Environment, words_for("en")).compile(
        template, raw=True
    )
    return source


@pytest.mark.parametrize(
    ("template", "counts"),
    [
        ("{% for x in vs %}{{ loop.index0 }}{% endfor %}", True),
        ("{% for x in vs %}{{ loop.first }}{% endfor %}", True),
        ("{% for x in vs %}{{ loop.length }}{% endfor %}", True),
        ("{% for x in v.s %}{% if x %}{{ loop.index0 }}{{ loop.first }}{% endif %}{% endfor %}", True),
        ("{% for x in vs %}{{ loop.first }}{{ loop.index0 }}{{ loop.length }}{% endfor %}", True),
        ("{% for x in vs %}{{ loop.index0 }}{{ x.name }}{% endfor %}", True),
        (
            "{% for x in vs %}{{ loop.first }}{% for y in v %}{% else %}{{ loop.index0 }}{% endfor %}{% endfor %}",
            True,
        ),
        (
            "{% for x in vs %}{{ loop.first }}{% for y in v[loop.index0:] %}{{ y }}{% endfor %}{% endfor %}",
            True,
        ),
        (
            "{% for x in vs %}{{ loop.first }}{% for y in v %}{% else %}{{ loop.last }}{% endfor %}{% endfor %}",
            False,
        ),
        ("{% for x in vs %}{{ loop.last }}{% endfor %}", False),
        ("{% for x in vs %}{{ loop.first }}{{ loop.index }}{% endfor %}", False),
        ("{% for x in vs %}{{ f(loop) }}{% endfor %}", False),
        ("{% for x in f() %}{{ loop.index0 }}{% endfor %}", False),
        ("{% for x in vs if x %}{{ loop.index0 }}{% endfor %}", False),
        ("{% for x in vs recursive %}{{ loop.index0 }}{% endfor %}", False),
        ("{% for x in vs %}{{ x.loop }}{% for y in x %}{{ loop.last }}{% endfor %}{% endfor %}", False),
    ],
)
def test_a_loop_counts_without_an_object_where_a_count_will_do(template: str, counts: bool) -> None:
    assert ("_count_1" in code(template)) is counts
    assert ("LoopContext(" in code(template)) is not counts


def test_a_template_is_given_out_in_one_piece() -> None:
    assert code("a{{ v }}b{% if v %}c{% endif %}").count("yield concat(") == 1
    assert code("a{{ v }}b{% block c %}{{ v }}{% endblock %}d").count("yield concat(") == 2


def test_a_loop_that_asks_for_nothing_is_not_counted() -> None:
    assert "enumerate" not in code("{% for x in vs %}{{ x }}{{ x.loop }}{% endfor %}")
    assert "_count_2" in code(
        "{% for x in vs %}{% for y in vs %}{{ loop.first }}{% endfor %}{{ loop.first }}{% endfor %}"
    )


@pytest.mark.parametrize(
    ("template", "holds"),
    [
        ("{{ _('a') }}", "'a'"),
        ("{{ gettext('a') }}", "'a'"),
        ("{{ pgettext('c', 'a') }}", "'a'"),
        ("{{ f(gettext('a')) }}", "Markup('a')"),
        ("{{ f(pgettext('c', 'a')) }}", "Markup('a')"),
        ("{{ f(_('a')) }}", "Markup('a')"),
        ("x{{ _('a %(v)s b', v=v) }}y", "'xa '"),
        ("{{ opening }}", "'“'"),
        ("{{ language }}", "'en'"),
    ],
)
def test_words_are_filled_in_when_a_template_is_compiled(template: str, holds: str) -> None:
    assert holds in code(template)
    assert "globals['" not in code(template)
    assert "resolve('_" not in code(template)


def test_a_name_that_the_template_sets_is_its_own() -> None:
    assert made({"page.html": "{% set language = v %}{{ language }}"}, v="<") == "&lt;"
    assert made({"page.html": "{% for opening in v %}{{ opening }}{% endfor %}"}, v=["<"]) == "&lt;"
    assert made({"page.html": "{% macro m(closing) %}{{ closing }}{% endmacro %}{{ m(v) }}"}, v="<") == "&lt;"


def test_a_message_whose_text_is_not_known_is_asked_for() -> None:
    assert made({"page.html": "{{ _(v) }}{{ gettext(v ~ 'b') }}"}, v="a") == "aab"


def test_macros_are_imported_by_their_name_or_another_and_take_what_is_left_out() -> None:
    templates = {
        "page.html": "{% from 'm.html' import m, n as o %}"
        "{{ m(v) }}{{ o(b=v, a=1) }}{{ o(1) }}{% set x = m(v) %}{{ x }}",
        "m.html": "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{% macro n(a, b='<d>') %}{{ a }}{{ b }}{% endmacro %}",
    }
    assert made(templates, v="<") == "<i>&lt;</i>1&lt;1&lt;d&gt;<i>&lt;</i>"


def test_an_item_is_an_item_and_an_attribute_an_attribute() -> None:
    assert made({"page.html": "{{ v['a'] }}{{ w.real }}"}, v={"a": "<"}, w=3) == "&lt;3"
    with pytest.raises(KeyError):
        made({"page.html": "{{ v['keys'] }}"}, v={})
    with pytest.raises(AttributeError):
        made({"page.html": "{{ v.a }}"}, v={"a": 1})
