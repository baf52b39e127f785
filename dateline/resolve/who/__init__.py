"""Who a mention is: the actor list, and the country, sectors and name of each mention of an article.

`resolve` reads an article: `words` cuts it, `scan` finds listed names (`actor_list`, `states`), then `reader` goes
from mention to mention with what it knows by then (`scene`, and in it `parties`, `people`, `persons`, `quotes`). `era`
dates an article of unknown day. What a mention looks like decides who reads it:

- A name: `scan` and `bodies` (what the list lacks); people by `people`, `runs` and `titles` (`title_owners`).
- Several at once ("Mali and Chad"): `together`.
- A pronoun: `pronouns`, `speakers` (who goes on speaking), `tellers` (who says what it does), `binding` (what grammar
  allows), `pairs` ("the two"), `referents` (learned choice).
- A description ("Malian soldiers"): `phrases` takes it apart; `descriptions`, `owners`, `of_body`, `of_union`,
  `places_beside`, `served`, `bystanders` and `documents` say whose it is; `repeated`, `role_holder`, `counterpart`,
  `joint` and `states_together` whom of before it means; `passage` and `setting` guess a country that no word gives from
  all that are named (`country_marks`), `armed_groups` that of rebels, `peoples` that of Kurds; `ruled_out` and `struck`
  say whose it is not.
- Sectors: `sectors`, `told_sector`, `office_of` and `its_office` by words, `acting` by what is done, `roles` by
  learned weights.

`english` holds the words, `weights` what was learned (`train.who`).
"""

from dateline.resolve.who.actor_list import ActorList
from dateline.resolve.who.resolve import Resolved, resolve_parties

__all__ = ["ActorList", "Resolved", "resolve_parties"]
