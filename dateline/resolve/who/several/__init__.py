"""Mentions of several parties at once.

`enumerated` reads those that a mention names ("Mali and Chad", "the two Koreas"); `joint` and `the_states` those named
before that it means together ("both countries", "the two sides"; "the countries", "their governments").
"""
