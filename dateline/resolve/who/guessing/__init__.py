"""The country of a described party that no word gives, guessed from the passage.

`guess` asks the setting for the likeliest of all countries that are named. `armed_groups` says whom rebels fight,
`bystanders` who only watches and tells, and so need not be of the country told of; `ruled_out` what a party is not,
`struck` among it: a state that fights only abroad is not what it strikes.
"""
