"""How words are shelved: by how they begin, alike in all groups, so that a reader fetches one file for a word.

Pagefind looks for a word in the one chunk of each index between whose first and last word it stands. Here all indexes
of a site are cut at the same places, which depend on no index: so the chunks of one shelf lie in one file, and an
edit moves no other word.
"""

from __future__ import annotations

from bisect import bisect_right

ALIKE = 3
"""Letters by which a word is shelved. Pagefind looks for the chunk of a word as it was typed ("running"), not of its
stem; these it mostly has in common with it."""

ON_A_SHELF = 128
"""Entries of the site for each shelf there is, at the least: of an entry, the index has 350 bytes."""

FEWEST, MOST = 3, 10
"""Doublings: there are 8 shelves for words of Latin letters at the least, 1,024 at the most."""


def level_of(entries: int) -> int:
    """How finely the words of a site of so many entries are shelved: the same for most other numbers of entries."""
    level = FEWEST
    while level < MOST and entries > ON_A_SHELF << level:
        level += 1
    return level


def shelf_of(word: str, level: int) -> str:
    """The name of a word's shelf. Of a word of marks alone nothing is left in an index: that stands first."""
    first, second = ord(word[:1] or "\0"), ord(word[1:2] or "\0")
    if first < _LATIN:
        return f"a{bisect_right(_CUTS, word[:ALIKE]) >> MOST - level}"
    if first < _WITHOUT_LETTERS:
        return f"b{first:x}-{second >> MOST - level:x}"
    return f"c{first >> MOST - level:x}"


def bounds_of(shelf: str, level: int) -> tuple[str, str]:
    """From where to where a shelf's words stand; whatever is typed stands on one shelf alone. Of two texts that begin
    alike the shorter stands first, else the one with the lower code point (as in UTF-8, RFC 3629)."""
    kind, size = shelf[0], MOST - level
    if kind == "a":
        slots = range(int(shelf[1:]) << size, int(shelf[1:]) + 1 << size)
        start = _CUTS[slots.start - 1] if slots.start else ""
        return start, _before(_CUTS[slots.stop - 1]) if slots.stop <= len(_CUTS) else chr(_LATIN - 1) + _LAST
    numbers = [int(number, 16) for number in shelf[1:].split("-")]
    begin, end = numbers[-1] << size, (numbers[-1] + 1 << size) - 1
    lead = chr(numbers[0]) if kind == "b" else ""
    return lead + (_letter(begin) if begin else ""), lead + _letter(min(end, 0x10FFFF)) + _LAST


# --- Private ---

_LATIN = 0x80
"""Pagefind indexes Latin letters without their accents, but those that are letters of their own (ß, ø)."""

_WITHOUT_LETTERS = 0x2E80
"""From here on, Unicode has the scripts of which a character is a word or a syllable."""

_LAST = "\U0010ffff"


def _letter(code: int) -> str:
    """The character of a code point; of the surrogates, which are none, the last one before them."""
    return chr(0xD7FF if 0xD800 <= code <= 0xDFFF else code)


def _before(text: str) -> str:
    """The last text that stands before `text`, or nearly: nothing that anyone types stands between."""
    return text[:-1] + _letter(ord(text[-1]) - 1) + _LAST


