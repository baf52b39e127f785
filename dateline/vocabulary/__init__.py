"""Words that steps know which do not know each other: one table each, and what reads it.

`agencies` are news agencies, as openings, credit lines and copies name them; `states` those of America, shortened;
`bulletins` what reports in series call themselves, `calendar` months, `numbers` those in words, `pronouns` those of
English.
`first_words` looks cues up by the words they begin with.
"""
