"""The nouns that all steps share: frozen, without input or output, without numpy."""
