"""Our list of units, as tables: measures with their exact size, money, and nouns for what is counted."""

from __future__ import annotations

MEASURES = """
metre | length | [length] | m | metre metres meter meters mètre mètres metro metros
kilometre | length | 1000 * metre | km | kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros
centimetre | length | 0.01 * metre | cm | centimetre centimetres centimeter centimeters centimètre centimètres centímetro centímetros
millimetre | length | 0.001 * metre | mm | millimetre millimetres millimeter millimeters millimètre millimètres milímetro milímetros
micrometre | length | 0.000001 * metre | µm | micrometre micrometres micrometer micrometers micron microns
nanometre | length | 0.000000001 * metre | nm | nanometre nanometres nanometer nanometers
inch | length | 0.0254 * metre | in " | inch inches tum zoll pouce pouces pulgada pulgadas
foot | length | 0.3048 * metre | ft ' | foot feet fot fuß pied pieds
yard | length | 0.9144 * metre | yd | yard yards
mile | length | 1609.344 * metre | mi | mile miles meile meilen engelsk_mil engelska_mil milla millas mille_terrestre
nautical_mile | length | 1852 * metre | nmi NM | nautical_mile nautical_miles sea_mile sea_miles sjömil seemeile seemeilen mille_marin milles_marins
light_year | length | 9460730472580800 * metre | ly | light_year light_years light-year light-years ljusår lichtjahr lichtjahre
astronomical_unit | length | 149597870700 * metre | au AU | astronomical_unit astronomical_units
square_metre | area | metre ** 2 | m² m2 | square_metre square_metres square_meter square_meters sq_m sqm kvadratmeter quadratmeter mètre_carré mètres_carrés metro_cuadrado metros_cuadrados
square_kilometre | area | 1000000 * metre ** 2 | km² km2 | square_kilometre square_kilometres square_kilometer square_kilometers sq_km sqkm square_km kvadratkilometer quadratkilometer kilomètre_carré kilomètres_carrés kilómetro_cuadrado kilómetros_cuadrados
square_foot | area | 0.09290304 * metre ** 2 | ft² ft2 | square_foot square_feet sq_ft sqft
square_yard | area | 0.83612736 * metre ** 2 | yd² | square_yard square_yards sq_yd
square_mile | area | 2589988.110336 * metre ** 2 | mi² mi2 | square_mile square_miles sq_mi sq_mile sq_miles
hectare | area | 10000 * metre ** 2 | ha | hectare hectares hektar hectárea hectáreas
acre | area | 4046.8564224 * metre ** 2 | ac | acre acres
cubic_metre | volume | metre ** 3 | m³ m3 | cubic_metre cubic_metres cubic_meter cubic_meters kubikmeter mètre_cube mètres_cubes metro_cúbico metros_cúbicos
cubic_kilometre | volume | 1000000000 * metre ** 3 | km³ km3 | cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers cubic_km
cubic_foot | volume | 0.028316846592 * metre ** 3 | ft³ ft3 cf | cubic_foot cubic_feet cu_ft
barrel_per_day | oil flow | barrel / day | bpd b/d | barrels_per_day barrels_a_day barrel_per_day
litre | volume | 0.001 * metre ** 3 | l L | litre litres liter liters litern litro litros
millilitre | volume | 0.000001 * metre ** 3 | ml mL | millilitre millilitres milliliter milliliters
centilitre | volume | 0.00001 * metre ** 3 | cl cL | centilitre centilitres centiliter centiliters
megalitre | volume | 1000 * metre ** 3 | ML | megalitre megalitres megaliter megaliters
gallon | volume | 0.003785411784 * metre ** 3 | gal | gallon gallons us_gallon us_gallons
imperial_gallon | volume | 0.00454609 * metre ** 3 | | imperial_gallon imperial_gallons uk_gallon uk_gallons
barrel | volume | 0.158987294928 * metre ** 3 | bbl | barrel barrels barrel_of_oil barrels_of_oil fat_olja barrels_olja barril barriles baril barils
kilogram | mass | [mass] | kg | kilogram kilograms kilogramme kilogrammes kilo kilos kilogramm kilogramo kilogramos
gram | mass | 0.001 * kilogram | g | gram grams gramme grammes gramm gramo gramos
milligram | mass | 0.000001 * kilogram | mg | milligram milligrams milligramme milligrammes milligramm miligramo miligramos
microgram | mass | 0.000000001 * kilogram | µg mcg | microgram micrograms microgramme microgrammes
tonne | mass | 1000 * kilogram | t | tonne tonnes metric_ton metric_tons tonnen tonelada toneladas
kilotonne | mass | 1000000 * kilogram | kt | kilotonne kilotonnes
megatonne | mass | 1000000000 * kilogram | Mt | megatonne megatonnes
gigatonne | mass | 1000000000000 * kilogram | Gt | gigatonne gigatonnes gigaton gigatons
short_ton | mass | 907.18474 * kilogram | | ton tons short_ton short_tons us_ton us_tons
long_ton | mass | 1016.0469088 * kilogram | | long_ton long_tons imperial_ton imperial_tons
pound_mass | mass | 0.45359237 * kilogram | lb lbs | pound_weight pounds_weight lb lbs livre livres skålpund
ounce | mass | 0.028349523125 * kilogram | oz | ounce ounces
troy_ounce | mass | 0.0311034768 * kilogram | ozt | troy_ounce troy_ounces
stone | mass | 6.35029318 * kilogram | st | stone stones
second | duration | [time] | s | second seconds sec secs sekund sekunder sekunde sekunden seconde secondes segundo segundos
minute | duration | 60 * second | min | minute minutes mins minut minuter minuten minuto minutos
hour | duration | 3600 * second | h hr hrs | hour hours timme timmar stunde stunden heure heures hora horas time timer
day | duration | 86400 * second | d | day days dag dagar tag tage tagen jour jours día días dager dage dygn
week | duration | 604800 * second | wk | week weeks vecka veckor woche wochen semaine semaines semana semanas uke uker uge uger
millisecond | duration | 0.001 * second | ms | millisecond milliseconds
month | calendar | [calendar] | mo | month months månad månader monat monate monaten mois mes meses måned måneder
quarter | calendar | 3 * month | | quarter_year quarter_years
year | calendar | 12 * month | yr yrs | year years år jahr jahre jahren an ans année années año años
decade | calendar | 120 * month | | decade decades decennium decennier årtionde årtionden jahrzehnt jahrzehnte décennie décennies década décadas
century | calendar | 1200 * month | | century centuries sekel århundrade århundraden jahrhundert jahrhunderte siècle siècles siglo siglos
metre_per_second | speed | metre / second | m/s mps | metre_per_second metres_per_second meter_per_second meters_per_second
kilometre_per_hour | speed | 1000 * metre / hour | km/h kph kmh kmph | kilometre_per_hour kilometres_per_hour kilometer_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour km_an_hour km_per_hour kilometer_i_timmen stundenkilometer
mile_per_hour | speed | mile / hour | mph mi/h | mile_per_hour miles_per_hour miles_an_hour mile_an_hour
knot | speed | 1852 * metre / hour | kn | knot knots knop knoten nœud nœuds nudo nudos
kelvin | temperature | [temperature]; offset: 0 | K | kelvin kelvins
celsius | temperature | kelvin; offset: 273.15 | °C ℃ | celsius degree_celsius degrees_celsius degrees_centigrade centigrade grader_celsius grad_celsius degrés_celsius grados_celsius degrees_c
fahrenheit | temperature | 5 / 9 * kelvin; offset: 459.67 * 5 / 9 | °F ℉ | fahrenheit degree_fahrenheit degrees_fahrenheit degrees_f
joule | energy | [energy] | J | joule joules
kilojoule | energy | 1000 * joule | kJ | kilojoule kilojoules
megajoule | energy | 1000000 * joule | MJ | megajoule megajoules
gigajoule | energy | 1000000000 * joule | GJ | gigajoule gigajoules
terajoule | energy | 1000000000000 * joule | TJ | terajoule terajoules
watt_hour | energy | 3600 * joule | Wh | watt-hour watt-hours watt_hour watt_hours
kilowatt_hour | energy | 3600000 * joule | kWh | kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kilowattimme kilowattimmar kilowattstunde kilowattstunden
megawatt_hour | energy | 3600000000 * joule | MWh | megawatt-hour megawatt-hours megawatt_hour megawatt_hours megawattimme megawattimmar megawattstunde megawattstunden
gigawatt_hour | energy | 3600000000000 * joule | GWh | gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours gigawattimme gigawattimmar gigawattstunde gigawattstunden
terawatt_hour | energy | 3600000000000000 * joule | TWh | terawatt-hour terawatt-hours terawatt_hour terawatt_hours terawattimme terawattimmar terawattstunde terawattstunden
kilocalorie | energy | 4184 * joule | kcal Cal | kilocalorie kilocalories
watt | power | [power] | W | watt watts
kilowatt | power | 1000 * watt | kW | kilowatt kilowatts
megawatt | power | 1000000 * watt | MW | megawatt megawatts
gigawatt | power | 1000000000 * watt | GW | gigawatt gigawatts
terawatt | power | 1000000000000 * watt | TW | terawatt terawatts
horsepower | power | 745.69987158227022 * watt | hp bhp | horsepower
volt | voltage | [voltage] | V | volt volts
kilovolt | voltage | 1000 * volt | kV | kilovolt kilovolts
pascal | pressure | [pressure] | Pa | pascal pascals
hectopascal | pressure | 100 * pascal | hPa mbar | hectopascal hectopascals millibar millibars
kilopascal | pressure | 1000 * pascal | kPa | kilopascal kilopascals
bar | pressure | 100000 * pascal | | bar bars
hertz | frequency | [frequency] | Hz | hertz
kilohertz | frequency | 1000 * hertz | kHz | kilohertz
megahertz | frequency | 1000000 * hertz | MHz | megahertz
gigahertz | frequency | 1000000000 * hertz | GHz | gigahertz
bit | information | [information] | | bit bits
byte | information | 8 * bit | B | byte bytes
kilobyte | information | 8000 * bit | kB KB | kilobyte kilobytes
megabyte | information | 8000000 * bit | MB | megabyte megabytes
gigabyte | information | 8000000000 * bit | GB | gigabyte gigabytes
terabyte | information | 8000000000000 * bit | TB | terabyte terabytes
petabyte | information | 8000000000000000 * bit | PB | petabyte petabytes
megabit | information | 1000000 * bit | Mb Mbit | megabit megabits
gigabit | information | 1000000000 * bit | Gb Gbit | gigabit gigabits
decibel | loudness | [loudness] | dB | decibel decibels
percent | share | [share] | % | percent per_cent pct procent prozent pour_cent por_ciento prosent
per_mille | share | 0.1 * percent | ‰ | per_mille per_mil permille promille pour_mille
percentage_point | percentage points | [percentage_points] | pp ppt | percentage_point percentage_points procentenhet procentenheter prozentpunkt prozentpunkte prozentpunkten point_de_pourcentage points_de_pourcentage punto_porcentual puntos_porcentuales prosentpoeng procentpoint
basis_point | percentage points | 0.01 * percentage_point | bp bps | basis_point basis_points
point | index points | | | point points punkt punkter punkte punkten punto puntos poäng
"""  # noqa: E501 - a row of the table is a line
"""Unit, dimension, its size by pint's definitions, symbols (case counts), names (`_` for a space).

A gallon and a ton without an adjective are the US ones; a month is no number of days."""

