"""Third-person and relative pronouns: who fits, and who of them is most in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import roles, salience, things
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, SUBJECTS, Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
GROUP = frozenset({"their", "they", "them", "theirs", "themselves"})

LEXICON = lexicons.load("coreference")
MINDED, EMPTY = (frozenset(LEXICON[key].split()) for key in ("minded", "empty"))
AGENTS = frozenset(LEXICON["nouns"]["agents"].split())


def resolve(walk: Walk, index: int) -> None:
    """Resolve the pronoun at token `index`, if one referent stands out."""
    word = walk.text.lower[index]
    chosen: Referent | None = None
    if word in MALE or word in FEMALE:
        chosen = personal(walk, index, "male" if word in MALE else "female")
    elif word in NEUTER:
        chosen = neuter(walk, index)
    elif word in GROUP:
        chosen = group(walk, index)
    elif word in RELATIVE:
        chosen = relative(walk, index)
    if chosen is not None:
        walk.add(chosen, index, index, "pronoun")
        if chosen.origin >= 0:
            walk.stands[index] = chosen.origin


def personal(walk: Walk, index: int, wanted: str) -> Referent | None:
    """He and she: of the people in view."""
    text = walk.text
    judged = walk.at.get(text.judged(index) or -1)
    if judged is not None and judged.type == "PERSON" and (not judged.genders or wanted in judged.genders):
        return judged
    client = spoken_for(walk, index)
    if client is not None and (not client.genders or wanted in client.genders):
        return client
    commanded, speaker = text.commanded(index), quoting(walk, index)
    fitting = [
        person
        for person in walk.people.values()
        if (not person.genders or wanted in person.genders)
        and person.number not in commanded
        and person is not speaker
        and not ruled_out(text, index, person)
    ]
    topic = spoken_about(walk) if speaker is not None else None
    if topic in fitting and text.sentence[index] - walk.spoke_at < 2:
        return topic
    if not any(person.sentence == text.sentence[index] for person in fitting if person.number is not None):
        ahead = announced(walk, index, wanted)
        if ahead is not None:
            return ahead
    if wanted == "female" and any(person.genders and person.sentence == text.sentence[index] for person in fitting):
        fitting = [person for person in fitting if person.genders]  # where a woman is named, she is it
    if wanted == "male" and (state := personified(walk, index, fitting)):
        return state
    best = salience.most_likely(walk, index, fitting, wanted)
    if best is not None and best.number is not None and not best.genders and not text.quoted[index]:
        best.genders.add(wanted)
    return best


def quoting(walk: Walk, index: int) -> Referent | None:
    """Who says the quotation that the pronoun stands in, where a name before it tells: they are "I" in it.

    Words that are quoted within the reporter's own sentence keep its "he": Reed would not "throw away his vote".
    """
    text, sentence = walk.text, walk.spoke_at
    if not text.quoted[index] or walk.spoke_by != "name" or text.sentence[index] - sentence > SPEECHES:
        return None
    spoken = text.article.sentences[sentence]
    if text.paragraph[index] != text.paragraph[spoken.start] or not any(text.quoted[spoken.start : spoken.end + 2]):
        return None
    first = index
    while first > spoken.start and text.quoted[first - 1]:
        first -= 1
    reporter = salience.reporter(text, index)
    whole = text.words[first][:1].isupper() and (reporter is None or not text.quoted[reporter])
    return walk.last_speaker if whole else None


def spoken_about(walk: Walk) -> Referent | None:
    """ "Reed said of Ann Lee: …": whom the last speaker is said to speak of."""
    text = walk.text
    for child in text.children.get(walk.spoke_verb, ()):
        if text.deps[child] == "prep" and text.lower[child] in {"of", "about"}:
            return next((walk.at[noun] for noun in text.children.get(child, ()) if noun in walk.at), None)
    return None


SPEECHES = 3  # sentences that a quotation may go on for


def spoken_for(walk: Walk, index: int) -> Referent | None:
    """Whom a lawyer or a spokesman speaks for, who tells of "him": "Her lawyer said she would appeal"."""
    text = walk.text
    verb = text.verb(index)
    says = text.heads[verb]
    if text.deps[index] not in SUBJECTS or text.deps[verb] != "ccomp" or text.lemmas[says] not in SPEECH:
        return None
    speaker = text.subject_of(says)
    if speaker is None or speaker in text.names or text.lower[speaker] not in AGENTS:
        return None
    owner = next((child for child in text.children.get(speaker, ()) if text.deps[child] == "poss"), None)
    found = walk.at.get(owner) if owner is not None else None
    return found if found is not None and found.type == "PERSON" else None


def personified(walk: Walk, index: int, fitting: list[Referent]) -> Referent | None:
    """A country as "he", as translated news has it: subject of the sentence before, and nobody spoken of for long."""
    text = walk.text
    if text.deps[index] not in SUBJECTS or any(text.sentence[index] - person.sentence < 4 for person in fitting):
        return None
    for state in reversed(walk.bodies.values()):
        near = text.sentence[index] - state.sentence == 1 and state.paragraph == text.paragraph[index]
        if near and state.role >= 1.0 and state.type == "GPE" and state.number is not None:
            return state if walk.text.entities[state.number].country else None
    return None


def ruled_out(text: Text, index: int, referent: Referent) -> bool:
    """Whether syntax forbids it: two arguments of one verb are two people unless the pronoun is reflexive."""
    if referent.sentence != text.sentence[index]:
        return False
    if text.tags[index] == "PRP$":
        head = text.heads[index]
        return any(text.heads[other] == head and text.deps[other] in {"appos", "conj"} for other in referent.heads)
    if text.lower[index].endswith("self"):
        subject = text.subject_of(text.verb(index))
        return subject is not None and subject not in referent.heads
    verb = text.verb(index)
    if text.deps[index] in SUBJECTS:
        return any(
            (text.verb(other) == verb and text.deps[other] != "poss" and not fronted(text, other, verb))
            or controlled(text, other, verb)
            for other in referent.heads
        )
    governor = subject_of(text, verb)
    return governor in referent.heads or any(text.heads[other] == verb for other in referent.heads)


def subject_of(text: Text, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it is an adjunct to where it has none of its own: "called to say"."""
    found = text.subject_of(verb)
    for _ in range(3):
        if found is not None or text.deps[verb] not in {"advcl", "xcomp", "acl"}:
            break
        verb = text.heads[verb]
        found = text.subject_of(verb)
    return found


