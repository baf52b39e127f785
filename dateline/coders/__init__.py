"""Coders: what the model saw to coded events, one file each."""
