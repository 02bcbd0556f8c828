"""The publication date as the date of an event: where tense and aspect support it, and for nothing else.

What news reports without a date happened on the day of the report where it is the news itself.  What only says which
person or thing is meant (restrictive relative clauses, participles after a noun, "the Pope's visit"), what is given as
the time, cause or subject of something else ("since the invasion", "before the vote"), what holds in general (the
present after the head of the article) and what goes on with history is not dated: in EventTime's articles that day is
right for one in seven of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from service import lexicons
from service.extraction.annotations import DateBasis, Dating, is_day
from service.extraction.article import Article
from service.extraction.events.bounds import shifted
from service.extraction.events.dating import RECENTLY, Calendar
from service.extraction.events.given import is_given
from service.extraction.events.modality import Reality
from service.extraction.events.reported import Reports
from service.extraction.events.setting import is_past
from service.extraction.events.telling import Dated
from service.extraction.governors import PLANNING
from service.extraction.search import places as places_of

REACTING = frozenset(lexicons.load("cues")["verbs"])
MINDS = frozenset(lexicons.load("event_nouns")["states_of_mind"])
LASTING = frozenset([*lexicons.load("event_nouns")["gestures"], *lexicons.load("event_nouns")["possession"]])
PRO_FORMS = frozenset({"it", "this", "that", "so", "same"})
FAR = 8  # sentences from the last that told of a recent day: so far off, that day is right for 8 of 39 pasts
CONJUNCTS = 8  # verbs of one clause that are climbed over to the first
ASIDE = frozenset({"in", "of", "at", "for", "from", "by", "to", "without", "about"})  # not "before leaving"
CLOSING = 2  # tokens that may stand behind a question mark: quotation marks, a line end
PIECE = 4  # tokens at most of a piece of a dateline
GOING_ON = 3  # sentences that go on with what one tells of long ago
NEWS = 3  # sentences, with the headline, in which the present tells what is new
FRESH = 4  # … and the present perfect: "has agreed"; further down it tells what has come about by then


class Default:
    """Whether the publication date is an event's."""

    def __init__(self, calendar: Calendar, title: int, reports: Reports) -> None:
        """`title` is the number of tokens of the headline."""
        self.calendar = calendar
        self.title = title
        self.reports = reports
        self.tree = calendar.tree
        self.sentence_of = calendar.article.sentence_of
        self.places = places(calendar.article)
        self.births = list(places_of(self.tree.lowers, "born")) if "born" in self.tree.vocabulary else []
        self.old = sorted(self.sentence_of[verb] for verb in calendar.governed if self.is_old(verb))

    def of(self, trigger: int, reality: Reality) -> Dated | None:
        day, published = self.calendar.day, self.calendar.published
        if (
            self.calendar.is_refused(trigger)
            or day is None
            or reality.modality != "asserted"
            or reality.tense not in {"past", "present"}
        ):
            return None
        if self.calendar.is_background(trigger) and not self.is_news(trigger):
            return None
        reported = self.is_headline(trigger)
        if (is_given(self.tree, trigger) and not reported) or self.is_general(trigger, reality):
            return None
        if (self.is_tenseless(trigger) and not reported) or self.is_result(trigger) or self.is_condition(trigger):
            return None
        if reality.polarity == "negative" and self.is_denied(trigger):
            return None
        if self.is_asked(trigger) or self.is_opinion(trigger, reality) or self.is_biography(trigger, reality):
            return None
        if (
            self.calendar.is_beside(trigger)
            or self.is_frame_of_mind(trigger)
            or self.is_far(trigger)
            or self.is_history(trigger, reality)
        ):
            return None
        basis: DateBasis = "published" if day == published else "context"
        return Dated(Dating(day, day, "day", basis), None, False)

    def is_asked(self, trigger: int) -> bool:
        """Whether it stands in a question: "What changed?"."""
        last = self.calendar.article.sentences[self.sentence_of[trigger]].end - 1
        words = self.tree.words[max(trigger, last - CLOSING) : last + 1]
        return "?" in words

    def is_opinion(self, trigger: int, reality: Reality) -> bool:
        """Whether a quotation tells it in the present or the simple past, or on another day: no news of today.

        Of 20 in the present in EventTime's and MEANTIME's articles none would stand on a timeline, by reading; in the
        simple past, "I heard a roar", the day was that of the story or long ago for 14 of 14 in texts of our own.
        """
        said = self.reports.innermost(trigger)
        if said is None:
            return False
        if said.type == "direct" and (reality.tense == "present" or not self.is_perfect(trigger)):
            return True
        then = said.date
        return then is not None and then.basis == "expression" and (then.latest or "") < (self.calendar.day or "")

    def is_biography(self, trigger: int, reality: Reality) -> bool:
        """Whether it is told of somebody's life: "was born in Dakar and moved to Lyon"."""
        if not self.births or reality.tense != "past":
            return False
        place = bisect_right(self.births, trigger)
        if not place or self.sentence_of[trigger] - self.sentence_of[self.births[place - 1]] > GOING_ON:
            return False
        paragraph_of = self.calendar.article.paragraph_of
        return paragraph_of[self.births[place - 1]] == paragraph_of[trigger]

    def is_denied(self, trigger: int) -> bool:
        """Whether the verb above says that it did not happen: "denied attacking civilians", "rejected talks"."""
        tree = self.tree
        if tree.is_verb(trigger):
            return tree.tags[trigger] == "VBG" and trigger not in tree.negated and trigger not in tree.helpers
        verb = tree.clause_verb(trigger)
        refused = verb is None or verb not in tree.negated
        return refused and not any(tree.lowers[kid] == "no" for kid in tree.kids[trigger])

    def place_of(self, trigger: int) -> int:
        return self.places[self.sentence_of[trigger]]

    def is_news(self, trigger: int) -> bool:
        """Whether a pluperfect is the news, that somebody reports in the article's head: "said it had sent a team"."""
        tree = self.tree
        told = self.calendar.governed.get(tree.heads[trigger], ())
        return (
            self.place_of(trigger) <= FRESH
            and tree.deps[trigger] == "ccomp"
            and tree.deps[tree.heads[trigger]] not in {"advcl", "relcl", "acl"}
            and trigger not in tree.negated
            and self.calendar.is_pluperfect(trigger)
            and not self.calendar.is_of_another_time(trigger)
            and all(is_day(date) and date.earliest == self.calendar.day for _, date in told)
        )

    def is_general(self, trigger: int, reality: Reality) -> bool:
        """Whether the plain present tells what holds in general: of a main clause past the article's head, of a clause
        about somebody, "who leads the inquiry"; or a state, "is printed on a label"."""
        tree = self.tree
        if reality.tense != "present":
            return False
        if tree.tags[trigger] == "VBN":
            helpers = [tree.lowers[kid] for kid in tree.helpers.get(trigger, ())]
            state = "being" not in helpers and trigger in tree.passive and tree.lemmas[trigger] not in PLANNING
            return state and trigger >= self.title
        plain, link = tree.tags[trigger] in {"VBZ", "VBP"}, tree.deps[trigger]
        return plain and (link == "relcl" or (self.place_of(trigger) >= NEWS and link in {"ROOT", "conj"}))

    def is_headline(self, trigger: int) -> bool:
        """Whether the headline's only verb is a participle that says what was done: "Man held after blast"."""
        tree = self.tree
        above = tree.heads[trigger]
        if trigger >= self.title or not trigger or tree.tags[trigger] != "VBN" or tree.heads[above] != above:
            return False
        if tree.lowers[trigger - 1] == "," or any(tree.lowers[kid] == "by" for kid in tree.kids[trigger]):
            return False
        alone = tree.deps[trigger] == "acl" and (tree.is_noun(above) or tree.tags[above] == "CD")
        return alone or (above == trigger and trigger in tree.subjects and trigger not in tree.helpers)

    def is_condition(self, trigger: int) -> bool:
        """ "Is unaware", "shrugged", "had no boat": what somebody is, does with his hands or has, has no day."""
        tree = self.tree
        if tree.lemmas[trigger] == "do" and trigger not in tree.passive:  # "his father did it" tells of nothing new
            return all(tree.lowers[kid] in PRO_FORMS for kid in tree.children(trigger, "dobj"))
        if tree.lemmas[trigger] in PLANNING and trigger in tree.passive:
            # "is scheduled to open in May", "gales are expected"
            return bool(tree.children(trigger, "xcomp")) or tree.lemmas[trigger] == "expect"
        return tree.tags[trigger][:2] == "JJ" or tree.lemmas[trigger] in LASTING

    def is_frame_of_mind(self, trigger: int) -> bool:
        """ "I know", "you want": what people say of themselves and of each other happens on no day."""
        tree = self.tree
        if tree.lemmas[trigger] not in MINDS:
            return False
        return any(tree.lowers[kid] in {"i", "we", "you", "one"} for kid in tree.subjects.get(trigger, ()))

    def is_tenseless(self, trigger: int) -> bool:
        """Whether the verb has no tense: an infinitive or participle, "helped to build", "aimed at", "by making"."""
        tree = self.tree
        if tree.tags[trigger] == "VB":
            return not any(tree.lemmas[kid] == "do" for kid in tree.helpers.get(trigger, ()))
        if tree.tags[trigger] == "VBG" and tree.deps[trigger] == "pcomp":
            return tree.lowers[tree.heads[trigger]] in ASIDE
        return tree.tags[trigger] == "VBN" and tree.deps[trigger] != "conj" and trigger not in tree.helpers

    def is_perfect(self, trigger: int) -> bool:
        """Whether the clause's verb is in the perfect."""
        verb = self.tree.clause_verb(trigger)
        return verb is not None and any(self.tree.lemmas[kid] == "have" for kid in self.tree.helpers.get(verb, ()))

    def is_result(self, trigger: int) -> bool:
        """Whether a perfect, past the article's head and reported by nobody, tells what has come about by then."""
        tree = self.tree
        if not self.is_perfect(trigger):
            return False
        if tree.deps[trigger] == "relcl":
            return True  # "the minister, who has denied it"
        if self.place_of(trigger) < FRESH:
            return False
        for above in tree.above(trigger, CONJUNCTS):
            if tree.deps[trigger] != "conj" or above > trigger:
                break
            trigger = above
        return tree.deps[trigger] != "ccomp"

    def is_old(self, verb: int) -> bool:
        """Whether a main clause in the simple past tells, with a date, of what was long before the publication."""
        limit = shifted(self.calendar.published, -RECENTLY)
        if limit is None or self.tree.deps[verb] != "ROOT" or not is_past(self.tree, verb):
            return False
        dates = [date.latest for _, date in self.calendar.governed[verb]]
        return bool(dates) and all(latest and latest < limit for latest in dates)

    def is_history(self, trigger: int, reality: Reality) -> bool:
        """Whether a sentence before, in its paragraph, told of long ago: the simple past goes on with that.

        Of 52 such events in articles of TempEval-3 and PolNeAR the publication date is right for 6, of 5 in gold for 0.
        """
        if reality.tense != "past" or self.is_perfect(trigger):
            return False
        sentence, paragraph_of = self.sentence_of[trigger], self.calendar.article.paragraph_of
        place = bisect_left(self.old, sentence)
        if not place or sentence - self.old[place - 1] > GOING_ON:
            return False
        first = self.calendar.article.sentences[self.old[place - 1]].start
        return paragraph_of[first] == paragraph_of[trigger]

    def is_far(self, trigger: int) -> bool:
        """Whether no sentence near speaks of the last days, nor is the article's head near: it has gone on to history.

        Who reacts, "welcomed the result", and what is going on are of the day all the same.
        """
        tree, sentence, fresh = self.tree, self.sentence_of[trigger], self.calendar.fresh
        if sentence < FAR + NEWS or tree.tags[trigger] == "VBG" or tree.lemmas[trigger] in REACTING:
            return False
        place = bisect_left(fresh, sentence)
        return all(abs(sentence - near) >= FAR for near in fresh[max(0, place - 1) : place + 1])


def places(article: Article) -> list[int]:
    """Each sentence's place in the article; the pieces into which a parser cuts a dateline have one together."""
    found: list[int] = []
    paragraph, place = -1, -1
    for sentence in article.sentences:
        here = article.paragraph_of[sentence.start]
        if here != paragraph or len(sentence) > PIECE:
            place += 1
        paragraph = here
        found.append(place)
    return found
