"""What articles tell together: copies, links between passages, incidents and their versions; pure functions."""