# Where the words of news begin in 1,024 parts of their index that are equally long: in 383 reports in English (six
# tenths), 60 pages of the web in many languages, and the benchmark's briefs. What is common stands more than once.
_CUTS = tuple(
    """
00 031 091 0ub 10 10 101 111 130 150 180 199 1tg 20 20 202 202 202 203 210 246 280 2l2 30 30 30t 35i 3gr
40 40 422 4a0 4vb 50 500 560 5le 60 60 669 6p 70 700 7cf 7ya 80 82f 8k4 90 90 9g4 a0 a0 a0 a0 a0 a0 a0 a0
a0 a0 a0 abi abq abq ace ace ace ace acu ade ade adw afg afx afx age agg agg agg agu agu ais al3 alm alm
alm alp alt alw ami amy an0 an0 an0 ane ane ane ane ane ane ane ane ane ane anh ano anq anu anz apr apr
aps arg arg arg ari arn arp as9 as9 as9 as9 as9 as9 asl ast asu at1 at1 at1 at1 at1 at1 atv atv aut auu
awb b0 b5d bad bam bao bas bat bau be3 be3 be3 bed bed bef bef beg bej ben bep bes bet bev bih bin bix blg
bo bob bon bos bou bow bre brg brk brk brq bs bum but bux bux by2 by2 by2 by2 by2 by2 bze c0 cam cam can
cap cap car car cas cas cat cb0 cem ceo che che che che chj chj chr ci3 civ cle cli clp clx cob com com
con con con con con coo coo coo coo coo coo cop cos cos cos cov cov cov cov cov cre crh crl crs cuc cut cz
d0 dak dap das dau dau dav daz de5 deb ded def dem den deo des det deu dew die dig dis dit dit dkr dod dol
doq doz doz drb drn du7 duo dvc e0 e8c eas eb0 ede efg ela eln elt emb emr ene enh enq enu eqx ert est eus
evf evf exc exc exh exq exq eyg f0 fad fak fam fan faq fas fbt fee fem fet fi2 fim fio fio fis fis fis fit
flb flk flw fom fos fos fos fos fos fos fos fos fow fr5 frf frf frf frq frq frq frq frv fum fus fuw g0 ga4
gan gas gaw gb geo geu gfg giw glc go0 gol got got gp0 gre gre grg gru gub guz h0 ha1 haf haf ham ham hap
has has hat hat hat hat hat hau haw haw hcq hea hea heb heb hee hek hem hes hes hia hih hio hit hit hiz
hol hom hor hot how hox hox htn hun hx0 i0 i0 i0 ia1 idf if1 iia imb imr in2 in2 in2 in2 in2 in2 in2 in2
in2 in2 in2 in2 inb ind ind inf inh inp int int inu inu inu inx ip7 is5 is5 is5 is5 is5 is5 is5 ism isv
ita ita ita ita ita ita itk itt ivb j0 jad jar jas jec jg2 jod joo jt2 jup jut k0 k66 kat ked keo kie kim
klb knp knp kos kos kos kun l0 l8m lan lao las lat lau lav lav lay leb leb leb lee leo leu lic lih lil lio
lit liu ll3 lod loo los lou lq0 ly0 m0 m8t mae maj mal mam mao mao mao mas mas mas mat maz mc9 mec mec meh
men meq mes meu mid mim mim mir mir mit mit mod moo moo mor mos mos mos mot mot mow mrr mug mut mwr n0 n17
nam nan nan nau nbc neb neb neh new nex nex nex nex nhu nih nm2 no0 noo nos nos nou nou nou nou nou nou
nox ns0 nun nyh o0 ob4 obt oce of2 of2 of2 of2 of2 of2 of2 of2 of2 of2 of2 of2 of2 ofm ofm ofm oin ole olf
omn on1 on1 on1 on1 on1 onc onf ono op5 opr or3 or3 ore oru oss oti ous ouu ouu ouu ovh ovh owp p0 p98 paj
pap par pas pas pat pau pea pen pep pep pes pes pes phb phr pie pio plc plc plc plv pon pon pos pot pot
pot pp prh prh prh prh prm prr prr prr prr prr pt pum puu puu pz1 q0 qea qpq que qul quq quq quq quq quq
qw1 r0 rad rae rae rae raj ram rap rap rbi reb reb red red ree reh reh rem rem reo req req req req ret ret
ret rev rew rid rio riw rob rod roo rov rt6 rur ryf s0 s0 s0 s0 s0 s0 s0 s0 sae sak sak sak sak sak sak
sam san sao sau sax sb sb sb0 scf sco scs seb sed sed seg seg sem seo ses ses sew sg shd shi shi shl shr
shr sib sii sio sio siy sl slu smp so4 soe som son son sov sov spd spd sph spp spw std std std std std std
stg str str sts sts stw suc sug sui sur sus sus swl sz3 t0 t0 tae tal tam tas tas td0 tee tel tem ten tes
tet tey thb thb thb thb thb thb thb thb thg thg thg thg thg thg thg thg thg thg thg thg thg thg thg thg
thg thg thg thg thg thg thj thj thj thj thq thq tht tht tib tin tin tin tkn to4 to4 to4 to4 to4 to4 to4
to4 to4 to4 toe toh tom tom top top tos tov tox tre tre tre tre trj trj trv tua tus twk twr tx9 u0 u0a uf7
ulj un1 une unf unk unl unm unv up0 up0 upr urh us1 ush ush uu7 v0 v93 van van van vat vei ves vet vib vib
vib vib vib vid vif vio vj3 vou vv7 w0 wah wan was wat wat wat wat wat wat wat wav waz we4 we4 web wei wem
wem wes wes wes wet whe whe whi whi whi whi whm whm whq whq whq wi wim wim wip wip wis wiu wiu wiu wiu wiu
won wor wos wos wos wox wrl wrp wz4 x0 xd4 xnf xyy y0 yas yeb yeb yeb yk4 yow yow yq yzz z00 zen zj3 zpj
""".split()
)
