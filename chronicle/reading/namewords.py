"""Words that tell what a line at the head of a text is: the name of a person, of a body, of a journal, or none.

They are about the page and not about what the entries tell, whose words are in the reference tables.
"""

# Last or first words of the names of bodies that write, print or keep chronologies.
BODIES = frozenset(
    "academy agency archive archives association branch bureau center centers centre centres college commission"
    " committee company congress corporation council department directorate division embassy foundation forum fund"
    " group initiative institut institute institutes institution laboratory lab library ministry mission museum network"
    " office offices parliament program programme programmes project school secretariat section senate service services"
    " society union universities university".split()
)
# What such bodies work on and how they go on; a person is called by none of them.
_FIELDS = frozenset(
    "affairs analyses analysis asian defence defense development diplomacy economic economics education energy finance"
    " government history peace policy political politics research science security social strategic"
    " strategy studies trade".split()
)
# Bodies of states, beside which statesmen are named more often than authors.
OF_STATES = frozenset(
    "agency commission committee congress council embassy government ministry mission office parliament secretariat"
    " senate service services".split()
)
ROLES = frozenset(
    "adjunct adviser advisor analyst assistant associate candidate columnist consultant contributor coordinator"
    " correspondent correspondents director editor editors emeritus expert fellow freelance independent intern"
    " journalist junior lecturer manager professor reporter reporters scholar senior specialist staff student"
    " visiting writers".split()
)
_OFFICES = frozenset("ambassador chair chairman deputy minister officer president secretary vice member".split())
# Last words of the names of what appears again and again.
PERIODICALS = frozenset(
    "bulletin chronicle chronicles courier digest gazette herald journal letter magazine monthly newsletter newspaper"
    " notes observer post quarterly review star survey times tribune weekly yearbook".split()
)
_MEDIA = frozenset(
    "agencies associated broadcasting comment desk france internet media news newsroom online presse press radio report"
    " reports stories team television tracker website wire wires".split()
)
# Words of headings, of the parts of sites and of the compass: capitalised as names are.
_OF_PAGES = frozenset(
    "a about abstract affair agreement all an and annex annual appendix are article articles at background biennial"
    " bilateral border brief briefing by central chapter chronologies chronology closed conflict contact contents"
    " conventions crisis dates days developments dispute document documents download east eastern edition email"
    " events facts factsheet figure for foreign from full general global guide home how in index inside"
    " international introduction is island islands issue its key last latest login logout main menu middle minute"
    " monthly more my national negotiations new next no north northern not nuclear number of official on one open our"
    " overview paper papers part photo pictures previous print profile program programme public published quarter"
    " quarterly recent region regional relations republic resources review search sea section selected series"
    " sessions share sheet site source sources south southern special state states street strait summary summit"
    " table talks the their this timeline timelines to top topics treaties treaty triannual two united updated"
    " view visits volume war way west western what when where who why with world year years your".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november"
    " december summer autumn winter spring".split()
)
NO_PERSON = BODIES | _FIELDS | ROLES | _OFFICES | PERIODICALS | _MEDIA | _OF_PAGES | _DAYS
# What stands in the name of no side of a relation: states, peoples, regions and unions are sides.
_SIDES = frozenset(
    "a all central east eastern island islands middle new north northern republic south southern state states"
    " strait the union united west western world".split()
)
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
# Parts of `e-mail`, `follow-up`, `co-chair`, and what meetings are counted by.
_OF_COMPOUNDS = frozenset("e mail up co session".split())
NO_SIDE = NO_PERSON - _SIDES | _ORDINALS | _OF_COMPOUNDS
HONORIFICS = frozenset("adm amb capt col dr gen hon lady lord lt mr mrs ms prof professor rev sir".split())
PARTICLES = frozenset("al ap bin binti d da de del della den der di dos du e el ibn la le san ter van von y zu".split())
SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
