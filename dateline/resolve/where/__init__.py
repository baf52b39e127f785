"""Where: place mentions found, told apart and put on the map."""
