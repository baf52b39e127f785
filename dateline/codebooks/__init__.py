"""Codebooks: types, modes, contexts and sectors as data, one folder each; `codebook` reads one, `check` lints it."""