def fronted(text: Text, other: int, verb: int) -> bool:
    """An adjunct before the subject ("According to X, he …") is no fellow argument."""
    return text.deps[other] == "pobj" and other < verb


def controlled(text: Text, other: int, verb: int) -> bool:
    """ "Campaigning against Romney, he …": the participle's subject is the pronoun, so what it governs is another."""
    lower = text.verb(other)
    if lower == verb or text.deps[lower] not in {"advcl", "xcomp"} or text.heads[lower] != verb:
        return False
    own = any(text.deps[child] in SUBJECTS for child in text.children.get(lower, ()))
    return not own and text.deps[other] in {"dobj", "pobj", "dative"}


def announced(walk: Walk, index: int, wanted: str) -> Referent | None:
    """ "In his speech, Obama said": the subject of the main clause, named after a pronoun that leads up to it."""
    text = walk.text
    verb = text.verb(index)
    if text.quoted[index]:
        return None
    for _ in range(5):
        subject = text.subject_of(verb)
        if (
            subject is not None
            and subject > index
            and subject in text.names
            and text.sentence[subject] == text.sentence[index]
        ):
            referent = walk.referents[text.names[subject][0]]
            if referent.type == "PERSON" and (not referent.genders or wanted in referent.genders):
                return referent
            return None
        above = text.heads[verb]
        if above == verb or (text.deps[verb] in APART and (text.subject_of(above) or 0) > index):
            return None
        verb = above
    return None


APART = frozenset({"ccomp", "parataxis", "conj"})  # "He is ill, Obama said" is about another


def neuter(walk: Walk, index: int) -> Referent | None:
    """It and its: of the things in view; never the empty "it"."""
    text = walk.text
    if text.deps[index] == "expl" or text.quoted[index]:
        return None
    if text.lower[index] == "it" and (text.deps[index] not in SUBJECTS or empty(text, index)):
        return None
    return thing(walk, index, plural=False)


def group(walk: Walk, index: int) -> Referent | None:
    """They and their: the body or the people in view; "them" may be anybody."""
    return None if walk.text.quoted[index] or walk.text.lower[index] == "them" else thing(walk, index, plural=True)


