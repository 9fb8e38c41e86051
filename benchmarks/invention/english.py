"""English: several thousand words, most of them compounds, and the sentences that they stand in."""

from __future__ import annotations

from benchmarks.invention.tongue import Tongue, rules

_FIRSTS = """ash bark barley bell birch bog bone brick bridge brine broom buoy cable candle canal chalk clay
cliff cloth coal coast copper cork crane creek dairy drift ferry fish flax flood fog forge frost fur
glass grain granite gravel hail harvest heath hemp herring hide honey hop ice ink iron kelp lamp
lead leaf lime linen loom malt marsh meadow milk moor moss mud net oak oat orchard paper peat pilot
pine pitch plum quarry rail rain reed river rope rye salt sand seal seed shale sheep shell silk silt
slate sluice smoke soap stone straw tar tide timber tin turf wax weir whale wheat willow wine wool
yarn""".split()
_SECONDS = """bank barn bay bed berth board bureau camp causeway cellar chapel court crossing depot dock drain
engine fair farm fence fleet floor furnace gallery garden gate ground hall hangar hoist house kiln
landing lane levy line lodge loft market mast mill office park path pier pit plant pond port press
pump quay ramp range register road room route school shaft shed shop siding span stage stall station
stead store tank terminal tower track trail tunnel vault wall walk ward warehouse wharf works yard""".split()
_ADJECTIVES = """abandoned adjoining ageing ample annual asphalted battered bleak borrowed broad busy careful central
chilly civic clumsy coastal communal costly crooked crowded cumbersome damaged damp derelict
disputed distant draughty dusty eastern elegant emergency empty enlarged experimental faded fenced
flooded former forgotten fragile gated grand guarded half-built handsome hasty heated hidden hollow
humble idle inland insured joint leaking leased lesser listed lofty lower makeshift meagre modest
municipal muddy mossy narrow neglected noisy northern obsolete ornate outer painted patched plain
private privately-run profitable provisional quiet ramshackle regional reinforced remote rented
restored roomy rural rusting scenic seasonal secluded shallow shared sheltered shuttered sinking
slender sloping solid southern spacious steep sturdy subsidised sunken temporary tidal tiled
towering troubled unfinished unlit upper urban vacant valued vaulted walled weathered western
winding wooden""".split()
_VERBS = """abandon acquire adapt adjust allocate appraise approve assemble auction audit award bolster borrow
cancel certify clean clear close commission complete condemn convert decorate defend deliver
demolish demand detail display dismantle donate drain dredge elevate empty endorse enlarge enter
equip evacuate evaluate examine exchange expand extend fence finance finish flood furnish grant
guard heat host hire illuminate impound improve inaugurate inherit inspect insure insulate launch
lease license list lock maintain map mend merge modernise monitor move name narrow nationalise
obtain occupy open order organise paint patch pave photograph pledge postpone prepare present
preserve privatise promote propose protect publish purchase raise reclaim record redesign refurbish
register reinforce relocate remodel rename renovate rent reopen repair replace request rescue
reserve restore restrict resume retain review revive salvage scrap seal search secure seize shelter
shorten sponsor straighten strengthen subsidise supply surrender survey suspend test transfer
transform unveil upgrade vacate ventilate visit warm weigh widen""".split()
_NOUNS = """accident account agreement allowance alarm anchor apprentice archive arrangement auction balance
bargain bylaw budget calendar campaign cargo carriage ceremony charter collapse collection committee
compromise concession consignment contract council courtyard craft crew custom damage debate debt
decree delay delivery deposit detour dispute drought embankment estimate excavation exhibition
export failure fare festival fine forecast foundation franchise freight fund guarantee harvest
hearing holiday inquiry inspection instalment insurance invoice journey judgment labour landslide
lease lecture ledger levy licence lottery maintenance manager measurement memorial merger migration
mishap monopoly mortgage nuisance objection obligation offer outage overhaul parade parish partition
passage patent payroll pension permit petition pilot pledge plot precaution premium procession
profit proposal prosecution protest purchase quarrel quota ransom rebate receipt recipe recruit
referendum refund regatta regulation relic remedy rent repair replica reserve residue revenue rota
royalty rumour salary sample scaffold schedule scheme settlement shipment shortage signal skirmish
statute storm stoppage strike subsidy surplus survey tariff tender timetable toll trade tradition
treaty trench tribunal trust verdict vessel voyage wage warranty waste witness workshop wreck""".split()
_ADVERBS = """abruptly again briefly calmly carefully cheaply cheerfully clumsily deliberately eagerly
evenly formally gradually grudgingly hastily hurriedly jointly largely lavishly lately legally
locally loudly methodically neatly openly partly patiently politely privately promptly publicly
quietly reluctantly repeatedly secretly silently slowly smoothly solemnly steadily stubbornly
suddenly swiftly thoroughly twice visibly warily wholly""".split()
_BODIES = """archive assembly authority brewery bureau chamber chapter charity clinic college committee
consortium cooperative corporation council court fire-brigade foundation fund garrison guild
harbour-board heritage-society hospital inspectorate institute laboratory library mill-owners
ministry museum observatory orchestra parish planning-office police port-authority prefecture
railway regiment residents-association rowing-club school-board senate shipyard surveyors tannery
theatre transport-board tribunal union university water-board""".replace("-", "~").split()
_ROLES = """accountant agronomist apprentice archivist auditor baker beekeeper biologist bookkeeper bricklayer
builder cartographer chemist clerk cook dealer dentist diver docker doctor driver economist editor
electrician engineer farmer ferryman firefighter fisherman forester gardener geologist glazier guide
historian inspector interpreter joiner judge lawyer lecturer librarian mason mechanic midwife miller
miner musician nurse organist painter pharmacist physicist pilot plumber porter postman printer
ranger roofer sailor sculptor shepherd shopkeeper spokesman spokeswoman stationmaster surveyor
tailor teacher trustee vet warden weaver welder""".split()


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    doubled = {"equip": "equipped", "map": "mapped", "scrap": "scrapped", "transfer": """transferred"""}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return doubled.get(verb, f"{verb}ed")


