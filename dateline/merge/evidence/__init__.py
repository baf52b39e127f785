"""What speaks for and against two passages telling of one happening, one module a kind of evidence (`signal`).

`what`, `who`, `where`, `when` and `howmany` compare what is told; `wording` and `sense` how it reads, `telling` and
`apart` how it is told, `items` in which item of a list. For the many pairs of one article `kept` and `rows` weigh all
at once.
"""
