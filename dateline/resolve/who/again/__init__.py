"""Whom a description means of those named before.

`repeated` finds the party that "the minister", "the group" or "the country" stands for once more, `role_holder` the
person called by nationality and kind ("the Malian diplomat"), `counterpart` the holder of the same office elsewhere.
"""
