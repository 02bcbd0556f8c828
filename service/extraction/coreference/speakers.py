"""The first person inside a quotation is its speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from spacy.tokens import Token

from service import lexicons
from service.extraction.annotations import Entity, Mention, Statement
from service.extraction.article import Article
from service.extraction.records import record

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"ORG", "GPE", "NORP"})
NOUNS = lexicons.load("coreference")["nouns"]
VOICES, PLAYERS, WIDER, STATES = (frozenset(NOUNS[key].split()) for key in ("voices", "players", "wider", "states"))


@record
class Known:
    """What the article tells of speakers, by ids.

    `served`: person → the body they work for, and how many mentions of it make their "we" the body's.  `relatives`:
    person and noun → who is that to them.
    """

    served: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    relatives: Mapping[tuple[str, str], str] = field(default_factory=dict)


MOST_BODIES = 300  # that are looked for in a speaker's description


def find(
    article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...], known: Known
) -> dict[str, list[Mention]]:
    """Mentions of the first person by entity id: "I" of a person, "we" of a body or of whom a person speaks for; of two
    quotations the inner."""
    kinds = {entity.id: entity.type for entity in entities}
    spoken_for = serving(entities, known.served) | bodies(entities)
    found: dict[str, list[Mention]] = {}
    seen: set[int] = set()
    for statement in sorted(statements, key=length):
        speaker = statement.source.entity if statement.source else None
        if speaker is None or speaker not in kinds or statement.type == "indirect":
            continue
        wanted = SINGULAR if kinds[speaker] == "PERSON" else PLURAL if kinds[speaker] in BODIES else frozenset()
        for span in statement.content.spans:
            for token in article.tokens(span.start, span.end):
                if token.tag_ not in {"PRP", "PRP$"} or token.idx in seen or token.lower_ not in SINGULAR | PLURAL:
                    continue
                seen.add(token.idx)
                meant = speaker if token.lower_ in wanted else spoken_for.get(speaker)
                if token.tag_ == "PRP$" and token.head.lower_ in WIDER:
                    meant = None if token.lower_ in PLURAL else meant
                if meant is not None and (token.lower_ in wanted or token.lower_ in PLURAL):
                    mention = Mention(token.idx, token.idx + len(token), token.text, "pronoun")
                    found.setdefault(meant, []).append(mention)
                if token.lower_ == "my" and (relative := known.relatives.get((speaker, token.head.lower_))):
                    found.setdefault(relative, []).append(phrase(article, token, token.head))
    return found


def phrase(article: Article, first: Token, head: Token) -> Mention:
    """ "My wife", "my younger son": from the pronoun to its noun."""
    end = head.idx + len(head)
    return Mention(first.idx, end, article.text[first.idx : end], "nominal")


def bodies(entities: tuple[Entity, ...]) -> dict[str, str]:
    """For every person who speaks for a body by trade ("Airbus spokesman", "coach of Chile") that body's id."""
    known = [entity for entity in entities if entity.type in {"ORG", "GPE"}][:MOST_BODIES]
    found = {}
    for person in entities:
        words = (person.description or "").casefold().replace("’s", "").replace("'s", "").split()
        plays = bool(PLAYERS.intersection(words))
        if person.type != "PERSON" or not (plays or VOICES.intersection(words)):
            continue
        phrase = f" {' '.join(words)} "
        named = [body for body in known if (plays or body.type == "ORG") and f" {body.name.casefold()} " in phrase]
        if named:
            found[person.id] = max(named, key=lambda body: len(body.name)).id
    return found


def serving(entities: tuple[Entity, ...], served: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """For everybody who works for a body of which the article tells enough that body's id.

    Who leads a body that is but named beside them is heard as an expert, and may say "we" of everybody.
    """
    by_id = {entity.id: entity for entity in entities}
    return {
        person: body
        for person, (body, least) in served.items()
        if len(by_id[body].mentions) >= least and (least == 1 or by_id[body].name.casefold() not in STATES)
    }


def length(statement: Statement) -> int:
    """How many characters the statement's content has."""
    return sum(span.end - span.start for span in statement.content.spans)
