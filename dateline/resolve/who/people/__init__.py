"""The people of an article: everyone it names, with titles, offices, country and gender, wherever it tells them.

`census` goes over the article once and makes a `person` of each name: `name_runs` says which words of a run of capitals
are part of one, `titles` what is said around it, `title_owners` whose an office is, `private_offices` which offices
companies and associations have as well as states.
"""
