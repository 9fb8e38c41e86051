"""Who told it: the words that say so, found in a sentence and turned into places of a chain."""

from __future__ import annotations

import pytest

from generator.model.brief import Party
from generator.model.text import canonical
from generator.suggest.attribution import attributions
from generator.suggest.attribution.cast import Cast
from generator.suggest.attribution.register import Register, heard_in
from generator.suggest.speech import flat
from generator.suggest.values import Chain, Draftable, Offered

PARTIES = {
    "gazette": Party(name="The Orrin Gazette", kind="newspaper"),
    "north-wire": Party(name="North Wire", kind="agency"),
    "water-board": Party(name="Orrin Water Board", kind="government"),
    "police": Party(name="Orrin Police", kind="government"),
    "lorne": Party(name="Edda Lorne", kind="person", role="mayor of Orrin"),
    "dravia": Party(name="Dravian military intelligence", kind="government"),
    "karsk": Party(name="Karskian military intelligence", kind="government"),
    "solvane": Party(name="Solvane", full_name="Solvane Group", kind="organisation"),
    "gatuchef": Party(name="Marit Högby", kind="person", role="gatuchef i Orrin"),
}


def chain(text: str, language: str = "en", offers: dict[str, Offered] | None = None) -> Chain:
    """The chain of the last sentence of a text."""
    article = Draftable("gazette", canonical(text), canonical(text), language, "gazette", None, ("gazette",))
    cast = Cast(article, Register(PARTIES, heard_in([text, "Orrin"])), {} if offers is None else offers)
    found: Chain = ()
    for span in article.body.sentences:
        sentence = flat(span.of(article.body.text))
        cast.mention(sentence)
        found = cast.chain(attributions(sentence, language))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing is attributed
        ("The dam leaks.", ()),
        ("The police station burned down and the mayor's car was lost.", ()),
        ("The show opens to the public on Friday.", ()),
        # after what was said
        ("The dam leaks, Edda Lorne said on Monday.", ("lorne",)),
        ("The dam leaks, said Edda Lorne, the mayor.", ("lorne",)),
        ("The dam leaks, the mayor, Edda Lorne, told the Gazette.", ("lorne",)),
        ("The dam leaks, according to the police.", ("police",)),
        ("“The dam leaks,” the Water Board said in a statement.", ("water-board",)),
        ("The dam leaks, North Wire reported on Feb. 8, citing the Water Board.", ("north-wire", "water-board")),
        ("The dam leaks, the mayor told North Wire.", ("north-wire", "lorne")),
        ("The dam leaks, according to a memo seen by North Wire.", ("north-wire",)),
        ("The dam leaks, according to figures that the Water Board published on Monday.", ("water-board",)),
        # before it
        ("According to Edda Lorne, the dam leaks.", ("lorne",)),
        ("Lorne said that the dam leaks.", ("lorne",)),
        ("At the end of May, the Water Board estimated that the dam leaked.", ("water-board",)),
        ("Edda Lorne of the parish council, previously told North Wire that the dam leaks.", ("north-wire", "lorne")),
        ("The Water Board denies that the dam leaks.", ("water-board",)),
        # within it
        ("In May, the police say, the dam began to leak.", ("police",)),
        # side by side
        ("The dam leaks, the police and the Water Board said.", (("police", "water-board"),)),
        ("Military intelligence in Dravia and Karsk have stated that the dam leaks.", (("dravia", "karsk"),)),
        # who is meant
        ("Edda Lorne came. She said the dam leaks.", ("lorne",)),
        ("Solvane built the dam. The dam leaks, the company said.", ("solvane",)),
        ("The dam leaks, several sources told North Wire. It will break, according to the sources.",
         ("north-wire", "several sources")),
        # who isn't named
        ("The dam leaks, two workers said.", ("two workers",)),
        ("The dam leaks, officials said.", ("unnamed officials",)),
        ("The dam leaks, according to unconfirmed reports.", ("unknown",)),
    ],
)  # fmt: skip
def test_the_chain_of_a_sentence(text: str, expected: Chain) -> None:
    assert chain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dammen läcker, säger Edda Lorne till North Wire.", ("north-wire", "lorne")),
        ("Dammen läcker, enligt polisen.", ("polisen",)),
        ("Två balkar är spruckna, enligt gatuchefen.", ("gatuchef",)),
        ("Bron stängs. Det säger gatuchefen Marit Högby till North Wire.", ("north-wire", "gatuchef")),
    ],
)
def test_the_chain_of_a_swedish_sentence(text: str, expected: Chain) -> None:
    assert chain(text, "sv") == expected


def test_the_outlet_itself_is_no_place_of_its_chain() -> None:
    assert chain("The dam leaks, the mayor told the Gazette.") == ("lorne",)
    assert chain("Police told us that the dam leaks.") == ("police",)


def test_who_was_told_and_passed_nothing_on_is_no_place_either() -> None:
    assert chain("Lorne told reporters on Monday that the dam leaks.") == ("lorne",)


def test_who_is_named_and_not_registered_is_offered() -> None:
    offers: dict[str, Offered] = {}
    assert chain("The dam leaks, its chairman, Olof Brenn, told North Wire.", offers=offers) == (
        "north-wire",
        "olof-brenn",
    )
    assert offers["olof-brenn"] == Offered("olof-brenn", "Olof Brenn", "person", "chairman")


def test_a_surname_means_who_was_offered_by_their_full_name() -> None:
    offers: dict[str, Offered] = {}
    assert chain("The dam leaks, Olof Brenn said. It will break, according to Brenn.", offers=offers) == (
        "olof-brenn",
    )
    assert list(offers) == ["olof-brenn"]


@pytest.mark.parametrize(
    "said",
    [
        "Prime Minister Jana Toll",
        "Harbour Mayor Jana Toll",
        "the Polar Institute's Jana Toll",
        "Jana Toll, a diver,",
    ],
)
def test_a_person_is_offered_by_their_name_alone(said: str) -> None:
    offers: dict[str, Offered] = {}
    assert chain(f"The dam leaks, according to {said}.", offers=offers) == ("jana-toll",)
    assert offers["jana-toll"].name == "Jana Toll"


def test_a_body_that_any_article_would_mean_by_its_name_is_offered_so_that_it_is_one_origin() -> None:
    offers: dict[str, Offered] = {}
    assert chain("The dam leaks, the fire brigade said.", offers=offers) == ("fire-brigade",)
    assert offers["fire-brigade"].kind == "government"


def test_a_name_that_two_parties_would_fit_is_taken_for_neither() -> None:
    assert chain("The dam leaks, according to military intelligence.") not in {("dravia",), ("karsk",)}


def test_a_language_without_words_has_no_chains_that_are_guessed() -> None:
    assert chain("Padon vuoto jatkuu, sanoi Edda Lorne.", "fi") == ()


@pytest.mark.parametrize(
    "text", ["", " ", ",", "said", "said said said", '" said', "according to", ", told", "citing", "X" * 5000]
)
def test_no_stretch_of_words_is_too_odd(text: str) -> None:
    assert isinstance(attributions(text, "en"), list)
