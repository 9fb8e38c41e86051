"""Swedish, German and French, with fewer words: some reports are in another language than their brief."""

from __future__ import annotations

from benchmarks.invention.tongue import Tongue, rules

SWEDISH = Tongue(
    "sv",
    rules(
        {
            "first": """salt | hamn | kvarn | spannmåls | fisk | kol | båt | sten | torv | tegel |
                glas | järn | koppar | kalk | mjölk | ull | sand | is | vin | frukt | rök |
                tjär | kanal | färje | sluss | grus | lin | råg | korn | humle | skiffer |
                ler | sol | vind | gräs | skogs | flod | strand""",
            "second": """magasinet | huset | verket | lagret | torget | spåret | brottet | fältet |
                bruket | tornet | rummet | skjulet | stallet | varvet | läget | kontoret |
                museet | bladet | staketet | apoteket | garaget | galleriet""",
            "past": """sålde | köpte | lagade | öppnade | stängde | målade | mätte | flyttade |
                hyrde | byggde | rev | räddade | röjde | städade | undersökte | försäkrade |
                beskrev | ritade | delade | bevakade""",
            "done": """sålt | köpt | lagat | öppnat | stängt | målat | mätt | flyttat | hyrt |
                byggt | räddat | röjt | städat | undersökt | försäkrat | ritat""",
            "adjective": """gamla | nya | stora | lilla | rostiga | slitna | omtvistade | tysta | låga |
                höga | röda | dyra | billiga | avlägsna""",
            "noun": """avtalet | beslutet | priset | arbetet | lånet | hotet | rådet | stödet |
                målet | yrkandet | brevet | mötet | svaret | förslaget""",
            "thing": "det {adjective} {first}{second}|{first}{second}|{first}{second} i {place}",
            "actor": """rådet i {place} | föreningen i {place} | styrelsen i {place} | verket i
                {place} | nämnden i {place}""",
            "someone": """{person} | en granne i {place} | en snickare från {place} | läraren {person}
                | styrmannen {person}""",
            "circ": """~efter {noun} | ~före {season} | ~med hjälp av {someone} | ~under {noun} |
                ~trots {noun} | ~vid {first}{second}""",
            "season": "våren|sommaren|hösten|vintern",
            "asserted": """«{actor} har {done} {thing}» i {place}{circ} | «{actor} {past} {thing}» nära
                {rare}{circ}""",
            "hedged": "«{actor} har {hedge} {done} {thing}» i {place}",
            "denied": "«{actor} har inte {done} {thing}», vad {place} än tror",
            "questioned": "«det är oklart om {actor} {past} {thing}» i {place}",
            "counted_said": """«{figure} räknades vid {thing}»{circ} | «{actor} räknar till {figure}» vid
                {thing}""",
            "sized_said": """«{figure} anges för {thing}»{circ} | {actor} «anger {figure} för {thing}»""",
            "dated_said": """«{actor} {past} {thing} {when}»{circ} | {when} «{past} {actor}
                {thing}»{circ}""",
            "headline": """{Actor} och {noun} | {Noun} delar {place} | {First}{second} i {place} efter
                {noun}""",
            "said_by": "säger {who}|enligt {who}|{who} uppger|berättar {who}",
            "said_by_two": "enligt {who}|säger {who}",
            "passed_on": "rapporterar {who}|enligt {who}|skriver {who}",
            "described": """flera källor i {place} | en person med insyn i {noun} | handlingar från
                {place}""",
            "unsaid": "erfar man i {place}|uppges det i {place}",
            "filler": """{someone} minns {noun} och {noun}{circ} | {noun} är ännu på tal i {place} |
                vid {first}{second} väntar {someone} på {noun} | {actor} {past} {noun}{circ}
                | vägen till {place} går förbi {thing} | mellan {place} och {place} ligger
                {first}{second} | “{Noun} är mer än {noun}”, tyckte {someone}{circ} |
                {thing} står tomt efter {noun}""",
            "remark": """Här menas {noun} i {place}. | Ordet {noun} används om olika saker i {place}.
                | {Someone} nämns längre ned.""",
            "reason": """Handlingar från {place} stöder det. | {Noun} är gammalt och {someone} har
                inte setts sedan dess.""",
            "claimed": """{Actor} har {done} {thing} vid {rare} i {place} | {Actor} {past} {thing} i
                {place}""",
            "counted_claim": """Hur många {counted} i {place} som {noun} vid {thing} gäller | Antalet
                {counted} vid {thing}""",
            "sized_claim": "Så anges {measure} för {thing} i {place}",
            "dated_claim": "När {actor} {past} {thing} i {place}",
            "counted": """hushåll | arbetare | resenärer | fartyg | besökare | elever | får |
                frivilliga | tunnor | cyklar | jobb | väljare""",
            "scope": "i gamla stan|utan öarna|bara heltid|hela dalen",
            "opening": "{Noun} och {first}{second} i {place}|Vad man vet om {noun} i {place}",
            "summed": """Redaktionerna berättar om {noun} i {place}; de går isär om {thing} och om
                {noun} hos {actor}.""",
        }
    ),
    thousands=" ",
    decimal=",",
    months=tuple(
        "januari februari mars april maj juni juli augusti september oktober november december".split()
    ),
    hedges=("troligen", "sannolikt", "kanske", "möjligen", "förmodligen"),
)

