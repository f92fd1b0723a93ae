"""A small sound gazetteer, and folders made from it with single lines changed."""

from collections.abc import Mapping
from pathlib import Path

SOUND = {
    "people.csv": """\
id,name,family,country,aliases,native,wikidata
anna-northman,Anna Northman,Northman,NO,Anna B. Northman,,Q101
bo-nilsson,Bo Nilsson,Nilsson,NO,,,Q102
mori-jun,Mori Jun,Mori,JP,Jun Mori,,Q103
ito-ken,Ito Ken,Ito,JP,Ken Ito,伊藤健,
""",
    "offices.csv": """\
id,name,function,country,forms,weight,exclusive
foreign-minister,Foreign Minister,,,foreign minister;minister of foreign affairs,4,yes
prime-minister,Prime Minister,head-of-government,,prime minister;pm,5,yes
secretary-of-state,Secretary of State,foreign-minister,US,secretary of state,4,yes
ambassador,Ambassador,,,ambassador,,yes
adviser,Adviser,,,adviser,,
justice-minister,Justice Minister,,,justice minister;minister of justice;attorney general,,yes
""",
    "terms.csv": """\
person,office,country,to,start,end
anna-northman,foreign-minister,NO,,2005-10-17,2009-10-20
bo-nilsson,foreign-minister,NO,,2009-10-20,
mori-jun,ambassador,JP,NO,2001,2005
ito-ken,ambassador,JP,NO,2005,2008-03
""",
    "states.csv": """\
code,name,official,aliases,demonyms,people,capital,metonyms,leader,family_first
NO,Norway,Kingdom of Norway,,Norwegian,Norwegians,Oslo,,head-of-government,
JP,Japan,,,Japanese,Japanese,Tokyo,,head-of-government,yes
US,United States,United States of America,,American,Americans,Washington,Foggy Bottom,,
""",
    "organizations.csv": """\
id,name,kind,country,aliases,wikidata,function
int-european-union,European Union,intergovernmental,,EU,,
no-foreign-ministry,Norwegian Foreign Ministry,ministry,NO,,,foreign-ministry
""",
    "generic_bodies.csv": "form,kind,function,default\nforeign ministry,ministry,foreign-ministry,\n",
    "notbodies.csv": "name,aliases,kind\nOslo Forum,,forum\n",
    "venues.csv": """\
id,name,kind,country,within,latitude,longitude,aliases,geonames
no-norway,Norway,country,NO,,62,10,,3144096
no-oslo,Oslo,city,NO,no-norway,59.9,10.7,Christiania,3143244
""",
    "verbs.csv": """\
lemma,forms,type,plover,by,object,marks
meet,met,meeting,,,with,
attend,,meeting,,attend,with,
find,found,statement,,,about,
found,founded,cooperation,,,with,
lambast,,statement,ACCUSE,,about,
lambaste,,statement,ACCUSE,,about,
""",
    "nouns.csv": "noun,type\nshell,military\ntour,visit\ntours,cooperation\n",
    "words.csv": "word,class\ndeputy,modifier\ncourt,court\njudge,court\nfind,finding\n",
    "classes.csv": """\
class,holds,what
modifier,form,before a title
court,form,who judges
finding,lemma,what courts do
""",
    "kinds.csv": """\
rule,subject,object,type
attend,,is:ceremony,ceremony
attend,court;PERSON,trial,politics
attend,,noun;wreath,noun
attend,,-,other
""",
    "short_names.csv": "form,country,sort,within\nNorth,NO,state,JP\n",
    "spellings.csv": "country,pattern,spelling\nNO,aa,å\n",
    "native_names.csv": "name,native\nNorway,Норвегия\n",
    "cow.csv": "code,cow,start,end\nNO,385,1905-06-07,\n",
}


def write(folder: Path, tables: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def changed(folder: Path, table: str, old: str, new: str) -> Path:
    """The sound tables with one piece of text replaced; a blank `old` adds lines at the end."""
    text = SOUND[table]
    assert old in text
    return write(folder, SOUND | {table: text.replace(old, new, 1) if old else text + new})