_WORDS = {
    "first": "|".join(_FIRSTS),
    "second": "|".join(_SECONDS),
    "adjective": "|".join(_ADJECTIVES),
    "base": "|".join(_VERBS),
    "past": "|".join(map(_past, _VERBS)),
    "noun": "|".join(_NOUNS),
    "adverb": "|".join(_ADVERBS),
    "body": "|".join(_BODIES),
    "role": "|".join(_ROLES),
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "season": "spring|summer|autumn|winter",
}

_PHRASES = {
    "done": "{past}",
    "compound": "{first}{second}",
    "thing": """the {compound} | the {adjective} {compound} | the {adjective} {first}{second} | the
        {compound} of {place}""",
    "actor": """the {place} {body} | the {body} of {place} | the {adjective} {body} of {place} |
        {place}'s {body}""",
    "matter": """the {noun} | the {adjective} {noun} | the {noun} of {place} | the {noun} about the
        {compound} | a {noun}""",
    "someone": """the {role} | {person}, a {role} | a {role} from {place} | the {role} {person} | a
        {adjective} {role}""",
    "circ": """~before the end of {season} | ~after {noun} and {noun} | ~in spite of the {noun} |
        ~during the {noun} | ~with the help of {someone} | ~at the request of {actor} | ~to
        the surprise of {someone} | ~on {weekday} evening | ~beside the {compound} |
        ~because of the {adjective} {noun} | ~for the sake of the {noun} | ~under an old
        {noun}""",
    "met": """met on {weekday} | owns the {compound} | has its seat in {place} | was founded by
        {person} | likes a {noun} | lost its {noun} in the {season} | is led by {someone}""",
}

_FACTS = {
    "claimed": """{Actor} {done} {thing} in {place} | {Actor} has {done} {thing} near {place} |
        {Thing} at {place} was {done} by {actor} | {Actor} {done} {thing} beside the {rare}
        of {place}""",
    "asserted": """«{actor} {done} {thing}» in {place}{circ} | «{actor} has {done} {thing}», beside the
        {rare} | «{thing} in {place} was {done} by {actor}»{circ} | on {weekday} «{actor}
        {adverb} {done} {thing}»{circ} | «{actor}⟨, which {met},⟩ {done} {thing}»{circ} | in
        {place} «{thing} has been {done} by {actor}» | «the {rare} and {thing} were {done}»
        by {actor}{circ} | «people in {place} saw how {actor} {done} {thing}»""",
    "hedged": """«{actor} has {hedge} {done} {thing}» in {place} | «{thing} was {hedge} {done} by
        {actor}»{circ}""",
    "denied": """«{actor} has not {done} {thing}», whatever {place} believes | «{actor} denies that
        {thing} was {done}» | «nobody {done} {thing}», {actor} insists""",
    "questioned": """«it is unclear whether {actor} {done} {thing}» in {place} | «{someone} doubts that
        {thing} was {done}»""",
    "counted_claim": """How many {counted} in {place} were hit by the {noun} at {thing} | How many {counted}
        {thing} of {place} has | The number of {counted} at {thing} near {place}""",
    "counted_said": """«{thing} in {place} {adverb} took in {figure}»{circ} | «{figure} were counted at
        {thing}»{circ} | «{actor} counts {figure}» beside {thing} | the {noun} at {thing}
        «touched {figure}» in {place} | «{figure} in {place}» depend on {thing}{circ}""",
    "sized_claim": """The {measure} of {thing} in {place} | What is said of the {measure} of {thing},
        {place}""",
    "sized_said": """«the {measure} of {thing} comes to {figure}»{circ} | in {place} «{figure} was given
        as the {measure}» of {thing} | «{actor} puts the {measure} of {thing} at {figure}» |
        «{figure}⟨, as {someone} explains,⟩ is the {measure} of {thing}» in {place}""",
    "dated_claim": "When {actor} {done} {thing} in {place}|{Thing} in {place} was {done}: the day",
    "dated_said": """«{actor} {done} {thing} {when}»{circ} | {when} «{thing} was {done} by {actor}» |
        «{thing} was {done} {when}», to the relief of {place}""",
    "headline": """{Thing} {done} in {place} | {Actor} {done} {thing} | {Place}: {matter} and {thing} |
        {Actor} at odds over {matter} | {Matter} divides {place} | What {actor} wants with
        {thing}""",
    "counted": """households | workers | passengers | vessels | containers | visitors | pupils |
        lorries | sheep | tenants | volunteers | barrels | wagons | seedlings | bicycles |
        beds | jobs | signatures | voters | stalls""",
    "scope": """within the old town | full-time alone | without the islands | since the new year |
        the whole valley | adults""",
}