GERMAN = Tongue(
    "de",
    rules(
        {
            "first": """Hafen | Salz | Korn | Fisch | Kohle | Stein | Torf | Glas | Eisen | Kupfer |
                Kalk | Milch | Woll | Sand | Eis | Wein | Obst | Rauch | Teer | Kanal |
                Schleusen | Kies | Leinen | Roggen | Hopfen | Schiefer | Lehm | Wind | Wald
                | Fluss | Strand | Moor | Mühlen | Ziegel""",
            "second": """lager | haus | werk | amt | tor | ufer | feld | becken | depot | gleis |
                museum | büro | gebäude | gelände | lokal | revier | viertel | dorf""",
            "done": """verkauft | gekauft | repariert | geöffnet | geschlossen | gestrichen |
                vermessen | verlegt | gemietet | gebaut | gerettet | geräumt | gereinigt |
                untersucht | versichert | gezeichnet | bewacht | erweitert | beheizt |
                umzäunt""",
            "noun": """das Abkommen | das Urteil | das Angebot | das Darlehen | das Gutachten | das
                Treffen | das Protokoll | das Verfahren""",
            "adjective": "alte|neue|große|kleine|rostige|umstrittene|stille|rote|teure|entlegene",
            "thing": """das {adjective} {first}{second} | das {first}{second} | das {first}{second}
                von {place}""",
            "actor": """der Rat von {place} | der Verein von {place} | die Verwaltung von {place} |
                das Amt von {place}""",
            "someone": """{person} | eine Nachbarin aus {place} | ein Schreiner aus {place} | die
                Lehrerin {person}""",
            "season": "Frühling|Sommer|Herbst|Winter",
            "circ": """~im {season} | ~ohne Hilfe aus {place} | ~gegen {noun} | ~für {noun} |
                ~neben dem {first}{second}""",
            "asserted": """«{actor} hat {thing} {done}», so heißt es in {place}{circ} | in {place}
                wurde «{thing} {done}»{circ}""",
            "hedged": "«{actor} hat {thing} {hedge} {done}»{circ}",
            "denied": "«{actor} hat {thing} nicht {done}», was man in {place} auch glaubt",
            "questioned": "«es ist unklar, ob {actor} {thing} {done} hat», auch in {place}",
            "counted_said": """«{figure} wurden neben {rare} gezählt»{circ} | {actor} «zählt
                {figure}»{circ}""",
            "sized_said": """«{figure} werden für {thing} genannt»{circ} | {actor} «nennt {figure} für
                {thing}»""",
            "dated_said": "«{actor} hat {thing} {when} {done}»{circ}",
            "counted": "Haushalte|Arbeiter|Reisende|Schiffe|Besucher|Schafe|Fahrräder|Stimmen",
            "headline": "{Actor} und {noun}|{Noun} und {thing}|Streit um {thing}",
            "said_by": "sagt {who}|{who} bestätigt es|erklärt {who}",
            "said_by_two": "sagen {who}|nach Angaben von {who}",
            "passed_on": "meldet {who}|schreibt {who}",
            "described": """mehrere Quellen in {place} | zwei Leute aus {place} | Unterlagen aus {place}""",
            "unsaid": "heißt es in {place}|ist in {place} zu hören",
            "filler": """{someone} erinnert sich an {noun}{circ} | in {place} redet man über {noun} |
                {thing} steht leer{circ} | {actor} hat {noun} {done} | vor dem
                {first}{second} wartet {someone} | der Weg nach {place} führt an {noun}
                vorbei | zwischen {place} und {place} liegt {thing} | “{Noun} ist mehr als
                {thing}”, meinte {someone}""",
        }
    ),
    thousands=".",
    decimal=",",
    months=tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    ),
    hedges=("wahrscheinlich", "vermutlich", "angeblich", "offenbar"),
)

