"""Whom pronouns mean.

`pronoun` chooses the party: `binding` says which ones the grammar of the sentence rules out or points to, `referents`
weighs the rest by learned weights, `pairs` knows those that an "and" joins ("they", "each other", "the pair").
`speakers` tells who goes on speaking ("he added"), `tellers` who tells what "it" and "they" do.
"""
