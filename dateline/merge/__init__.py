"""What articles tell together: copies, links between passages, incidents and their versions; pure functions.

- Within an article: `story` puts the passages on one event together (`going_on`), and such a story is what is compared
  from then on.
- Copies: `copies` finds reports of one text (`shingles`) and whose it is (`credits`).
- Links: `profile` gathers what is compared of a story (`words`, `days`, `cues`, `sense`), `block` says which are
  compared at all, `evidence/` what speaks for and against (`acts`), `score` how likely both are one happening by the
  fitted `weights`, `cluster` which go together, `fragments` what joins these besides, `linking` what a new story
  changes; `within` picks the pairs of one article that are compared.
- Incidents: `incident` makes one of its passages: `versions` (with `voices`), `pick` what is shown (`naming`, `tolls`),
  `summary` one sentence; `history` tells what changed, `differing` where passages contradict.
- `folder` does all of this in memory (`memory`), `dateline.upkeep` on a store.
"""
