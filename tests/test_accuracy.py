"""All four layers on articles of varied news that this project wrote and annotated: floors they keep."""

from __future__ import annotations

import pytest

from bench.accuracy import Board, GoldError, load, score
from service.answer import Answerer


@pytest.fixture(scope="module")
def board(answer: Answerer) -> Board:
    """All articles, answered and scored."""
    return score(load([]), answer)


FLOORS = {
    "times, extent and value": 0.91,
    "statements, found": 0.94,
    "statements, extent": 0.92,
    "statements, speaker": 0.89,
    "statements, polarity": 0.98,
    "events, found": 0.96,
    "events, date": 0.81,
    "events, modality": 0.88,
    "entities, name": 0.96,
    "entities, type": 0.95,
    "entities, mention": 0.80,
}


@pytest.mark.parametrize(("question", "floor"), FLOORS.items())
def test_floor(board: Board, question: str, floor: float) -> None:
    """No layer answers less of this question rightly than it once did."""
    mistakes = "\n".join(line for line in board.mistakes if question in line)
    assert board.share(question) >= floor, mistakes


def test_every_question_has_a_floor(board: Board) -> None:
    """Nothing is counted that is not held."""
    assert board.asked.keys() == FLOORS.keys()


def test_further_statements(board: Board) -> None:
    """Few more statements are answered than the articles hold: 62 beside the 329 at the last count."""
    assert board.right["statements, further"] <= 0.18 * board.asked["statements, found"]


def test_gold_quotes_the_text() -> None:
    """A quotation that the text does not hold is told, not skipped."""
    gold = load([])[0]
    with pytest.raises(GoldError):
        gold.find("no such words anywhere")
