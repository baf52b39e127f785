"""Resolvers: who, when, where and how many the words of an article stand for, a folder each.

What several of them know: `countries` (`country_codes` for codes that a person names), `regions` of the world,
`numerals`, `given_names`, `word_lists`. `howmany/` is how many.
"""
