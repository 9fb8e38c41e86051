"""Names of countries and what belongs to them, so that “Ukraine's military” and “the Ukrainian military” are one."""

from __future__ import annotations

_ROWS = """
ukraine ukrainian ukrainians ukrainsk ukrainska ukrainas kyiv
russia russian russians ryssland rysk ryska rysslands moscow moskva kremlin
usa us u.s american americans america amerikansk amerikanska usas washington
uk britain british britons u.k storbritannien brittisk brittiska london
france french frankrike fransk franska
germany german germans tyskland tysk tyska
sweden swedish swedes sverige svensk svenska
norway norwegian norwegians norge norsk norska
denmark danish danes danmark dansk danska
finland finnish finns finsk finska
netherlands dutch nederländerna nederländsk nederländska
spain spanish spaniards spanien spansk spanska
italy italian italians italien italiensk italienska
poland polish poles polen polsk polska
turkey turkish turks türkiye turkiet turkisk turkiska
greece greek greeks grekland grekisk grekiska
switzerland swiss schweiz schweizisk
ireland irish irland irländsk
scotland scottish scots skottland skotsk
wales welsh
china chinese kina kinesisk kinesiska beijing
japan japanese japansk japanska
korea korean koreans koreansk koreanska
dprk north-korean pyongyang nordkorea nordkoreansk nordkoreanska nordkoreas
sydkorea sydkoreansk sydkoreanska seoul
india indian indians indien indisk indiska
pakistan pakistani pakistanis pakistansk
israel israeli israelis israelisk israeliska
palestine palestinian palestinians palestinsk palestinska
iran iranian iranians iransk iranska tehran
iraq iraqi iraqis irak irakisk irakiska
syria syrian syrians syrien syrisk syriska
lebanon lebanese libanon libanesisk
egypt egyptian egyptians egypten egyptisk
saudi saudis riyadh
canada canadian canadians kanada kanadensisk
mexico mexican mexicans mexiko mexikansk
brazil brazilian brazilians brasilien brasiliansk
argentina argentine argentinian argentinsk
australia australian australians australien australisk
europe european europeans europa europeisk europeiska eu
africa african africans afrika afrikansk
belarus belarusian belarusians vitryssland
hungary hungarian hungarians ungern ungersk
czech czechs czechia tjeckien tjeckisk
austria austrian austrians österrike österrikisk
belgium belgian belgians belgien belgisk
romania romanian romanians rumänien rumänsk
"""

PLACE: dict[str, str] = {name: row.split()[0] for row in _ROWS.strip().splitlines() for name in row.split()}
"""What each name in lower case belongs to."""
