"""Where somebody doubts or denies a claim: "cast doubt on the claim that", "the charges, which she denies".

Nothing here knows what the finders have made of it; `settled` puts the two together.  A doubt is a phrase of the
lexicon with a claim behind it, evidence that somebody did not find, a relative clause of denial, a plea.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from service import lexicons
from service.extraction.records import record
from service.extraction.statements import cues
from service.extraction.statements.clauses import Range, up_to_remark
from service.extraction.statements.constructions import group
from service.extraction.statements.hearers import can_hear
from service.extraction.statements.subjects import subject_of
from service.extraction.statements.tree import Tree

RELATIVES = frozenset({"which", "that"})
BETWEEN = frozenset({"RB", "JJ", "DT", "RBR", "JJR"})  # "cast [further] doubt on", "pushed back [hard] on"
MOST_BETWEEN = 2  # tokens between the words of a phrase
MOST_BEHIND = 4  # tokens behind the verb of a relative clause that denies: "which he strongly denies", "denied in May"
FARTHEST = 12  # tokens from the end of the verb's phrase to the noun
NONE = frozenset({"no", "little", "any", "not", "scant"})
SEEING = frozenset({"find", "see", "have", "offer", "uncover", "unearth", "produce"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})
EXCLUDED = frozenset({"dobj", "xcomp", "pcomp", "ccomp", "pobj", "npadvmod"})
OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})


@record
class Words:
    """The lexicon: sets of lemmas, and the doubting phrases' further words by their verb."""

    claims: frozenset[str]
    rejected: frozenset[str]
    making: frozenset[str]
    examining: frozenset[str]
    support: frozenset[str]
    denying: frozenset[str]
    excluding: frozenset[str]
    doubting: dict[str, list[list[str]]]


@cache
def lexicon() -> Words:
    data = lexicons.load("doubts")
    doubting: dict[str, list[list[str]]] = {}
    for phrase in sorted(data["doubting"], key=len, reverse=True):
        verb, *more = phrase.split()
        doubting.setdefault(verb, []).append(more)
    names = ("claims", "rejected", "making", "examining", "support", "denying")
    sets = {name: frozenset(data[name].split()) for name in names}
    return Words(doubting=doubting, excluding=frozenset(data["excluding"]), **sets)


@record
class Doubt:
    """A claim that is doubted: the verb, its tokens, the claim's noun and its phrase's range.

    `relative` says that the doubt is told in a relative clause about the claim.
    """

    verb: int
    cue: list[int]
    lemma: str
    noun: int
    phrase: Range
    relative: bool = False


def doubts(tree: Tree) -> Iterator[Doubt]:
    """Every doubt in the article."""
    for verb in range(tree.size):
        if tree.tag[verb][0] != "V" or tree.dep[verb] in {"aux", "auxpass", "amod"}:
            continue
        lemma = tree.lemma[verb].lower()
        found = rejection(tree, verb) if lemma in lexicon().doubting else None
        if found is None and lemma in lexicon().denying and tree.dep[verb] == "relcl":
            found = denied(tree, verb)
        if lemma == "plead":
            found = plea(tree, verb)
        if found is None and lemma in SEEING:
            found = without_support(tree, verb)
        if found is not None:
            yield found


def rejection(tree: Tree, verb: int) -> Doubt | None:
    """A doubting phrase with its claim, or with anything that it rules out."""
    for more in lexicon().doubting[tree.lemma[verb].lower()]:
        last = phrasal(tree, verb, more)
        if last is None:
            continue
        lemma = " ".join([tree.lemma[verb].lower(), *more])
        noun = claimed(tree, verb, last)
        if noun is None and lemma in lexicon().excluding:
            noun = excluded(tree, verb, last)
        if noun is not None and not cues.names_object(tree, verb):
            return Doubt(verb, [*group(tree, verb), *range(verb, last + 1)], lemma, noun, extent(tree, noun))
    return None


def excluded(tree: Tree, verb: int, last: int) -> int | None:
    """What somebody rules out, who can speak: "ruled out arson", "will not rule out standing again"; not a fracture."""
    what = next((k for k in tree.kids[verb] if k > last and tree.dep[k] in EXCLUDED), None)
    if what is not None and tree.dep[what] == "npadvmod" and tree.left[what] != last + 1:
        return None
    who = subject_of(tree, verb)[0]
    if what is None or who is None or not can_hear(tree, who) or tree.child(verb, "nsubjpass") is not None:
        return None
    return None if tree.tag[what] == "PRP" or tree.ent[what] == "PERSON" else what


