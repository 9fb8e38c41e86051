"""What is told of two versions of a passage, to the word: each change, and what kind it is.

`--update` writes `changes.txt` anew; read what it changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.anchor.drift.judge import changes
from generator.anchor.drift.wording import word_diff
from tests.anchor.drift.test_turned import HARMLESS, TURNED
from tests.golden import lines

GOLDEN = Path(__file__).with_name("changes.txt")

MORE = {
    "en": [
        ("", ""),
        ("the same", "the same"),
        ("the same", ""),
        ("“the” same…", "'the' same..."),
        # capitals
        ("The men left", "the men left"),
        ("we met The men", "we met the men"),
        ("we met His men", "we met his men"),
        ("He left. His men stayed", "He left. his men stayed"),
        ("he said: His men stayed", "he said: his men stayed"),
        ("he asked? His men stayed", "he asked? his men stayed"),
        ("we met HIS men", "we met his men"),
        ("we met Men", "we met men"),
        ("we met A man", "we met a man"),
        ("we met An old man", "we met an old man"),
        ("we met AN old man", "we met an old man"),
        ("THE men left", "the men left"),
        ("He left the U.S. His men stayed", "He left the U.S. his men stayed"),
        ("He left NATO. His men stayed", "He left NATO. his men stayed"),
        ("He met Mr. His men stayed", "He met Mr. his men stayed"),
        ("it was plan B! His men stayed", "it was plan B! his men stayed"),
        ("it was plan B. His men stayed", "it was plan B. his men stayed"),
        ("it was plan b. His men stayed", "it was plan b. his men stayed"),
        ("Men left", "men left"),
        ("said Nato", "said NATO"),
        ("said iPhone", "said IPhone"),
        ("said Abc", "said ABc"),
        ("said Abcd", "said ABcd"),
        ("said NATO-led", "said Nato-led"),
        ("said NATO’s", "said Nato’s"),
        ("the U.S. army", "the US army"),
        ("the U.S. army", "the us army"),
        ("the U.N army", "the UN army"),
        # spellings
        ("the colours of labour", "the colors of labor"),
        ("the colours of labour", "the colors of work"),
        ("Colours fade", "Colors fade"),
        ("Organised crime rose", "Organized crime rose"),
        ("the colour man", "the color woman"),
        ("the e-mail came", "the cat came"),
        ("a port and", "a port and and"),
        ("we saw Colours fade", "we saw Colors fade"),
        ("we left. Colours fade", "we left. Colors fade"),
        ("COLOURS fade", "COLORS fade"),
        ("Colours fade", "colors fade"),
        ("Goverment fell", "Government fell"),
        ("the goverment, said he", "the government said he"),
        # joined and parted
        ("an e-mail came", "an e mail came"),
        ("on-line news", "online news"),
        ("the ceasefire held", "the cease-fire held"),
        ("the ceasefire held", "the cease fire held"),
        ("some times", "sometimes"),
        ("a co-op", "a coop"),
        ("a well being", "a wellbeing"),
        ("the co-ordinator", "the coordinator"),
        ("the re-election", "the reelection"),
        ("the far-right party", "the far right party"),
        ("the Far-right party", "the Far right party"),
        ("a non-violent strike", "a non violent strike"),
        ("an x-ray", "an x ray"),
        ("a two-week strike", "a two week strike"),
        ("an 8-week strike", "an 8 week strike"),
        # twice
        ("in the the port", "in the port"),
        ("in in the port", "in the port"),
        ("the port", "the the port"),
        ("in the port", "in the in port"),
        ("very very big", "very big"),
        ("that that is", "that is"),
        ("to the the the port", "to the port"),
        ("a port of", "a port of of"),
        # marks
        ("it is safe.", "it is safe!"),
        ("is it safe?", "is it safe"),
        ("is it safe？", "is it safe?"),
        ("the port; the yard", "the port: the yard"),
        ("the port – the yard", "the port, the yard"),
        ("the port/yard", "the port yard"),
        ("the port & yard", "the port yard"),
        ("the port & yard", "the port slept"),
        ("the Port & yard", "the port slept"),
        ("he said, it is", "he said it is"),
        ("said, it is", "said it is"),
        ("it is, said", "it is said"),
        ("it is, he said", "it is he said"),
        ("it is; said he", "it is said he"),
        ("a headquarters", "a head quarters"),
        ("the head-quarters", "the headquarters"),
        ("he, said, it is", "he said it is"),
        ("(he) said", "he said"),
        ("he thinks, so", "he thinks so"),
        ("~5 men", "5 men"),
        ("± 5 men", "5 men"),
        ("[5] men", "5 men"),
        ("(the men)", "the men"),
        ("the men [sic]", "the men sic"),
        ("came, by the road from the old town there, left", "came by the road from the old town there left"),
        (
            "came, by the road from the very old town there, left",
            "came by the road from the very old town there left",
        ),
        ("Yesterday, Smith left", "Yesterday Smith left"),
        ("Today, Smith left", "Today Smith left"),
        ("the end: they lost", "the end. they lost"),
        ("Zelensky: Putin lied", "Zelensky, Putin lied"),
        ("Biden lied - Trump", "Biden lied, Trump"),
        ("He is 5' 10\"", "He is 5' 10'"),
        ("“it was in 2020”", "it was in 2020"),
        ("they came in 'shorts'", 'they came in "shorts"'),
        ("a 6' wall", 'a 6" wall'),
        # numbers
        ("two men", "2 men"),
        ("5 per cent of 8", "5% of 8"),
        ("5 percent of 8", "5 per cent of 8"),
        ("5 pct of 8", "5 percent of 8"),
        ("5 % of 8", "5% of 8"),
        ("5 ٪ of 8", "5% of 8"),
        ("5٪ of 8", "5% of 8"),
        ("5 ％ of 8", "5% of 8"),
        ("5 per cent", "5 per centimetre"),
        ("5 per men", "5% men"),
        ("5 per", "5"),
        ("five per cent", "5%"),
        ("$5 million", "$5m"),
        ("$5 million", "5 million"),
        ("$5,000", "$5000"),
        ("5 km", "5km"),
        ("5km", "5 miles"),
        ("10-20 men", "10 to 20 men"),
        ("10–20 men", "10-20 men"),
        ("10-20 men", "10-21 men"),
        ("1 000 men", "1,000 men"),
        ("a thousand men", "1,000 men"),
        ("5th", "fifth"),
        ("one man", "1 man"),
        ("two and a half", "2.5"),
        ("COVID-19", "COVID19"),
        ("at 10:30", "at 10.30"),
        ("3 men and 5 men", "5 men and 3 men"),
        ("3 3 men", "3 men"),
        ("10-20 men and 5,000 women", "10-20 men and 5000 women"),
        ("5%5,000 men", "5%5000 men"),
        # kinds
        ("the men left", "the men did not leave"),
        ("he is able", "he is unable"),
        ("he was a member", "he was a nonmember"),
        ("he is fit", "he is unfit"),
        ("they do it", "they undo it"),
        ("an able man", "an anable man"),
        ("it is in", "it is unin"),
        ("it is visible", "it is invisible"),
        ("it is possible", "it is impossible"),
        ("it is legal", "it is illegal"),
        ("it is regular", "it is irregular"),
        ("the loyal men", "the disloyal men"),
        ("the violent men", "the nonviolent men"),
        ("the violent men", "the non-violent men"),
        ("the social men", "the antisocial men"),
        ("the war party", "the anti-war party"),
        ("they were informed", "they were misinformed"),
        ("they mobilised the men", "they demobilised the men"),
        ("he will", "he must"),
        ("likely men", "likely women"),
        ("the man Smith", "the man Jones"),
        ("Smith left", "Jones left"),
        ("it. Smith left", "it. Jones left"),
        ("red and blue", "blue and red"),
        ("a man left a port in may", "a man came to a port in June"),
        ("the brief.It may", "the brief. It may"),
        ("the brief.it may", "the brief. it may"),
        ("see example.org", "see example org"),
        ("B.B.C. news", "BBC news"),
        ("the U.S. troops", "the U. S. troops"),
    ],
    "sv": [
        ("10 procent av", "10 % av"),
        ("10 procent", "10 per cent"),
        ("e-post", "e post"),
        ("icke-rökare", "icke rökare"),
        ("en rökare", "en icke-rökare"),
        ("de nöjda männen", "de missnöjda männen"),
    ],
    "de": [
        ("10 Prozent", "10 %"),
        ("die die Männer", "die Männer"),
        ("er kam. Aber dann", "er kam. aber dann"),
        ("Maßen", "Massen"),
        ("er muß", "er muss"),
    ],
    "fr": [
        ("10 pour cent", "10 %"),
        ("dix pour cent", "10 %"),
        ("de la la ville", "de la ville"),
        ("elle et et lui", "elle et lui"),
    ],
    "es": [
        ("10 por ciento", "10%"),
        ("10 por mil", "10%"),
        ("los sin-papeles", "los sin papeles"),
    ],
    "nl": [
        ("hij, zei, dat", "hij zei dat"),
        ("hij, sier, dat", "hij sier dat"),
    ],
    "zh": [
        ("张、王二人", "张，王二人"),
        ("张、王二人", "张王二人"),
    ],
    "ja": [
        ("兵士は戻らない", "兵士は戻る"),
        ("兵士、男", "兵士，男"),
        ("三千人", "3000人"),
        ("兵士は、戻る。", "兵士は戻る"),
        ("戻る？", "戻る"),
    ],
}
ROWS = [
    (language, one, other)
    for rows in (TURNED, HARMLESS, MORE)
    for language, pairs in rows.items()
    for was, now in pairs
    for one, other in ((was, now), (now, was))
]


def told(language: str, was: str, now: str) -> str:
    found = changes(was, now, language)
    assert all(change.is_material == (change.kind != "") for change in found)
    kinds = [f"{change.kind or 'the same'}: {change.was} -> {change.now}" for change in found]
    return f"{word_diff(was, now)} | {'; '.join(kinds) or 'nothing'}"


def name_of(language: str, was: str, now: str) -> str:
    return f"{language} | {was} | {now}"


def test_the_file_is_what_is_told(update: bool) -> None:
    found = {name_of(*row): told(*row) for row in ROWS}
    if update:
        GOLDEN.write_text("".join(f"{head} = {text}\n" for head, text in found.items()), encoding="utf-8")
    assert lines(GOLDEN, " = ").keys() == found.keys()


@pytest.mark.parametrize(("language", "was", "now"), ROWS)
def test_a_change_is_told_of_so(language: str, was: str, now: str) -> None:
    assert told(language, was, now) == lines(GOLDEN, " = ")[name_of(language, was, now)]
