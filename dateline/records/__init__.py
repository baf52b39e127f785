"""The nouns that all steps share: frozen, without input or output, without numpy.

- In the order of the data: `article` and `span`, `annotation` (what the model saw), `draft` (an act as coded),
  `resolved` (values with their words), `event` (with `sense`, `item`), `coded` (all of one article).
  `undated` counts articles without a day.
- Of many articles: `incident`, `dossier` (all of one), `dyad`, `sums`, `reasons` (of links).
- What people decide: `edit`, `judgement`, `addition`, `withdrawal`; `corrected` is all of it by fields.
- Asked and answered: `query`, `watch`, `answers`; `stored` is a record with how long it held, `run` a pass of the
  coder.
- Written and read back: `lines` and `parse`, `incident_lines`, `stored_lines`, `written`; `flat` rows, `arrow` tables.
- In words and numbers: `heading`, `bounds`, `odds`.
"""
