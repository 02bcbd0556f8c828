"""How much somebody is in view at a pronoun: a log-linear ranking of all who may be meant.

Every candidate has traits (where it was last mentioned and how, who spoke, what governs what), every trait a weight;
the sum, normalised over the candidates, is the probability that the pronoun stands for it (a mention-ranking model as
in Denis and Baldridge 2008).  The weights are learnt without annotated coreference, from what the pronoun itself tells:
of two candidates of different gender the right one agrees with it (Charniak and Elsner 2009).
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, SUBJECTS, Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

AWAY = ("0", "1", "2", "3", "4", "4", "6", "6", "6")
COUNTS = ("0", "1", "2", "3", "3", "5", "5", "5", "8", "8", "8", "8", "8", "8", "8")
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "relcl", "acl"})


WEIGHTS: dict[str, float] = lexicons.load("salience")["weights"]
UNTOLD = {
    "male": log(0.72),
    "female": log(0.28),
}  # of people whose gender the text does not tell most are men, in the news
SURE, CLEAR = 0.5, log(1.2)


def most_likely(
    walk: Walk, index: int, fitting: list[Referent], wanted: str | None, sure: float = SURE
) -> Referent | None:
    """Whom the pronoun stands for, of those whose gender allows it; None where nobody is likely enough."""
    if not fitting:
        return None
    pronoun = Pronoun(walk.text, index)
    untold = UNTOLD[wanted] if wanted else 0.0
    best, most, second, total = None, -99.0, -99.0, exp(WEIGHTS["none"] + untold)
    for referent in fitting:
        value = sum(WEIGHTS.get(trait, 0.0) for trait in traits(walk, pronoun, referent))
        if not referent.genders:
            value += untold
        total += exp(value)
        if value > most:
            best, most, second = referent, value, most
        else:
            second = max(second, value)
    return best if exp(most) >= sure * total and most - second >= CLEAR else None


class Pronoun:
    """What the traits of all candidates for one pronoun share."""

    __slots__ = ("head", "index", "kind", "owner", "quoted", "reporter", "says", "starts", "subjects")

    def __init__(self, text: Text, index: int) -> None:
        self.index = index
        subject = text.deps[index] in SUBJECTS
        self.kind = "poss" if text.tags[index] == "PRP$" else "subj" if subject else "obj"
        self.quoted = bool(text.quoted[index])
        self.head = text.heads[index]
        self.says = subject and text.lemmas[self.head] in SPEECH and not self.quoted
        self.starts = opens_paragraph(text, index)
        self.reporter = reporter(text, index)
        self.owner = hung_from(text, index)
        self.subjects = governors(text, index)


def traits(walk: Walk, pronoun: Pronoun, referent: Referent) -> list[str]:
    """The names of the traits that hold."""
    text, index, kind = walk.text, pronoun.index, pronoun.kind
    away = text.away(index, referent.sentence)
    near = AWAY[away] if away < len(AWAY) else "9"
    quoted = "quoted" if pronoun.quoted else "told"
    same = "same" if away == 0 else "earlier"
    found = [
        f"away {near} {kind}",
        f"{same} {referent.place} {kind}",
        f"{quoted} {referent.voice}",
        f"count {COUNTS[referent.count] if referent.count < len(COUNTS) else '15'}",
        f"{same} {referent.form}",
    ]
    if away and text.paragraph[index] != referent.paragraph:
        found.append("paragraph, pronoun opens" if pronoun.starts else "paragraph")
    if referent.number is None:
        found.append("unnamed")
    if referent is walk.latest:
        found.append(f"latest {quoted}")
    for rank, governor in enumerate(pronoun.subjects):
        if governor in referent.heads:
            found.append(f"governs {min(rank, 2)} {kind}")
            break
    if pronoun.owner in referent.heads:
        found.append("owner")
    if pronoun.says:
        if away == 0 and any(text.tags[other] != "PRP" and text.in_content(other, index) for other in referent.heads):
            found.append("in what is said")
        if referent.quoted:
            found.append(f"in what is quoted {near}")
        if walk.last_speaker is referent and away <= 3:
            still = walk.subject is referent or walk.spoke_at >= walk.last_subject
            found.append("speaks on" if still else "spoke last")
    elif is_reporter(text, pronoun.reporter, referent):
        found.append(f"reporter {quoted}")
    elif pronoun.reporter is not None:
        found.append(f"not reporter {quoted}")
    elif pronoun.quoted and referent is walk.last_speaker and referent.spoke:
        found.append(f"quotation before {near}")
    return found


def opens_paragraph(text: Text, index: int) -> bool:
    return index < 3 or "\n" in text.words[index - 1] or "\n" in text.words[index - 2]


def is_reporter(text: Text, reporter: int | None, referent: Referent) -> bool:
    """Whether the referent says what the pronoun stands in, also where it is named behind it."""
    if reporter is None:
        return False
    return reporter in referent.heads or (reporter in text.names and text.names[reporter][0] == referent.number)


def governors(text: Text, index: int) -> list[int]:
    """The subjects of the pronoun's clause and of those above it, inmost first, the pronoun itself left out."""
    found: list[int] = []
    verb = text.verb(index)
    for _ in range(4):
        subject = text.subject_of(verb)
        if subject is not None and subject != index and subject not in found:
            found.append(subject)
        above = text.verb(verb)
        if above == verb or text.deps[verb] not in CLAUSES:
            break
        verb = above
    return found


def hung_from(text: Text, index: int) -> int | None:
    """ "Trump's appearance, in which he …": the owner of what the relative clause is hung on."""
    verb = text.verb(index)
    for _ in range(3):
        if text.deps[verb] == "relcl":
            return next(
                (child for child in text.children.get(text.heads[verb], ()) if text.deps[child] == "poss"), None
            )
        if text.deps[verb] not in {"ccomp", "xcomp", "conj"}:
            return None
        verb = text.heads[verb]
    return None


def reporter(text: Text, index: int) -> int | None:
    """The subject of the verb of speech in whose content the token stands."""
    verb = text.verb(index)
    for _ in range(6):
        if text.deps[verb] in {"ccomp", "xcomp"} and text.lemmas[text.heads[verb]] in SPEECH:
            return text.subject_of(text.heads[verb])
        above = text.verb(verb)
        if above == verb:
            return None
        verb = above
    return None
