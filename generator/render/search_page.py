"""The page of all results: the form, the filters and the words that its script says; without a script, the lists."""

from __future__ import annotations

from generator.model.findings import Status
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.catalogue import words_for
from generator.render.environment import markup
from generator.render.links import root_of
from generator.render.shared import said_in, shared_as
from generator.render.wording import status_word

FOLDER = "search/"


def search_page(settings: Settings) -> tuple[Page, ...]:
    """`search/`, in the site's language; none where the theme's own search is used. The search doesn't find it."""
    if settings.search != "pagefind":
        return ()
    words = words_for(settings.language)
    title = words.gettext("Search")
    meta = {
        "title": title,
        "description": words.gettext("Claims, briefs and articles by their words, with filters."),
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
        **said_in(words),
        **shared_as("website", words.language),
    }
    values = {
        "title": title,
        "root": root_of(FOLDER),
        "statuses": [(status.value, status_word(status, words)) for status in Status],
    }
    return (Page(f"{FOLDER}index.md", meta, (markup("search.html", values, words),), edit=None),)
