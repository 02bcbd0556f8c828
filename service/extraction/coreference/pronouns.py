"""Third-person pronouns by salience (Lappin and Leass 1994), with agreement and binding, left out where it is a near tie."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from service.extraction import syntax
from service.extraction.annotations import Entity, Mention
from service.extraction.article import Article
from service.extraction.coreference import gender

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
SINGULAR = MALE | FEMALE
MARGIN = 1.15
DECAY = 0.5
FAINT = 8.0


@dataclass(slots=True)
class Candidate:
    """A person as a possible antecedent: how salient now, where last mentioned."""

    entity: Entity
    genders: set[str] = field(default_factory=set)
    salience: float = 0.0
    sentence: int = -1
    heads: list[Token] = field(default_factory=list)


def find(article: Article, entities: tuple[Entity, ...]) -> dict[str, list[Mention]]:
    """Pronoun mentions by entity id."""
    persons = [entity for entity in entities if entity.type == "PERSON"]
    mentions = sorted(
        ((article.index(mention.end - 1), mention, number) for number, entity in enumerate(persons) for mention in entity.mentions),
        key=lambda item: item[0],
    )
    candidates = [Candidate(entity, known_gender(article, entity)) for entity in persons]
    alive: list[Candidate] = []
    found: dict[str, list[Mention]] = {}
    position, sentence = 0, -1
    for token in article.doc:
        now = article.sentence_of[token.i]
        if now != sentence:
            alive = faded(alive, now - sentence)
            sentence = now
        while position < len(mentions) and mentions[position][0] <= token.i:
            raise_salience(alive, candidates[mentions[position][2]], article.doc[mentions[position][0]], sentence)
            position += 1
        if token.lower_ in SINGULAR and token.tag_ in {"PRP", "PRP$"}:
            chosen = antecedent(token, alive, sentence)
            if chosen:
                end = token.idx + len(token)
                found.setdefault(chosen.entity.id, []).append(Mention(token.idx, end, token.text, "pronoun"))
                chosen.genders |= {"male" if token.lower_ in MALE else "female"} if not chosen.genders else set()
                raise_salience(alive, chosen, token, sentence)
    return found


def known_gender(article: Article, entity: Entity) -> set[str]:
    told = set()
    for mention in entity.mentions:
        index = article.index(mention.start)
        before = article.doc[index - 1].lower_.rstrip(".") if index else ""
        if gender.words().get(before):
            told.add(gender.words()[before])
    by_name = gender.of_name(entity.name)
    return told or ({by_name} if by_name else set())


def faded(alive: list[Candidate], sentences: int) -> list[Candidate]:
    for candidate in alive:
        candidate.salience *= DECAY**sentences
    return [candidate for candidate in alive if candidate.salience > FAINT]


def raise_salience(alive: list[Candidate], candidate: Candidate, token: Token, sentence: int) -> None:
    if candidate.sentence != sentence:
        candidate.sentence, candidate.heads = sentence, []
    if all(candidate is not other for other in alive):
        alive.append(candidate)
    candidate.heads.append(token)
    weight = 100.0 + {"nsubj": 80, "nsubjpass": 70, "dobj": 50, "dative": 40, "pobj": 40, "poss": 20}.get(token.dep_, 30)
    candidate.salience = max(candidate.salience, weight) + 0.2 * min(candidate.salience, weight)


def antecedent(pronoun: Token, alive: list[Candidate], sentence: int) -> Candidate | None:
    wanted = "male" if pronoun.lower_ in MALE else "female"
    fitting = [c for c in alive if (not c.genders or wanted in c.genders) and not bound(pronoun, c, sentence)]
    if not fitting:
        return None
    ranked = sorted(fitting, key=lambda c: -c.salience)
    if len(ranked) > 1 and ranked[0].salience < MARGIN * ranked[1].salience:
        return None
    return ranked[0]


def bound(pronoun: Token, candidate: Candidate, sentence: int) -> bool:
    """Whether the syntax rules the candidate out: an object pronoun is not the subject of its own clause."""
    if candidate.sentence != sentence or pronoun.tag_ == "PRP$" or pronoun.lower_.endswith("self"):
        return False
    verb = syntax.clause_verb(pronoun)
    return any(syntax.clause_verb(head) == verb and head.dep_ != "poss" for head in candidate.heads)
