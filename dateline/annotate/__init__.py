"""The model: sentences in, mentions, triggers and reported speech out; the only folder that knows its runtime.

`model` is the one pass: `tokens` cuts windows, `session` runs the network, `heads` reads pairs of spans, `decode`
turns scores to mentions, acts and statements (`ranges`; `labels` says what each output stands for, `faint` of which
acts no more is read), `names` and `brackets` make whole what was cut, `senses` sums up how a passage reads, for
linking.
"""