FRENCH = Tongue(
    "fr",
    rules(
        {
            "first": """sel | blé | charbon | pierre | tourbe | verre | fer | cuivre | chaux | lait
                | laine | sable | glace | vin | fruits | bois | lin | seigle | houblon |
                miel | plomb | savon | papier | tuiles | poisson | sucre | cuir | fil""",
            "second": """dépôt | marché | moulin | magasin | bureau | quai | parc | pont | port |
                jardin | musée | bassin | canal | champ | hangar | chantier""",
            "done": """vendu | acheté | réparé | ouvert | fermé | peint | mesuré | déplacé | loué |
                construit | sauvé | vidé | nettoyé | inspecté | assuré""",
            "noun": """le contrat | le projet | le procès | le prêt | le rapport | le vote | le
                refus | le prix | le tarif | le budget""",
            "thing": """le {second} de {first} | le vieux {second} de {first} | le grand {second} de
                {first} | le {second} de {place}""",
            "actor": """le conseil de {place} | la commune de {place} | la mairie de {place} | le
                comité de {place}""",
            "someone": """{person} | une voisine de {place} | un menuisier de {place} | la directrice
                {person}""",
            "circ": "~malgré {noun}|~pendant {noun}|~avec {someone}|~devant {thing}|~après {noun}",
            "asserted": """«{actor} a {done} {thing}» à {place}{circ} | à {place}, «{actor} a {done}
                {thing}»{circ}""",
            "hedged": "«{actor} a {hedge} {done} {thing}»{circ}",
            "denied": "«{actor} n'a pas {done} {thing}», quoi qu'on croie à {place}",
            "questioned": "«on ignore si {actor} a {done} {thing}» à {place}",
            "counted_said": """«on a compté {figure} devant {thing}»{circ} | {actor} «compte
                {figure}»{circ}""",
            "sized_said": """«on donne {figure} pour {thing}»{circ} | {actor} «annonce {figure} pour
                {thing}»""",
            "dated_said": "«{actor} a {done} {thing} {when}»{circ}",
            "counted": "foyers|ouvriers|bateaux|visiteurs|moutons|lits|camions",
            "headline": "{Actor} et {noun}|{Noun} et {thing}|{Thing} après {noun}",
            "said_by": "dit {who}|selon {who}|affirme {who}",
            "said_by_two": "selon {who}|disent {who}",
            "passed_on": "écrit {who}|selon {who}",
            "described": """plusieurs sources à {place} | deux personnes de {place} | des papiers de
                {place}""",
            "unsaid": "dit-on à {place}|apprend-on à {place}",
            "filler": """{someone} se souvient de {place} et parle de {first}{circ} | à {place},
                {noun} fait parler{circ} | {actor} a {done} {thing} | {someone} attend
                devant {thing} | entre {place} et {place} se trouve {thing} | {noun} reste
                là{circ} | “{Noun} vaut plus que {thing}”, pense {someone}""",
        }
    ),
    thousands=" ",
    decimal=",",
    months=tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    ),
    hedges=("probablement", "apparemment", "vraisemblablement"),
)
