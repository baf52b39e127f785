"""How sure an event is: scores of the model, weighed with what the rest of the article shows."""

from dateline.weigh.weights import Signs, Weights, in_words, signs

__all__ = ["Signs", "Weights", "in_words", "signs"]
