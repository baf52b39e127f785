"""What a text names, before anyone is read: listed names, bodies the list lacks, and what the words of a mention are.

`scan` finds the names of the actor list, of countries, capitals and places (`american_towns` those behind which a state
stands, which are no actors); `bodies` finds bodies by what an article calls them. `phrases` takes a mention apart: its
head noun, what stands before it, and what they say of country and sector.
"""