AMBIGUOUS = {
    "pound pounds": "GBP or lb",
    "degree degrees °": "°C or °F",
    "kr krone kroner kroners": "SEK, NOK or DKK",
    "peso pesos": "MXN, ARS, CLP, COP or PHP",
    "franc francs": "CHF",
    "degrés grader grad grados": "°C or °F",
}
"""Names that more than one unit goes by, and what to write instead."""

METRIC_TON = {"sv": "ton", "no": "tonn ton", "da": "ton tons", "de": "tonne", "nl": "ton", "fr": "tonne"}
"""What a thousand kilograms are called where "ton" means nothing else."""

LOCAL_MILE = {"sv": "mil", "no": "mil"}
"""Ten kilometres."""

MONEY = """
USD | $ US$ USD$ | dollar dollars us_dollar us_dollars american_dollar american_dollars ドル
EUR | € | euro euros
GBP | £ UK£ | pound_sterling pounds_sterling sterling british_pound british_pounds quid
JPY | ¥ JP¥ | yen japanese_yen 円
CNY | CN¥ RMB | yuan renminbi chinese_yuan 元
SEK | | krona kronor swedish_krona swedish_kronor svenska_kronor svensk_krona
NOK | | norwegian_krone norwegian_kroner norske_kroner norska_kronor
DKK | | danish_krone danish_kroner danske_kroner danska_kronor
ISK | | icelandic_krona icelandic_kronur isländska_kronor
CHF | Fr. SFr | swiss_franc swiss_francs franken schweizer_franken
PLN | zł | zloty zlotys złoty złotych
CZK | Kč | czech_koruna koruna korunas
HUF | Ft | forint forints
RON | | romanian_leu romanian_lei
BGN | | lev leva bulgarian_lev
UAH | ₴ | hryvnia hryvnias hryvnya
RUB | ₽ | ruble rubles rouble roubles rubel rubler
TRY | ₺ | turkish_lira lira
ILS | ₪ NIS | shekel shekels
AED | | dirham dirhams uae_dirham uae_dirhams
SAR | | riyal riyals saudi_riyal saudi_riyals
IRR | | rial rials iranian_rial iranian_rials
INR | ₹ Rs | rupee rupees indian_rupee indian_rupees
PKR | | pakistani_rupee pakistani_rupees
BDT | ৳ | taka
KRW | ₩ | won south_korean_won
KPW | | north_korean_won
TWD | NT$ | taiwan_dollar taiwan_dollars new_taiwan_dollar new_taiwan_dollars
HKD | HK$ | hong_kong_dollar hong_kong_dollars
SGD | S$ | singapore_dollar singapore_dollars
AUD | A$ AU$ | australian_dollar australian_dollars
NZD | NZ$ | new_zealand_dollar new_zealand_dollars
CAD | C$ CA$ CDN$ | canadian_dollar canadian_dollars
MXN | MX$ | mexican_peso mexican_pesos
BRL | R$ | real reais brazilian_real brazilian_reais
ARS | AR$ | argentine_peso argentine_pesos
CLP | | chilean_peso chilean_pesos
COP | | colombian_peso colombian_pesos
ZAR | | rand south_african_rand
NGN | ₦ | naira
KES | KSh | kenyan_shilling kenyan_shillings
EGP | E£ | egyptian_pound egyptian_pounds
GHS | GH₵ | cedi cedis
THB | ฿ | baht
IDR | Rp | rupiah
MYR | RM | ringgit
PHP | ₱ | philippine_peso philippine_pesos
VND | ₫ | dong
BTC | ₿ | bitcoin bitcoins
"""
"""Code (ISO 4217), signs, names. Each is a dimension of its own: money never converts. `$` and "dollars" are USD."""

