"""Names that no list knows: the words beside them tell what they are the names of, and where they begin and end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
Case = tuple[str, str, str | None]

PLACES: list[Case] = [
    # a part of it
    ("Rebels raided a barracks in northern Ostravia at dawn.", "Ostravia", "GPE"),
    ("Floods hit southern Kelmar on Sunday, officials said.", "Kelmar", "GPE"),
    ("Two miners died in eastern Brundova.", "Brundova", "GPE"),
    ("The northern Swedish town was cut off.", "Swedish", "NORP"),
    # whose seat it is
    ("The Tolvik-based firm makes doors.", "Tolvik", "GPE"),
    ("A Marrowby-based charity paid for it.", "Marrowby", "GPE"),
    ("The Oldhaven-headquartered insurer declined to comment.", "Oldhaven", "GPE"),
    # where somebody of an age is from
    ("Gail Torrance, 41, of Wexley, was fined.", "Wexley", "GPE"),
    ("Police charged Ivan Petrie, 58, of Dunmore.", "Dunmore", "GPE"),
    ("Amy Stroud, 29, of Corvane, won the prize.", "Corvane", "GPE"),
    ("Amy Stroud, 29, of Halden Bank, won the prize.", "Halden Bank", "ORG"),
    # beside it
    ("A tree fell on a van near Ashwick at noon.", "Ashwick", "GPE"),
    ("A lorry overturned outside Thornleigh on Monday.", "Thornleigh", "GPE"),
    ("He lives in Port Ansley with his wife.", "Port Ansley", "GPE"),
    ("A crowd gathered outside Parliament.", "Parliament", "ORG"),
    # behind a street
    ("Rita Colm, of Tarn Road, Oldmere, denied theft.", "Oldmere", "GPE"),
    # a state whose people are named
    ("Zeltova closed the border. A Zeltovan envoy left. Zeltova said nothing.", "Zeltova", "GPE"),
    ("Zeltova closed the border. A Zeltovan envoy left. Zeltova said nothing.", "Zeltovan", "NORP"),
]

BODIES: list[Case] = [
    # what is bought
    ("Verdane acquired Boksel for $3 million.", "Boksel", "ORG"),
    ("The takeover of Plovik fell through.", "Plovik", "ORG"),
    ("A merger with Tarnow Mills was rejected.", "Tarnow Mills", "ORG"),
    ("He acquired Spanish in Madrid.", "Spanish", "NORP"),
    # rivals
    ("It agreed to buy Dutch rival Kartex for 9 million euros.", "Kartex", "ORG"),
    ("She left the carmaker Velano in May.", "Velano", "ORG"),
    # ends of firms' names, and the first word alone
    ("Norvex Therapeutics sells pills. Norvex fell 3%. The chief of Norvex resigned.", "Norvex Therapeutics", "ORG"),
    ("Belmar Foods cut 40 jobs. Belmar said it was sorry.", "Belmar Foods", "ORG"),
    # an officer's office
    ("Records of the Marlow County Sheriff's Office were lost.", "Marlow County Sheriff's Office", "ORG"),
    # a short form in brackets
    ("It signed a deal with the Northern Vaccine Trust (NVT). NVT will pay.", "Northern Vaccine Trust", "ORG"),
]

SPORT = (
    "Hallgate Town beat Millbrook Rovers 3-2 in the league on Sunday. The striker scored two goals after half-time. "
    "The manager praised the goalkeeper. It was the third defeat of the season for the club. They lost 1-0 to "
    "fourth-tier Corby Dale in the cup. The team travel to leaders Brantock next weekend."
)
SIDES: list[Case] = [
    (SPORT, "Hallgate Town", "ORG"),
    (SPORT, "Corby Dale", "ORG"),
    (SPORT, "Brantock", "ORG"),
]

THINGS: list[Case] = [
    ("He knew that the drug, Alomir, had killed nine patients.", "Alomir", "PRODUCT"),
    ("It sells its malaria vaccine, Denzora, in Kenya.", "Denzora", "PRODUCT"),
    ("Doctors gave her a painkiller, Tromal, on Monday.", "Tromal", "PRODUCT"),
    # roads have a number, steps have none that is a name
    ("Two cars crashed on Route 9 at noon.", "Route 9", "FAC"),
    ("The patients are in Ward 4.", "Ward 4", "FAC"),
    ("A Phase 3 trial ended in May.", "Phase 3", None),
    ("Firefighters put out a blaze at a vacant house.", "Firefighters", None),
    # what stands before a name
    ("Det Sgt Liam Corrie called it mean.", "Liam Corrie", "PERSON"),
    ("Driver Anil Kumar Rao was held on Friday.", "Anil Kumar Rao", "PERSON"),
    ("Neighbouring Ostrel Islands sent a ship.", "Ostrel Islands", "LOC"),
]


@pytest.mark.parametrize(("text", "name", "kind"), PLACES + BODIES + SIDES + THINGS)
def test_unknown_name(extract: Extract, text: str, name: str, kind: str | None) -> None:
    """The name has the type, or is none where that is None."""
    found = {mention.text: entity.type for entity in extract(text).entities for mention in entity.mentions}
    assert found.get(name) == kind