_ATTRIBUTIONS = {
    "said_by": """said {who} | {who} says | according to {who} | {who} told reporters | as {who} puts
        it | {who} confirms""",
    "said_by_two": "according to {who}|as {who} agree|{who} say",
    "passed_on": "{who} reported|according to {who}|as {who} wrote|the agency {who} has it",
    "described": """several sources in {place} | two people who know the {noun} | a {role} at {place} |
        documents from {place} | a {role} who saw the {noun} | minutes of the {noun} |
        people close to the {body} | an unnamed {role}""",
    "unsaid": "it was learnt in {place}|it is said in {place}|as has become known",
}

_FILLERS = {
    "filler": """{someone} {adverb} {past} {matter}{circ} | {matter} {adverb} {past} {thing}, and
        {someone} {past} it | in {place}, {matter} is still the talk of the {compound} |
        {someone} remembers {matter} and the {adjective} {noun} | “{Matter} is worth more
        than {thing},” {person} {past} with a smile, “and a {noun} is a {noun}” | whoever
        walks from {place} to the {compound} passes {thing} | {actor} keeps {matter} in the
        {compound} | the road to {place} was {past}{circ} | {matter} came up when {actor}
        {past} {matter} | for {someone}, {matter} was only the beginning | nothing was heard
        of {matter}{circ} | {actor} and {actor} share {thing}, a {noun} apart | there is
        talk of a {noun} to {base} {thing} | {thing} was built when {place} had a {noun} of
        its own | a {adjective} {noun} {past} the {compound}, {person} recalls | {someone}
        hopes to {base} {matter} by {season} | the {noun} that {actor} {past} has become
        {matter} | it took {someone} a {season} to {base} the {compound} | {thing} stands
        empty, its {noun} {past} and its {noun} {adverb} {past} | at the {compound},
        {someone} waits for {matter} | between {place} and {place} lies {thing}, which
        {someone} once {past} | {matter} will go to {actor}{circ} | neighbours speak of
        {matter}; {someone} speaks of {thing} | since {season}, {actor} has {adverb} {past}
        {matter}""",
    "remark": """The reports use the word {noun} for different things. | Here the {noun} of {place}
        is meant, not the {compound}. | The {role} is named in full further down. | What
        {actor} said was written down by {someone}. | The {noun} was corrected later; the
        wording is that of the first {noun}. | Nobody else mentions the {compound}.""",
    "reason": """Both had it from those who {past} the {noun}, and the {noun} agrees. | The {noun} is
        old and the {role} who {past} it is not named. | Too little is known of the {noun}
        at {place} to say more. | Papers of {actor} bear it out; the {compound} is named in
        them.""",
    "opening": """Reports agree on {matter} and part on {thing} in {place} | {Actor} and the {noun} at
        {thing} | What is known of {matter} in {place} | Who {past} {thing}, and who pays
        for {matter}""",
    "summed": """{number_of} newsrooms tell of {matter} in {place}; they part on {thing} and on the
        {noun} of {actor}.""",
}

ENGLISH = Tongue(
    "en",
    rules(_WORDS, _PHRASES, _FACTS, _ATTRIBUTIONS, _FILLERS),
    thousands=",",
    decimal=".",
    months=tuple(
        "January February March April May June July August September October November December".split()
    ),
    hedges=("reportedly", "probably", "apparently", "allegedly", "presumably", "possibly"),
)
