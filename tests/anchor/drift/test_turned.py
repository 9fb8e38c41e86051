"""Show 4: a number, a negation, a modal or a name that changed is never called a mere matter of spelling."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.anchor.drift.ground import Ground
from generator.anchor.drift.judge import changes
from generator.anchor.drift.place import Sought, place
from generator.load import load_article
from generator.model.lock import AROUND
from generator.model.text import Canonical, canonical, fold_text
from tests.anchor.drift.corpus import needs_versions, pairs
from tests.anchor.drift.turned import KINDS, Turn, turns

ROOT = Path(__file__).parents[3]


def own_texts() -> list[Canonical]:
    """The articles of the shipped briefs."""
    files = sorted((ROOT / "briefs").glob("*/articles/*.md"))
    read = (load_article(file.name, file.read_bytes())[0] for file in files)
    return [canonical(each.body) for each in read if each]


def sentences_of(texts: Sequence[Canonical]) -> list[tuple[Canonical, str, int]]:
    found = []
    for text in texts:
        for span in text.sentences:
            said = span.of(text.text)
            if 40 <= len(said) <= 400 and "\n" not in said and text.text.count(said) == 1:
                found.append((text, said, span.start))
    return found


def harmless(texts: Sequence[Canonical], seed: int, count: int) -> tuple[list[Turn], Counter[str]]:
    """Of so many turned sentences in their articles those that count as what they were, and how many there were."""
    known = {said: (text, start) for text, said, start in sentences_of(texts)}
    wrong, made = [], Counter[str]()
    dice = random.Random(seed)  # noqa: S311 - the same turns each time
    for turn in turns(dice, sorted(known), count):
        made[turn.kind] += 1
        text, start = known[turn.was]
        end = start + len(turn.was)
        changed = canonical(text.text[:start] + turn.now + text.text[end:])
        around = text.text[max(0, start - AROUND) : start], text.text[end : end + AROUND]
        sought = Sought(fold_text(turn.was), *around, start / len(text.text))
        found = place(Ground(changed), sought)
        if found is None:
            continue
        now = changed.folded.span(found.said.start, found.said.end).of(changed.text)
        if found.is_same or not any(change.is_material for change in changes(turn.was, now, "en")):
            wrong.append(turn)
    return wrong, made


def test_of_our_own_sentences() -> None:
    wrong, made = harmless(own_texts(), seed=20261129, count=400)
    assert wrong == []
    assert set(made) == set(KINDS)


@needs_versions
def test_of_a_thousand_sentences_of_real_articles() -> None:
    texts = [canonical(pair["before"]["text"]) for pair in pairs().values()]
    wrong, made = harmless(texts, seed=18, count=1000)
    assert wrong == []
    assert min(made[kind] for kind in KINDS) == 250


TURNED = {
    "en": [
        ("8,000 soldiers crossed", "10,000 soldiers crossed"),
        ("8,000 soldiers crossed", "18,000 soldiers crossed"),
        ("rose 3.5 per cent", "rose 35 per cent"),
        ("rose 5%", "rose 5"),
        ("rose 5 points", "rose -5 points"),
        ("cost $5 million", "cost €5 million"),
        ("cost $5 million", "cost $5 billion"),
        ("two thirds agreed", "one third agreed"),
        ("on 4 March 2026", "on 14 March 2026"),
        ("on 4 March", "on 4 May"),
        ("at 10.30", "at 10.50"),
        ("won 3-1", "won 1-3"),
        ("between 10 and 20 people", "between 10 and 200 people"),
        ("dozens of people died", "hundreds of people died"),
        ("the first strike", "the second strike"),
        ("at least 40 people", "at most 40 people"),
        ("more than 40 people", "fewer than 40 people"),
        ("all members agreed", "some members agreed"),
        ("few members agreed", "a few members agreed"),
        ("he can’t attend", "he can attend"),
        ("he can attend", "he can't attend"),
        ("he was convicted", "he was not convicted"),
        ("he denied it", "he admitted it"),
        ("it is likely", "it is unlikely"),
        ("a nuclear site", "a non-nuclear site"),
        ("an armed group", "an unarmed group"),
        ("with warning", "without warning"),
        ("he said nothing", "he said everything"),
        ("they failed to stop it", "they managed to stop it"),
        ("he may resign", "he will resign"),
        ("he might resign", "he must resign"),
        ("he resigned", "he allegedly resigned"),
        ("he will resign.", "he will resign?"),
        ("J. Smith said so", "K. Smith said so"),
        ("said de Gaulle", "said le Gaulle"),
        ("said bin Laden", "said al-Zawahiri"),
        ("said Núñez", "said Nunez"),
        ("said Müller", "said Mueller"),
        ("US troops left", "us troops left"),
        ("the Polish army", "the polish army"),
        ("on Schema.org", "on SCHEMA.org"),
        ("said Nato’s chief", "said NATO’s chief"),
        ("in May he came", "in may he came"),
        ("the minister, said the opposition, lied", "the minister said the opposition lied"),
        ("No, more were killed", "No more were killed"),
        ("he said no: troops came", "he said no troops came"),
        ("was cut to BBB- today", "was cut to BBB today"),
        ("an A* in chemistry", "an A in chemistry"),
        ("an extra-judicial killing", "an extra judicial killing"),
        ("the deceased workers", "the decreased workers"),
        ("a contract with them", "a contact with them"),
        ("an unclear answer", "a nuclear answer"),
        ("he was prosecuted", "he was persecuted"),
        ("he re-signed", "he resigned"),
        ("the causal link", "the casual link"),
        ("it was legal", "it was illegal"),
        ("the price increased", "the price decreased"),
        ("north of the river", "south of the river"),
        ("before the vote", "after the vote"),
        ("he sold it", "she sold it"),
        ("the officers came", "the officer came"),
        ("a loss of (5)", "a loss of 5"),
        ("in 1,5", "in 15"),
        ("No. 5 won", "No. 6 won"),
        ("5 km away", "5 miles away"),
        ("5m people", "5bn people"),
        ("he cannot recall", "he can recall"),
        ("none of it", "one of it"),
        ("Smith told Jones", "Jones told Smith"),
        ("it is now here", "it is nowhere"),
        ("may be wrong", "maybe wrong"),
        ("COVID-19 spread", "COVID-18 spread"),
        ("an 8-week strike", "an 18-week strike"),
    ],
    "sv": [
        ("omkring 8 000 soldater", "omkring 80 000 soldater"),
        ("tre personer skadades", "tretton personer skadades"),
        ("2,5 procent", "25 procent"),
        ("han avgår", "han avgår inte"),
        ("han kan avgå", "han ska avgå"),
        ("det är möjligt", "det är omöjligt"),
        ("ingen skadades", "någon skadades"),
        ("med varning", "utan varning"),
        ("sade Åkesson", "sade Akesson"),
        ("minst 40 personer", "högst 40 personer"),
        ("den 4 mars", "den 5 mars"),
        ("i maj kom han", "i mars kom han"),
    ],
    "de": [
        ("1,5 Millionen Menschen", "15 Millionen Menschen"),
        ("zwanzig Menschen", "zweihundert Menschen"),
        ("er tritt zurück", "er tritt nicht zurück"),
        ("kein Vertrag", "ein Vertrag"),
        ("er soll kommen", "er muss kommen"),
        ("mit Genehmigung", "ohne Genehmigung"),
        ("ein fähiger Mann", "ein unfähiger Mann"),
        ("fünf Milliarden Euro", "fünf Millionen Euro"),
        ("in Massen", "in Maßen"),
        ("die Ministerin sagte", "der Minister sagte"),
    ],
    "fr": [
        ("trois mille soldats", "treize mille soldats"),
        ("il viendra", "il ne viendra pas"),
        ("il peut venir", "il doit venir"),
        ("aucun accord", "un accord"),
        ("avec accord", "sans accord"),
        ("où il va", "ou il va"),
        ("1,5 %", "15 %"),
        ("le pêcheur a parlé", "le pécheur a parlé"),
    ],
    "zh": [
        ("约8000名士兵", "约10000名士兵"),
        ("三千名士兵", "五千名士兵"),
        ("他会辞职", "他不会辞职"),
        ("他没有辞职", "他有辞职"),
        ("可能发生", "必须发生"),
        ("王先生说", "李先生说"),
        ("三万人", "三亿人"),
    ],
}


@pytest.mark.parametrize(
    ("language", "was", "now"), [(c, *pair) for c, each in TURNED.items() for pair in each]
)
def test_another_statement_is_material(language: str, was: str, now: str) -> None:
    for one, other in ((was, now), (now, was)):
        assert any(change.is_material for change in changes(one, other, language)), (one, other)


HARMLESS = {
    "en": [
        ("“Hello,” he went on", '"Hello" he went on'),
        ("the organisation of labour", "the organization of labor"),
        ("a theatre programme", "a theater program"),
        ("the defence catalogue", "the defense catalog"),
        ("he travelled, cancelled and paid", "he traveled, canceled and paid"),
        ("the goverment recieved it", "the government received it"),
        ("it occured seperately", "it occured separately"),
        ("8,000 men", "8000 men"),
        ("8,000 men", "eight thousand men"),
        ("three men", "3 men"),
        ("8 per cent", "8%"),
        ("8 percent", "8 per cent"),
        ("$5bn was paid", "$5 billion was paid"),
        ("Mr. Smith left", "Mr Smith left"),
        ("U.S. troops", "US troops"),
        ("an e-mail", "an email"),
        ("a web site", "a website"),
        ("a long-term plan", "a long term plan"),
        ("over the the top", "over the top"),
        ("on Github today", "on GitHub today"),
        ("The men left", "the men left"),
        ("we left; they stayed", "we left. They stayed"),
        ("brief.It may", "brief. It may"),
        ("he came, saw, and won", "he came, saw and won"),
        ("he *really* came", "he really came"),
        ("to co-operate", "to cooperate"),
        ("all is colour", "all is color"),
        ("on Tuesday, the minister came", "on Tuesday the minister came"),
        ("he came on Monday, he stayed", "he came on Monday; he stayed"),
        ("Twenty-five men and 1,234.50 kroner", "Twenty-five men and 1234.50 kroner"),
        ("some 5 million came", "some five million came"),
        ("No. 5 won", "No 5 won"),
        ("No, he went", "No – he went"),
        ("he told them no.", "he told them no"),
        ("plan *B* failed", "plan B failed"),
        ("it got an A - he saw it", "it got an A: he saw it"),
    ],
    "sv": [("tre personer", "3 personer"), ("”Ja”, kom det", '"Ja" kom det'), ("8 000 kr", "8000 kr")],
    "de": [("er sah, daß es ging", "er sah, dass es ging"), ("vier Männer", "4 Männer"), ("1.500 Euro", "1500 Euro")],
    "fr": [("« Oui », a-t-il crié", '"Oui", a-t-il crié'), ("trois hommes", "3 hommes")],
    "zh": [("他说，会辞职。", "他说会辞职")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "was", "now"), [(c, *pair) for c, each in HARMLESS.items() for pair in each]
)
def test_the_same_words_are_immaterial(language: str, was: str, now: str) -> None:
    for one, other in ((was, now), (now, was)):
        assert [c for c in changes(one, other, language) if c.is_material] == [], (one, other)
