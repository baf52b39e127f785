"""Who a mention is: the country, sectors and name of each mention of an article.

`resolve` reads an article, `reader` goes from mention to mention. The folders are the steps of that, each of which
knows only those before it:

1. `names/`: the listed names of the text, bodies that the list lacks, and the inside of a mention.
2. `people/`: everyone it names, with titles and offices.
3. `scene/`: what is known while mentions are read: the parties so far, who speaks, what country a passage is about.
4. `pronouns/`: whom "he", "it" and "they" mean.
5. `several/`: mentions of several at once ("Mali and Chad", "both countries").
6. `owners/`: whose a description is by the words ("Malian soldiers").
7. `guessing/`: whose it is where no word tells it.
8. `again/`: whom it means of those named before ("the minister").
9. `sectors/`: what a party does.

`descriptions` reads a description by steps 6 to 9, `documents` those that speak ("the ministry's website").
What all steps know: the `actor_list` (`own_list`: one that somebody made), `words` (a text cut into words), `english`
(words by what they tell) and `weights` (what was learned by `train.who`).
"""

from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.resolve import Resolved, resolve_parties

__all__ = ["ActorList", "Resolved", "resolve_parties"]
