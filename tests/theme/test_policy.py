"""A page's policy names the theme's own inline scripts, each by its digest, and nothing that content brings along."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from generator.model.policy import Sources, digest_source, policy
from generator.theme import Own, Policies, own_scripts, top_of

SCOPE = Own("<script>scope('..')</script>", digest_source("scope('..')"))
PAGE = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>T</title>\n</head>\n<body>%s</body>'


def test_the_policy_stands_before_all_that_it_is_about() -> None:
    page, used = Policies(scripts=lambda _: [SCOPE]).put(PAGE % SCOPE.element, "..")
    entry = f'<meta http-equiv="Content-Security-Policy" content="{policy(Sources(), [SCOPE.source])}">'
    assert page == PAGE.replace('8">', f'8">\n{entry}') % SCOPE.element
    assert used == {SCOPE.source}


def test_what_is_not_the_themes_is_not_allowed_by_being_there() -> None:
    page, used = Policies(scripts=lambda _: [SCOPE]).put(PAGE % "<script>stranger()</script>", "..")
    assert used == frozenset()
    assert digest_source("stranger()") not in page
    assert "'sha256-" not in page


def test_a_page_without_a_head_begins_with_its_policy() -> None:
    page, _ = Policies().put("<p>A page.</p>", ".")
    assert page.startswith('\n<meta http-equiv="Content-Security-Policy"')
    assert page.endswith("<p>A page.</p>")


def test_the_scripts_are_those_that_the_theme_comes_to_without_any_page() -> None:
    partials = "partials/javascripts"
    env = Environment(
        loader=DictLoader(
            {
                f"{partials}/base.html": '<script>scope("{{ base_url }}")</script>',
                f"{partials}/palette.html": "{% if false %}<script>no</script>{% endif %}",
                f"{partials}/content.html": "<script>a\n</script>\n<script>b</script>",
            }
        ),
        autoescape=False,  # noqa: S701 - as MkDocs has it
    )
    asked: list[str] = []

    def scripts(base_url: str) -> list[Own]:
        asked.append(base_url)
        return own_scripts(env, {"base_url": base_url})

    assert [own.element for own in scripts("../..")] == [
        '<script>scope("../..")</script>', "<script>a\n</script>", "<script>b</script>",
    ]  # fmt: skip
    policies = Policies(scripts=scripts)
    for base in ("..", ".", ".."):
        policies.put(PAGE, base)
    assert asked == ["../..", "..", "."]


def test_the_first_step_of_an_address_is_a_folder_or_a_file() -> None:
    assert [top_of(path) for path in ("a/b/index.html", "index.html")] == ["a/", "index.html"]