def thing(walk: Walk, index: int, plural: bool) -> Referent | None:
    """The body that the pronoun stands for; where it stands for something unnamed the walk takes that down."""
    head = things.antecedent(walk, index, plural)
    found = things.named(walk, head)
    if found is None and head is not None:
        walk.stands[index] = walk.stands.get(head, head)
    return found


def empty(text: Text, index: int) -> bool:
    """ "It is clear that", "it will take": no thing is meant."""
    head = text.heads[index]
    if any(text.deps[child] == "acomp" and text.lower[child] in MINDED for child in text.children.get(head, ())):
        return False
    if text.lemmas[head] in EMPTY:
        return True
    return any(
        text.deps[child] in {"csubj", "ccomp"}
        for child in text.children.get(head, ())
        if text.lemmas[head] not in SPEECH
    )


def relative(walk: Walk, index: int) -> Referent | None:
    """Who, whose, which: what the clause is hung on, by name or not."""
    text = walk.text
    verb = text.verb(index)
    for _ in range(4):
        if text.deps[verb] == "relcl":
            return hung_on(walk, index, text.heads[verb])
        if text.heads[verb] == verb:
            return None
        verb = text.heads[verb]
    return None


def office(text: Text, noun: int) -> int:
    """ "The nominee for president, who …": the holder, not what the bare noun says is held or sought."""
    above = text.heads[text.heads[noun]]
    bare = text.deps[noun] == "pobj" and not any(text.deps[c] in {"det", "poss"} for c in text.children.get(noun, ()))
    return above if bare and text.tags[noun] == "NN" and text.lower[above] in roles.persons() else noun


def holder(walk: Walk, noun: int) -> int:
    """The person or people whose phrase a name stands in, else the name: bodies are no "who"."""
    text = walk.text
    above = noun
    for _ in range(3):
        above = text.heads[text.heads[above]] if text.deps[above] == "pobj" else above
        if text.tags[above] in {"NNS", "NNPS"} or above in walk.predicates:
            return above  # "an expert on law at Yale who …"
    return noun


def nearest(text: Text, index: int, above: int) -> int:
    """The last noun before the token that belongs to the phrase of the other."""
    for noun in range(index - 1, max(above, index - 5), -1):
        if text.tags[noun] in {"NNS", "NNPS", "NN", "NNP"} and text.under(noun, above):
            return noun
    return above


def named_after(walk: Walk, index: int, noun: int) -> Referent | None:
    """ "The city's MP, Ann Lee, who …": the name in apposition to the noun, between it and the pronoun."""
    text = walk.text
    for child in text.children.get(noun, ()):
        if noun < child < index and text.deps[child] == "appos" and child in text.names:
            return walk.referents[text.names[child][0]]
    return None


def hung_on(walk: Walk, index: int, noun: int) -> Referent | None:
    """The bearer of the noun that a relative clause is hung on; a common noun or several names are taken down."""
    text = walk.text
    beside = text.names_at(index - 2) if text.words[index - 1] == "," else None
    if text.lower[index] == "which" and beside is not None and text.lemmas[text.heads[index]] in SPEECH:
        body = walk.referents[beside]
        return body if body.type in {"ORG", "GPE"} else None  # "a bill levied by the Union, which contended"
    noun = office(text, noun)
    referent = walk.at.get(noun) or named_after(walk, index, noun)
    person = text.lower[index] in {"who", "whom"}
    if person and referent is None and text.tags[noun] == "NN" and text.lower[noun] not in roles.persons():
        noun = nearest(text, index, noun)  # "a magnet for tourists, who …"
        referent = walk.at.get(noun)
    if person and referent is not None and referent.type not in {"PERSON", "NORP"}:
        noun = holder(walk, noun)  # "Democrats on Capitol Hill, who …"
        referent = walk.at.get(noun)
    several = things.several(text, noun)
    if referent is None or referent.number is None or (several and text.deps[noun] != "conj"):
        thing = text.tags[noun] in {"NN", "CD"} and not (text.lower[noun] in roles.persons() or several)
        if (person and not text.inside[noun] and not thing) or several:
            walk.stands[index] = noun  # no "camera" and no number is "who"
        return None
    if referent.type in {"NORP", "ORG", "GPE"} and (person or text.lower[index] == "whose"):
        return referent if referent.type != "GPE" or text.lower[index] == "whose" else None
    return referent if text.lower[index] == "whose" or (referent.type == "PERSON") == person else None
