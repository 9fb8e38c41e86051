"""Words that reports of one event use for one thing, in English and Swedish: a row for each thing."""

from __future__ import annotations

from functools import lru_cache

from generator.suggest.stems import stem

_ROWS = """
soldiers troops forces servicemen fighters army military | soldater trupper styrkor militär armén
killed died dead deaths fatalities dies kills die death toll slain | döda dödades dog omkom dött omkomna dödsoffer avled
injured hurt wounded injuries injuring injures wounds | skadade skadades skadats skador
collided crashed collision crash hit struck strikes ran smash | kolliderade krockade krock kollision olycka körde
fire blaze burned burnt burning flames | brand brann brinner branden eldsvåda
flood floods flooded flooding overflowed burst inundated | översvämning översvämningar svämmade
earthquake quake tremor | jordskalv jordbävning skalv
storm hurricane cyclone gale typhoon | storm orkan cyklon kuling
evacuated evacuation fled brought rescued safety leave left homes displaced | evakuerades evakuerats evakuerade flydde räddades
missing unaccounted | saknas saknade försvunna
arrested detained arrests custody detention held | greps gripits gripna häktades anhållna
police officers | polisen poliser
court judge judges tribunal convicted found guilty verdict | domstolen tingsrätten domare dömdes fälldes
sentenced prison jail jailed sentence imprisonment | dömdes fängelse straff
acquitted cleared freed | friades frikändes
appeal appeals | överklagar överklaga överklagan
lawyer defence counsel attorney | advokat försvarare
prosecutor prosecutors prosecution | åklagare åklagaren
bribes bribery corruption fraud kickbacks gifts | mutor bestickning korruption bedrägeri
shot shooting gunfire gunman fired shelling artillery attack strike strikes | sköts skottlossning besköt attack
incursion offensive invasion attack operation | offensiv anfall invasion intrång
retreated withdrew withdrawn pulled withdrawal retreat | retirerade drogs tillbaka
treaty pact agreement deal accord agreed partnership alliance cooperation coordination collaboration | avtal pakt överenskommelse samarbete
truce ceasefire armistice | vapenvila eldupphör
produce production producing manufacture manufacturing build making mass-produce mass-producing factories | tillverka tillverkning producera produktion bygga
technical technological assistance aid help support | tekniskt teknisk hjälp stöd bistånd
reciprocated gesture exchange return repay repayment payment favour favor compensation | utbyte ersättning gengäld
new several various types kinds models different | nya olika typer slag modeller
election vote poll ballot votes polls referendum | val valet röster omröstning
won win wins victory winner triumph beat beating | vann vinner seger segrade
lost loses defeat | förlorade nederlag
opposition | oppositionen
turnout | valdeltagande
seats parliament chamber assembly | mandat parlament riksdagen
recount irregularities fraud rigging | omräkning fusk
profit earnings income | vinst resultat
sales revenue revenues turnover | försäljning omsättning intäkter
shares stock stocks | aktier aktien
rose increased climbed grew gained up jumped higher surged increase rise growth | ökade steg upp högre ökning
fell dropped declined slipped decreased down slumped lower decline fall less fewer plunged | minskade sjönk föll ned lägre färre minskning
jobs employees workers staff workforce positions | jobb anställda arbetstillfällen tjänster
cut cuts shed lay layoffs redundancies axe slash cutting | varslar varsel minska säger
close closed closure shut shuts closes plant factory | stänger stängs stängdes stängning fabrik
outlook forecast guidance expects expected sees | prognos utsikter väntar
cost costs price bill expensive dearer damage | kosta kostar kostnad notan pris dyrare
money funding grant budget funds | pengar anslag budget
match game final | match final
scored goal goals scorer winner | mål gjorde avgjorde
trophy cup title champions | titel cup mästare
spectators crowd fans attendance people saw watched | åskådare publik
injury knee ligament sidelined miss | skada knä
manager coach | tränare
stay remain contract remains | stanna kontrakt
resume restart reopen resumed reopened open again repaired fixed | återupptas öppnas lagad klar
suspended cancelled halted stopped canceled | inställda inställd stoppades
power electricity | ström el elektricitet
households homes houses residences | hushåll hem hus
rain rainfall downpour | regn skyfall
water river level | vatten flod älv nivå
bridge footbridge | bro bron gångbro gångbron
ferry ship vessel boat | färja färjan fartyg båt bilfärja bilfärjan
aground rocks ran grounded | grund klippor
steering rudder | styrningen roder
train tram railway rail | tåg spårvagn
bus buses | buss bussar bussarna
car cars vehicle vehicles traffic | bil bilar fordon trafik
aircraft plane jet airliner | flygplan plan
dam reservoir | damm dammen
crack cracks cracked | spricka sprickor sprickan spruckna
leak leaks leaked leaking | läcker läckte läcka
warning warned alert | varning varnade varnar
inspection inspected inspections check | besiktning kontroll inspektion
investigation inquiry probe investigate investigating | utredning utreder undersökning
brakes brake | bromsar bromsarna
started began begin begins launched start launching opened commenced beginning | började inleddes inledde startade börjar
plans plan intends planned planning | planerar plan avser
nuclear atomic | kärnvapen kärnkraft atom
drones drone uav uavs | drönare
missile missiles rocket rockets | robot robotar raketer missiler
build-up massing buildup moved deployed sent deployment amassing stationed posted | samlar skickade flyttat
exercise drill drills manoeuvres maneuvers exercises | övning manöver
school schools pupils students | skola skolor elever
hospital treated treatment clinic | sjukhus sjukhuset vård
drivers driver | förare chaufförer
passengers passenger commuters riders | passagerare resenärer
leaders president chief | ledare president
sources source officials | källor
victims bodies remains | offer kroppar
children child | barn
homes residents inhabitants villagers people | boende invånare personer människor
strike walkout walked industrial | strejk strejkar
wage wages pay salaries | lön löner
tax taxes levy | skatt skatter
virus disease infections cases outbreak | virus smitta fall utbrott
vaccine vaccines doses | vaccin doser
resigned resign resignation stepped quit | avgick avgår avgång
banned ban prohibited | förbjöds förbud
"""  # noqa: E501 - a row of the table is a line


@lru_cache(maxsize=8)
def _rows(language: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(_ROWS.strip().splitlines()):
        english, _, swedish = row.partition("|")
        for word in (swedish if language.startswith("sv") else english).split():
            kept = found.setdefault(stem(word, language), [])
            if number not in kept:
                kept.append(number)
    return {word: tuple(rows) for word, rows in found.items()}


def kin(word: str, language: str) -> tuple[int, ...]:
    """The rows that a stem belongs to; none in a language without rows, where it is no English word."""
    return _rows(language).get(word, ())