def denied(tree: Tree, verb: int) -> Doubt | None:
    """What a relative clause denies: "the charges, which she denies", "a claim that the firm disputes"."""
    known = lexicon().claims | lexicon().rejected
    noun, pronoun, who = tree.head[verb], tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    if who is None or who > verb or tree.right[verb] > verb + MOST_BEHIND or tree.tag[noun] == "PRP":
        return None
    bare = pronoun is None and tree.left[verb] == tree.left[who] and tree.lemma[noun].lower() in known
    if not bare and (pronoun is None or pronoun > who or tree.lower[pronoun] not in RELATIVES):
        return None
    phrase = up_to_clause(tree, noun, who if pronoun is None else pronoun)
    return Doubt(verb, group(tree, verb), tree.lemma[verb], noun, phrase, relative=True)


def plea(tree: Tree, verb: int) -> Doubt | None:
    """ "Pleaded not guilty to two counts of theft"."""
    if tree.lower[verb + 1 : verb + 3] != ["not", "guilty"]:
        return None
    guilty, cue = verb + 2, [k for k in group(tree, verb) if k <= verb]
    to = next((k for k in tree.children(verb, "prep") if k == guilty + 1 and tree.lower[k] == "to"), guilty)
    return Doubt(verb, cue, "plead", guilty, (verb + 1, max(tree.right[guilty], tree.right[to])))


def up_to_clause(tree: Tree, noun: int, clause: int) -> Range:
    """The noun's phrase up to the relative clause."""
    last = clause - 1
    while last > noun and tree.words[last] in {",", "(", "–", "—", "-", "--"}:
        last -= 1
    return tree.left[noun], last


def phrasal(tree: Tree, verb: int, more: list[str]) -> int | None:
    """The last token of the phrase that begins with the verb, if its further words follow."""
    at = verb
    for word in more:
        for _ in range(MOST_BETWEEN + 1):
            at += 1
            if at >= tree.size or tree.lower[at] == word or tree.tag[at] not in BETWEEN:
                break
        if at >= tree.size or tree.lower[at] != word:
            return None
    return at


def claimed(tree: Tree, verb: int, last: int) -> int | None:
    """The claim's noun: its phrase begins right behind the verb's, or it is the subject of the passive."""
    subject = tree.child(verb, "nsubjpass")
    if subject is not None:
        return subject if is_claim(tree, subject) else None
    for noun in range(last + 1, min(last + FARTHEST, tree.size)):
        if is_claim(tree, noun) and tree.left[noun] <= last + 1 and tree.dep[noun] in OBJECTS:
            return noun
        if tree.is_verb(noun) or tree.tag[noun] in {"IN", "MD"} or tree.words[noun] in {",", ".", ";"}:
            return None
    return None


def is_claim(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma[noun].lower()
    if not tree.is_noun(noun):
        return False
    return lemma in lexicon().claims or lemma in lexicon().rejected and said_by(tree, noun) is not None


def said_by(tree: Tree, noun: int) -> int | None:
    """The clause that tells what the noun holds, "the claim | that it rained", or the phrase: "talk | of a strike"."""
    for kid in tree.kids[noun]:
        if kid > noun and (tree.dep[kid] in CLAUSES and is_content(tree, kid) or tree.dep[kid] == "prep"):
            return kid
    return None


def is_content(tree: Tree, verb: int) -> bool:
    """Whether the clause behind a noun begins with a "that" which is not its subject, or with nothing."""
    first = tree.left[verb]
    if tree.dep[verb] == "ccomp":
        return True
    return tree.lower[first] in {"that", "whether"} and tree.dep[first] == "mark"


def extent(tree: Tree, noun: int) -> Range:
    """The noun's phrase, without a remark behind a comma, and with a "that" clause hung on the verb above."""
    first, last = tree.left[noun], up_to_remark(tree, noun)
    if last == noun and last + 2 < tree.size and tree.lower[last + 1] == "that":
        clause = tree.child(tree.head[noun], "ccomp")
        last = tree.right[clause] if clause is not None and tree.left[clause] == last + 1 else last
    return first, last


def without_support(tree: Tree, verb: int) -> Doubt | None:
    """ "Found no evidence to support the allegation that …", "saw no merit in the claim that …"."""
    evidence = tree.child(verb, "dobj")
    if evidence is None or evidence < verb or tree.lemma[evidence].lower() not in lexicon().support:
        return None
    if not any(tree.lower[k] in NONE for k in (*tree.kids[evidence], *tree.kids[verb])):
        return None
    for noun in range(evidence + 1, min(evidence + FARTHEST, tree.right[evidence] + 1)):
        if is_claim(tree, noun) and tree.dep[noun] in OBJECTS:
            first = tree.left[noun]
            lemma = f"{tree.lemma[verb]} no {tree.lemma[evidence].lower()}"
            return Doubt(verb, [*group(tree, verb), *range(verb, first)], lemma, noun, extent(tree, noun))
    return None