COUNTED = """
people person persons people människor personer personen menschen personnes personas gente mennesker 人 名 명
soldiers soldier soldiers troops soldat soldater soldaten soldats soldado soldados trupper truppen
men man men män männer hommes hombres
women woman women kvinnor frauen femmes mujeres
children child children kids barn kinder enfants niños
civilians civilian civilians civila zivilisten civils civiles
fighters fighter fighters militants militant
officers officer officers poliser polizisten policiers
police policeman policemen
personnel personnel staff_members
workers worker workers arbetare arbeiter
employees employee employees anställda angestellte mitarbeiter employés empleados
jobs job jobs arbetstillfällen arbeitsplätze emplois empleos
residents resident residents inhabitants inhabitant invånare einwohner habitants habitantes innbyggere
citizens citizen citizens medborgare
migrants migrant migrants
refugees refugee refugees flyktingar flüchtlinge réfugiés refugiados
prisoners prisoner prisoners fångar gefangene
hostages hostage hostages gisslan geiseln otages rehenes
protesters protester protesters protestors demonstrators demonstrator demonstranter demonstranten manifestants
voters voter voters väljare wähler électeurs votantes
votes vote votes röster stimmen voix votos
seats seat seats mandat sitze sièges escaños
members member members medlemmar mitglieder membres miembros
delegates delegate delegates
students student students studenter studenten étudiants estudiantes
pupils pupil pupils elever schüler élèves
teachers teacher teachers lärare lehrer
doctors doctor doctors läkare ärzte
nurses nurse nurses
patients patient patients patienter patienten
passengers passenger passengers passagerare passagiere passagers pasajeros
tourists tourist tourists visitors visitor besökare
customers customer customers kunder kunden clients
users user users användare nutzer utilisateurs usuarios
subscribers subscriber subscribers
households household households hushåll haushalte ménages hogares
families family families familjer familien familles familias
victims victim victims offer victimes víctimas
deaths death deaths dead fatalities fatality killed döda dödsfall tote todesfälle morts muertos
injured injured wounded injuries injury skadade verletzte blessés heridos
missing missing
casualties casualty casualties
cases case cases fall fälle casos
infections infection infections
doses dose doses
beds bed beds
homes home homes hem
houses house houses hus häuser maisons casas
apartments apartment apartments flats flat lägenheter wohnungen appartements
buildings building buildings byggnader gebäude bâtiments edificios
rooms room rooms
schools school schools skolor schulen écoles escuelas
hospitals hospital hospitals sjukhus krankenhäuser hôpitaux hospitales
vehicles vehicle vehicles fordon fahrzeuge véhicules vehículos
cars car cars bilar autos voitures coches
buses bus buses bussar busse
trucks truck trucks lorries lorry lastbilar
trains train trains tåg züge
flights flight flights departures departure flyg
aircraft aircraft planes plane aeroplanes airplanes flygplan flugzeuge avions aviones
helicopters helicopter helicopters
drones drone drones uav uavs drönare drohnen
missiles missile missiles robotar raketen misiles
rockets rocket rockets raketer
bombs bomb bombs
shells shell shells rounds
tanks tank tanks
ships ship ships vessels vessel fartyg schiffe navires barcos
boats boat boats båtar boote bateaux
weapons weapon weapons vapen waffen armes armas
attacks attack attacks strikes strike attacker angriffe attaques ataques
incidents incident incidents
crimes crime crimes
arrests arrest arrests
accidents accident accidents olyckor unfälle
fires fire fires
earthquakes earthquake earthquakes
companies company companies firms firm businesses business företag unternehmen entreprises empresas
stores store stores shops shop butiker
factories factory factories
countries country countries länder pays países
cities city cities towns town städer städte
villages village villages
stops stop stops
stations station stations
trees tree trees träd bäume
animals animal animals djur tiere
cattle cow cows cattle
birds bird birds
shares share shares aktier aktien
units unit units
items item items
goals goal goals mål tore
games game games matches match
times times gånger
pages page pages sidor seiten
documents document documents
"""
"""Nouns for what is counted, a line for each thing: its plural first. None converts into another."""
