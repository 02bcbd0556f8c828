"""Somebody told of before being named: "A retired judge was shot …  Ann Lee, 71, who …" — news names people late.

Where a person of the lede's is named after it, by the same role or as a new name that opens a paragraph with an aside
behind it, all that stood for the unnamed is theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.extraction.coreference import epithets
from service.extraction.coreference.phrases import INDEFINITE, determined, left, restricted, right
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, SUBJECTS

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

LEDE = 3  # sentences, the headline's included
REACH = 8  # sentences until the name
ARGUMENTS = frozenset({*SUBJECTS, "dobj", "poss", "pobj", "ROOT"})


def introduce(walk: Walk, referent: Referent, index: int) -> None:
    """Remember an unnamed person of the lede, and the phrase."""
    text = walk.text
    if text.sentence[index] >= LEDE or text.quoted[index] or text.deps[index] not in ARGUMENTS or len(walk.unknown) > 8:
        return
    determiner = determined(text, index)
    if determiner in {None, "the", *INDEFINITE}:
        walk.unknown.append(referent)
        referent.waiting.append((left(text, index), index, right(text, index), "nominal"))


def identify(walk: Walk, index: int) -> None:
    """At the first mention of a name: whether its bearer is one of the unnamed, and all mentions of theirs if so."""
    text = walk.text
    person = walk.at[index]
    named = text.entities[person.number or 0].name
    if person.type != "PERSON" or person.count or not walk.unknown or len(named.split()) < 2:
        return
    for unnamed in walk.unknown:
        away = text.sentence[index] - text.sentence[unnamed.origin]
        apart = unnamed.genders and person.genders and not unnamed.genders & person.genders
        if apart or not 0 < away <= REACH:
            continue
        if text.lower[unnamed.origin] in person.roles or opens(walk, index, unnamed):
            walk.unknown.remove(unnamed)
            walk.rename(unnamed, person)
            return


def named_as(walk: Walk, index: int) -> None:
    """ "The victim was named as Ann Lee": the subject of the verb is her."""
    text = walk.text
    verb = text.heads[text.heads[index]]
    if text.deps[index] != "pobj" or text.lower[text.heads[index]] != "as" or text.lemmas[verb] not in NAMING:
        return
    subject = text.subject_of(verb)
    person = walk.at[index]
    if subject is None or text.deps[subject] != "nsubjpass" or person.type != "PERSON" or text.tags[subject] != "NN":
        return
    unnamed = walk.at.get(subject)
    if unnamed is None or unnamed.number is None:
        settle(walk, unnamed, person, subject)


NAMING = frozenset({"name", "identify"})


def taken_up(walk: Walk, index: int) -> None:
    """ "A banker told a jury he was ill.  Taking the stand, Tom Reed said": a participle's doer was spoken of."""
    text = walk.text
    person, unnamed, verb = walk.at[index], walk.subject, text.heads[index]
    sentence = text.sentence[index]
    if unnamed is None or unnamed.number is not None or unnamed.sentence != sentence - 1 or person.type != "PERSON":
        return
    start = text.article.sentences[sentence].start
    start += "\n" in text.words[start]
    fresh = not person.roles and len(text.entities[person.number or 0].name.split()) > 1
    apart = unnamed.genders and person.genders and not unnamed.genders & person.genders
    opened = text.tags[start] == "VBG" and text.deps[start] == "advcl" and text.heads[start] == verb
    if fresh and opened and not apart and text.deps[index] == "nsubj" and not text.quoted[index]:
        settle(walk, unnamed, person, unnamed.origin)


def settle(walk: Walk, unnamed: Referent | None, person: Referent, head: int) -> None:
    """What stood for the unnamed is the person's, the phrase that brought them in first of all."""
    if unnamed is None or all(noun != head for _, noun, _, _ in unnamed.waiting):
        walk.record(person, left(walk.text, head), head, "nominal", right(walk.text, head))
        walk.at[head] = person
    if unnamed is not None:
        walk.unknown = [other for other in walk.unknown if other is not unnamed]
        walk.rename(unnamed, person)


def opens(walk: Walk, index: int, unnamed: Referent) -> bool:
    """ "Ann Lee, 71, was …" at a paragraph's start, with no role of her own and no speech: whom the lede spoke of."""
    text = walk.text
    first, behind = text.first[index], index + 1
    if first < 2 or "\n" not in text.words[first - 1] or text.deps[index] not in SUBJECTS:
        return False
    if walk.at[index].roles or text.lemmas[text.heads[index]] in SPEECH:
        return False
    if text.words[behind : behind + 1] != [","] and not unnamed.roles & (epithets.CHARGED | epithets.VICTIM):
        return False  # a name is given so bluntly only where it is waited for
    dep, verb = text.deps[unnamed.origin], text.heads[unnamed.origin]
    main = text.deps[verb] == "ROOT" and unnamed is walk.unknown[0] and bool(unnamed.roles & epithets.CHARGED)
    one = dep in {*SUBJECTS, "dobj"} and (len(walk.unknown) == 1 or main)
    indefinite = determined(text, unnamed.origin) in INDEFINITE
    return one and (indefinite or restricted(text, unnamed.origin)) and text.story[text.sentence[index]] <= REACH // 2
