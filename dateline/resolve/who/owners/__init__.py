"""Whose a described party is, where words tell it ("Malian soldiers", "fighters from Wagner").

The words may tell a country (`of_country`), a listed body (`of_body`), a people without a state of its own
(`of_people`), whom a party serves (`served`) or where it is (`places_beside`). The secretary-general and the
peacekeepers are those `of_union` that the article names, without a word; what is
`of_region` is of no state.
"""
