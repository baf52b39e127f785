"""Codebooks: types, modes, contexts and sectors as data, one folder each; `codebook` reads one by its
`form`, `check` lints it, `own` is what a user changed."""
