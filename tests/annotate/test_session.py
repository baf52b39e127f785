import numpy as np
import pytest

from dateline.annotate.labels import LAYERS
from dateline.annotate.model import SHIPPED
from dateline.annotate.ranges import spans, triggers
from dateline.annotate.session import Session, read_card
from dateline.annotate.tokens import GAP, Window, WordPieces, page, windows
from dateline.records.article import Sentence

TEXTS = ("Rebels attacked an army post near Gao.", "Talks ended.", "The minister said on Monday that aid had come.")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(SHIPPED, read_card(SHIPPED))


@pytest.fixture(scope="module")
def several() -> list[Window]:
    pieces = WordPieces.load(SHIPPED / "vocab.txt")
    return [window for text in TEXTS for window in windows(text, [Sentence(0, 0, len(text))], pieces)]


def test_each_head_gives_a_row_for_each_word(session: Session, several: list[Window]) -> None:
    sizes = dict(read_card(SHIPPED).heads)
    for window in several:
        heads, hidden = session.page([window])
        assert {name: logits.shape for name, logits in heads.items()} == {
            name: (len(window.firsts), size) for name, size in sizes.items()
        }
        assert hidden.shape[0] == len(window.firsts)


def test_a_page_has_the_rows_that_each_window_has_alone_with_nothing_between(
    session: Session, several: list[Window]
) -> None:
    heads, hidden = session.page(several)
    whole = page(several)
    gaps = [i for i, sentence in enumerate(whole.sentence) if sentence == GAP]
    assert len(hidden) == len(whole.sentence) == len(whole.starts) == len(whole.ends)
    assert len(gaps) == len(several) - 1
    at = 0
    for window in several:
        alone, vectors = session.page([window])
        rows = slice(at, at + len(window.firsts))
        assert whole.starts[rows] == window.starts and whole.sentence[rows] == window.sentence
        assert np.array_equal(hidden[rows], vectors)
        assert all(np.array_equal(heads[name][rows], logits) for name, logits in alone.items())
        at += len(window.firsts) + 1
    assert not spans(np.stack([heads[layer] for layer in LAYERS])[:, gaps], np.full(len(LAYERS), 0.01, np.float32))
    assert not triggers(heads["trigger"][gaps], heads["trigger"].shape[1] - 2, 0.01)
