"""What a party does: its sectors, settled between the words and what the model says.

`told` reads the words around a noun that change its usual sectors ("U.S.-backed forces"), `its_office` those of "its
director". Where the words leave it open, `likeliest` weighs the words around by learned weights; `settled` decides
between all of these and the model's hints, once for all mentions of a named party.
"""
