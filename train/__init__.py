"""How the model was made: its own dependencies (`pip install -e .[train]`), never imported by `dateline`."""
