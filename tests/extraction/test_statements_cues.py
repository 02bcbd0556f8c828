"""What carries an attribution: nouns, adjectives, prepositions, phrases, colons, labels, verbs of all sorts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import the

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


NOUNS = [
    ("Ms. Haddad repeated her claim that the tender had been rigged.",
     "her | claim | that the tender had been rigged"),
    ("The firm's assurance that the recall was over did not convince drivers.",
     "* | assurance | that the recall was over"),
    ("Critics seized on the coach's admission that he had lost the dressing room.",
     "the coach | admission | that he had lost the dressing room"),
    ("The regulator issued a warning that savings were at risk.",
     "The regulator | warning | that savings were at risk"),
    ("In a statement on its website, the museum said the mask would be returned.",
     "the museum | said | the mask would be returned"),
    ("The army repeated its demand that the rebels disarm.",
     "* | demand | that the rebels disarm"),
    ("There was no response to the union's allegation of wage theft.",
     "the union | allegation | wage theft"),
    ("The judge's conclusion that the witness had lied ended the trial.",
     "* | conclusion | that the witness had lied"),
    ("Okonkwo made a promise to rebuild the school.",
     "Okonkwo | promise | to rebuild the school"),
    ("Growers voiced fears that the frost had killed the buds.",
     "Growers | fears | that the frost had killed the buds"),
    ("The chancellor's call for lower tariffs was ignored.",
     "The chancellor | call | lower tariffs"),
    ("Brussels renewed its criticism of the new media law.",
     "its | criticism | the new media law"),
]  # fmt: skip
ADJECTIVES = [
    ("The airline is confident that flights will resume by Friday.",
     "The airline | confident | that flights will resume by Friday"),
    ("Doctors are worried that the strain may spread.",
     "Doctors | worried | that the strain may spread"),
    ("Ms. Lindgren was adamant that the books were clean.",
     "Ms. Lindgren | adamant | that the books were clean"),
    ("Investors remain sceptical that the merger will go ahead.",
     "Investors | sceptical | that the merger will go ahead"),
    ("The captain is sure that the team will recover.",
     "The captain | sure | that the team will recover"),
    ("The two governments are hopeful that a deal can be signed in June.",
     "The two governments | hopeful | that a deal can be signed in June"),
    ("Residents were afraid that the dam would burst.",
     "Residents | afraid | that the dam would burst"),
    ("The bank is optimistic that rates will fall.",
     "The bank | optimistic | that rates will fall"),
    ("The prosecutor was convinced that the alibi was false.",
     "The prosecutor | convinced | that the alibi was false"),
    ("Fishermen are concerned that the quota will be cut.",
     "Fishermen | concerned | that the quota will be cut"),
]  # fmt: skip
PREPOSITIONS = [
    ("According to the observatory, the comet will return in 2061.",
     "the observatory | According to | the comet will return in 2061"),
    ("The comet will return in 2061, according to the observatory.",
     "the observatory | according to | The comet will return in 2061"),
    ("The comet, according to the observatory, will return in 2061.",
     "the observatory | according to | The comet … will return in 2061"),
    ("According to police, two vans collided on the ring road.",
     "police | According to | two vans collided on the ring road"),
    ("Sales rose 4 percent in March, according to figures published by the statistics office.",
     "figures published by the statistics office | according to | Sales rose 4 percent in March"),
    ("According to Dr. Amara Nwosu, who led the study, bees can count to four.",
     "* | According to | bees can count to four"),
    ("The striker had passed a medical, according to two people familiar with the talks.",
     "two people familiar with the talks | according to | The striker had passed a medical"),
    ("According to the indictment, the clerk forged 40 signatures.",
     "the indictment | According to | the clerk forged 40 signatures"),
    ("Turnout was 61 percent, per the electoral commission.".replace("the electoral commission", "Reuters"),
     "Reuters | per | Turnout was 61 percent"),
    ("At least nine miners were trapped, according to the state news agency.",
     "the state news agency | according to | At least nine miners were trapped"),
]  # fmt: skip
PHRASES = [
    ("The pope expressed hope that the prisoners would be freed.",
     "The pope | hope | that the prisoners would be freed"),
    ("The envoy made it clear that sanctions would stay.",
     "The envoy | clear | that sanctions would stay"),
    ("The minister was quoted as saying that the ferry had been overloaded.",
     "The minister | saying | that the ferry had been overloaded"),
    ("The two leaders voiced concern that the truce would not last.",
     "The two leaders | concern | that the truce would not last"),
    ("The federation gave assurances that the stadium was safe.",
     "The federation | assurances | that the stadium was safe"),
    ("Mr. Takeda went on to say that the factory would close.",
     "Mr. Takeda | say | that the factory would close"),
    ("The court took the view that the contract was void.",
     "The court | view | that the contract was void"),
    ("The lawyer pointed out that no weapon had been found.",
     "The lawyer | pointed | that no weapon had been found"),
    ("The ministry let it be known that the visas would be refused.",
     "The ministry | known | that the visas would be refused"),
    ("Scientists raised the possibility that the virus came from bats.",
     "Scientists | possibility | that the virus came from bats"),
    ("The coach expressed doubt that the keeper would play.",
     "The coach | doubt | that the keeper would play"),
    ("The company issued a statement saying that no data had been lost.",
     "The company | saying | that no data had been lost"),
]  # fmt: skip
LABELS = [
    ("Sofia Brandt: We closed the plant because nobody bought the engines.",
     "Sofia Brandt | : | We closed the plant because nobody bought the engines"),
    ("Police: Two men held over the theft of a painting",
     "Police | : | Two men held over the theft of a painting"),
    ("Study: Coffee drinkers sleep no worse than others",
     "Study | : | Coffee drinkers sleep no worse than others"),
    ("The mayor put it plainly: the money is gone.",
     "The mayor | put | the money is gone"),
    ("The judge asked: “Where were you that night?”",
     "The judge | asked | Where were you that night"),
    ("KELLER: When did the water reach the hall?\nOYELARAN: It reached us a little after four.",
     "OYELARAN | : | It reached us a little after four"),
    ("Anna Weiss: Why did you leave?\nJonas Berg: Because it had left its voters.\nAnna Weiss: Do you regret it?",
     "Jonas Berg | : | Because it had left its voters"),
    ("His answer was short: “No deal.”",
     "His | answer | No deal"),
    ("Report: Bank knew of the losses in March",
     "Report | : | Bank knew of the losses in March"),
    ("Mr. Osei had one message for the fans: “Come back next year.”",
     "Mr. Osei | message | Come back next year"),
    ("“The lake is dying, and we are watching it die.” — Lena Fors, biologist",
     "Lena Fors, biologist | * | The lake is dying, and we are watching it die"),
]  # fmt: skip
VERBS = [
    ("Astronomers estimate that the star is nine billion years old.",
     "Astronomers | estimate | that the star is nine billion years old"),
    ("The panel recommended that the pilots be retrained.",
     "The panel | recommended | that the pilots be retrained"),
    ("The farmers threatened to block the port.",
     "The farmers | threatened | to block the port"),
    ("The opposition accused the president of rigging the vote.",
     "The opposition | accused | the president of rigging the vote"),
    ("The committee praised the nurses for their courage.",
     "The committee | praised | the nurses for their courage"),
    ("The referee ruled that the ball had crossed the line.",
     "The referee | ruled | that the ball had crossed the line"),
    ("The envoy urged both armies to hold their fire.",
     "The envoy | urged | both armies to hold their fire"),
    ("The airline blamed the delay on a software update.",
     "The airline | blamed | the delay on a software update"),
    ("The professor called the theory a dead end.",
     "The professor | called | the theory a dead end"),
    ("The tribunal found that the miners had been underpaid.",
     "The tribunal | found | that the miners had been underpaid"),
    ("The king condemned the attack on the mosque.",
     "The king | condemned | the attack on the mosque"),
    ("The start-up claims its battery lasts a week.",
     "The start-up | claims | its battery lasts a week"),
    ("The nurse testified that the door had been locked.",
     "The nurse | testified | that the door had been locked"),
    ("Economists predict that prices will ease.",
     "Economists | predict | that prices will ease"),
    ("The ministry confirmed that the minister had resigned.",
     "The ministry | confirmed | that the minister had resigned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NOUNS + ADJECTIVES + PREPOSITIONS + PHRASES + LABELS + VERBS)
def test_cues(extract: Extract, text: str, wanted: str) -> None:
    """Speech, thought, belief, wish, intention and what documents hold, by whatever word it is told."""
    the(extract(text), wanted)


NOTHING_SAID = [
    "The clerk was sentenced to nine years in prison.",
    "The council elected Ms. Prasad its first woman leader.",
    "Police arrested two men at the harbour on Tuesday.",
    "The flood destroyed the “Old Mill” and two bridges.",
    "Kovac scored twice and the visitors won 3-1.",
    "Her novel “The Salt Road” sold a million copies.",
    "The choir sang “Silent Night” in four languages.",
    "The parcel was addressed to a shop in Leeds.",
    "The so-called “green zone” was quiet on Monday.",
    "OSLO, May 3 (AP) — The ferry sank in shallow water.",
    "Caption: The bridge at dusk.",
    "The strike, now in its third week, has closed 40 schools.",
    "The film “A Winter Abroad” opened in 200 cinemas.",
    "The rover landed at 9:15 a.m. and sent its first picture at noon.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_said(extract: Extract, text: str) -> None:
    """Plain events, titles, scare quotes, captions and datelines are no statements."""
    assert not extract(text).statements
