"""Two ways of writing one word, and two words that are like each other."""

from __future__ import annotations

import pytest

from generator.anchor.drift.spelling import is_one_word

BY_RULE = """
organise:organize organised:organized civilisations:civilizations recognisable:recognizable nationaliser:nationalizer
analyse:analyze paralysing:paralyzing catalysed:catalyzed electrolyses:electrolyzes
colour:color favourite:favorite harbours:harbors neighbourhood:neighborhood behaviour:behavior discoloured:discolored
unfavourable:unfavorable labour:labor rumour:rumor
centre:center theatres:theaters kilometre:kilometer fibre:fiber millilitres:milliliters lustre:luster
catalogue:catalog dialogues:dialogs analogue:analog
defence:defense offences:offenses licence:license pretence:pretense
travelled:traveled cancelling:canceling labelled:labeled fuelled:fueled counsellor:counsellor instalments:instalments
marvellers:marvelers enrollment:enrolment
fulfill:fulfil enrolls:enrols instill:instil
paediatric:pediatric orthopaedic:orthopedic encyclopaedia:encyclopedia gynaecologist:gynecologist leukaemia:leukemia
anaemia:anemia archaeology:archeology
foetus:fetus diarrhoea:diarrhea foetal:fetal
oestrogen:estrogen oesophagus:esophagus
programme:program programmes:programs
grey:gray greyish:grayish
plough:plow snowploughs:snowplows
sceptic:skeptic sceptical:skeptical
ageing:aging
judgement:judgment acknowledgements:acknowledgments
aluminium:aluminum
moustache:mustache
skilful:skillful wilfully:willfully
jewellery:jewelry
artefacts:artifacts
towards:toward afterwards:afterward backwards:backward
learnt:learned burnt:burned dreamt:dreamed spoilt:spoiled
spelt:spelled
advisor:adviser advisors:advisers
protestor:protester protestors:protesters
focussed:focused benefitted:benefited targetting:targeting biassed:biased
maneuvre:maneuver maneuvred:maneuverd maneuvres:maneuvers
"""
BY_RULE_IN_GERMAN = "daß:dass müßten:müssten mußte:musste wußte:wusste wüßten:wüssten läßt:lässt gewiß:gewiss"

SLIPS = """
teh:the goverment:government goverments:governments seperate:separate seperately:separately knowlege:knowledge
recieve:receive recieved:received neccessary:necessary definately:definitely occured:occurred
arguements:arguments superceded:superseded fowarded:forwarded fowarding:forwarding
"""

NO_KNOWN_SLIPS = """
annoucement:announcement anouncement:announcement storeis:stories demonstartion:demonstration adpotion:adoption
minsiter:minister comunicate:communicate parliamment:parliament conection:connection infarctions:infractions
undeserved:underserved medications:mediations electors:electros prosecutors:prosectors
"""
"""What a slip made of a word that is in no list may be another word that is in no dictionary."""

OTHERS = """
deceased:decreased adoption:adaption depression:impression planed:planned casual:causal impression:depression
united:untied trail:trial minister:minster persecute:prosecute
contract:contact cat:cats planing:planning caned:canned hopping:hoping
human:humane later:latter diner:dinner desert:dessert
the:he not:note now:know may:many can:cane will:wills
colour:collar centre:enter colourous:colorous
form:from no:on unite:untie form:forms
minister:ministers minister:sminister reminister:minister
signing:singing filings:fillings concerted:concreted habitation:habituation injunctions:inunctions
alteration:alternation scraper:scarper bulging:bugling retires:retries infections:inflections contacting:contracting
regarded:regraded methylphenidate:methylfenidate protosketching:protosktetching supprise:suprise
houses:housse responsibilty:responsibility
walls:wals crossing:crosing demonstrated:demonstrate
demonstration:demonstration2 Minister:Minsiter
announcing:anouncing8
govrnment:government goverment:governments accross:across demonstration:demonstrbtion annoucemont:announcement
"""

NOT_IN_GERMAN = "colour:color goverment:government demonstartion:demonstration massen:maßen"


def pairs(text: str) -> list[tuple[str, str]]:
    """`one:other` for each."""
    return [(one, other) for one, _, other in (pair.partition(":") for pair in text.split())]


@pytest.mark.parametrize(("one", "other"), pairs(BY_RULE))
def test_british_and_american_spellings_are_one_word(one: str, other: str) -> None:
    assert is_one_word(one, other, "en-GB")
    assert is_one_word(other, one, "en")


@pytest.mark.parametrize(("one", "other"), pairs(BY_RULE_IN_GERMAN))
def test_old_and_new_german_spellings_are_one_word(one: str, other: str) -> None:
    assert is_one_word(one, other, "de-CH")
    assert is_one_word(other, one, "de")


@pytest.mark.parametrize(("one", "other"), pairs(SLIPS))
def test_slips_of_the_pen_are_one_word_in_english(one: str, other: str) -> None:
    assert is_one_word(one, other, "en")
    assert is_one_word(other, one, "en")
    assert not is_one_word(one, other, "sv")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [(*pair, "en") for pair in pairs(OTHERS + NO_KNOWN_SLIPS)]
    + [(*pair, "de") for pair in pairs(NOT_IN_GERMAN)],
)
def test_other_words_are_other_words(one: str, other: str, language: str) -> None:
    assert is_one_word(one, one, language)
    assert not is_one_word(one, other, language)
    assert not is_one_word(other, one, language)
