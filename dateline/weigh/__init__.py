"""How sure an event is: `signs` of the model and of what the rest of the article shows, weighed (`weights`).

`subject` tells reports of sports, shows, science and markets, `beside` which of two words side by side names the act.
"""

from dateline.weigh.signs import Signs, in_words, signs
from dateline.weigh.weights import Weights

__all__ = ["Signs", "Weights", "in_words", "signs"]
