"""Coders: what the model saw to coded events, one file each.

Read `model` first.

- What was said by whom: `whole` joins the pieces of a statement, `introduced`, `headed` and `signed`
  find speakers on lines of their own, `continued` those of halves of quotations (and, for `dateline tag said`, of those
  that run on), `subject` those beside the word of saying, `nested` statements in statements; `no_opening` takes out who
  wrote the report.
- Events: `base` is what a coder promises, `model` the one there is. It asks `no_deed` (and that `undone`, `shown`)
  whether the words name an act, `phrases` and the codebook for its type, `status` whether it happened, `alone`
  whether it took two, `on_foot` whether it came from the air, `captors` and `crowds` whether others did it than those
  whose deed it is, `captives` and `counts` what is counted, `victim` finds one person to count, `hedging` says whose
  a hedge is.
- Who took part: `roles` gathers the words of each role; where the model reads nobody, too few or too much, it asks
  `doers`, `whose`, `controls`, `for_states`, `demands`, `mines`, `listed`, `within`, `nobody`, `beside_whom`.
- According to whom: `voices` chooses, by `vouching` (does a speaker stand behind the act) and `standing` (who claims,
  denies, accuses); `several` parts those that one mention names, `papers` adds the paper to the words of a speaker.
"""
