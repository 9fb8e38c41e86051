"""What templates take from their environment: their words, in which nothing but our messages is markup."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader
from jinja2.runtime import Context

from generator.render import environment
from generator.render.catalogue import words_for
from generator.render.environment import language_mark


def filled(template: str, language: str = "en", **values: object) -> str:
    words = words_for(language)
    ours = environment._furnished(environment._Environment, words)
    ours.loader = DictLoader({"page.html": template})
    made = ours.get_template("page.html")
    return "".join(made.root_render_func(Context(ours, values, made.name, made.blocks)))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ _('a & b') }}", "a & b"),
        ("{{ _('by %(who)s', who=v) }}", "by &lt;i&gt;"),
        ("{% set said = gettext('by %(who)s', who=v) %}{{ said }}", "by &lt;i&gt;"),
        ("{% set said = gettext('a & b') %}{{ said }}", "a & b"),
        ("{{ pgettext('c', 'a & %(who)s', who=v) }}", "a & &lt;i&gt;"),
        ("{% set said = pgettext('c', 'a & %(who)s', who=v) %}{{ said }}", "a & &lt;i&gt;"),
        ("{{ ngettext('%(num)s of %(who)s', '%(num)s of all %(who)s', 1, who=v) }}", "1 of &lt;i&gt;"),
        (
            "{{ ngettext('%(num)s of %(who)s', '%(num)s of all %(who)s', n, who=v) }}",
            "12,000 of all &lt;i&gt;",
        ),
        ("{{ npgettext('c', '%(num)s of %(who)s', '%(num)s of all %(who)s', 1, who=v) }}", "1 of &lt;i&gt;"),
        (
            "{{ npgettext('c', '%(num)s of %(who)s', '%(num)s of all %(who)s', n, who=v) }}",
            "12,000 of all &lt;i&gt;",
        ),
        ("{{ opening }}{{ v }}{{ closing }}", "“&lt;i&gt;”"),
        ("{{ language }}", "en"),
        ("{% trans %}a\n   b{% endtrans %}", "a b"),
        ("{% if v %}\n  x\n{% endif %}\n", "  x\n"),
    ],
)
def test_messages_are_markup_and_their_values_are_not(template: str, text: str) -> None:
    assert filled(template, v="<i>", n=12_000) == text


def test_a_template_speaks_its_language() -> None:
    assert filled("{{ opening }}{{ closing }}{{ language }}", "sv") == "””sv"
    assert filled("{{ ngettext('%(num)s claim', '%(num)s claims', 12000) }}", "sv") != filled(
        "{{ ngettext('%(num)s claim', '%(num)s claims', 12000) }}", "en"
    )


def test_an_element_is_marked_where_its_language_is_not_the_pages() -> None:
    assert language_mark("en", words_for("en")) == ""
    assert language_mark("sv", words_for("en")) == ' lang="sv"'
    assert language_mark('"><b>', words_for("en")) == ' lang="&#34;&gt;&lt;b&gt;"'
