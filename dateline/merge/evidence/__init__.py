"""What speaks for and against two passages telling of one happening, one module a kind of evidence."""
