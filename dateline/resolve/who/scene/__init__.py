"""What is known of an article while its mentions are read; only this grows from one mention to the next.

`scene` holds it all: `parties` are those met so far, `quotes` says who speaks where, `setting` which country a passage
is about (from its `country_marks`), `acting` whether a state acts by its forces or its government. `era` dates an
article of unknown day.
"""
