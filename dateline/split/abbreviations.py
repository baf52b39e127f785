"""Words whose full stop is not always the end of a sentence, as English news writes them."""

from __future__ import annotations


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


BEFORE_NAMES = _words(
    """
    mr mrs ms messrs mx dr prof rev revd fr msgr hon sr sra mme mlle st ste mt ft pt
    gen lt col maj capt cmdr cdr cpt comdr adm vadm radm brig brg sgt cpl pvt pfc spc sp spec ens cmd
    sen sens rep reps gov govs lt.gov pres vice sec secy amb asst assoc atty ald del supt det insp const
    ayat hojjatoleslam sheik shk eng engr ing op cit vs v viz al cf
    """
)
"""Titles and the like: a name follows, so the sentence goes on."""

BEFORE_NUMBERS = _words(
    """
    no nos nr art arts sec secs ch chap fig figs vol vols p pp pg para para par
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""The sentence goes on where a figure follows."""

INSIDE_OR_END = _words(
    """
    inc corp co cos ltd llc plc bros jr sr esq ph.d m.d etc e.g i.e approx est dept intl int'l natl nat'l govt gov't
    assn ave blvd rd hwy bldg hq u.s u.n u.k e.u u.s.a u.s.s.r d.c n.y l.a a.m p.m r.i n.h n.j n.m n.c s.c n.d s.d w.va
    p.r min gen maj no nos
    """
)
"""Either inside a sentence or at its end: the next word decides."""

WITH_CAPITAL = _words(
    """
    ont que alta sask mon tue tues wed thu thur thurs fri sat sun
    jan feb mar apr jun jul aug sep sept oct nov dec dem rep ft div univ
    """
)
"""The same, but only when written with a capital, as are states: provinces, days, months ("sat." is a word as well)."""

STARTERS = _words(
    """
    the a an this that these those he she it they we you his her its their our my your there here
    but and or nor so yet for in on at by with from under over into during after before since until till as if when
    while although though because unless whereas once despite amid among between against without within through
    throughout
    however meanwhile moreover furthermore nevertheless nonetheless still instead also additionally
    earlier later last next now then today yesterday tomorrow recently previously
    some many most several few both all each every another other such one two three no not only even just
    who what where why how which whether asked speaking according to what's it's that's there's he's she's they're we're
    i'm i've i'd i'll it'll he'd she'd they'd we'd we've they've don't let's
    more about nearly around at least early late
    """
)
"""Words that usually begin a sentence when they stand with a capital after such an abbreviation."""

SPEECH = _words(
    """
    said says asked asks told tells wrote writes tweeted added adds replied answered exclaimed shouted declared
    wondered yelled chanted cried demanded insisted quipped joked recalled announced remarked posted concluded
    """
)
"""Verbs that close a quotation ("“Is it over?” Amina Diallo asked.")."""
