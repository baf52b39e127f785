"""The store: articles, what was coded from them, what people decided, what it adds up to; nothing is overwritten.

`store` is what the rest of Dateline sees: it writes, and `known` (its base) reads.

- The database: `engine` connects, `tables/` says what there is, `migrations` and `steps/` bring older stores up to
  date.
- Written: `ingest` is the loop, `writing` one article, `batch` its rows, made by `rows`, `party_rows` and `actors`;
  `rollups` counts along, `inputs` keeps files. `passages` tells which event is which when an article is coded again,
  `standing` what counts of it.
- Decided by people: `people` and `incident_edits` write, `edits` (`edit_forms`) and `incident_values` lay values over
  records, `decision_rows` and `set_values` keep and find them, `merged_actors` says which are one; `desk/` is the work
  in the browser.
- What merging needs: `session`, `queue`, `marks`; what it writes: `links`, `origins`, `incident_writing`,
  `incident_history`, `members`, in place of what held before (`superseding`).
- Asked: `filters` (with `codes` and `divisions`) says what a filter means, `event_filters`, `incident_filters` and
  `statement_filters` say it in SQL as `parts` of `conditions` on what held when (`states`), `searching` picks the
  cheapest way (where many leave little, `narrowing` by `keysets`), `search` reads full text, `chunks` splits long
  lists. `reading`, `incidents` (`addresses`), `shown`, `counting` (`tallies`), `taking_part`, `actor_lists`, `panel`
  and `dossiers` answer; `views/` draws for the workbench; `watches` and `news` tell what is new.
"""

from __future__ import annotations

from dateline.records.query import Filter, Near
from dateline.store.store import Store, open_store

__all__ = ["Filter", "Near", "Store", "open_store"]
