"""The workbench in a real browser: `make test-browser` (needs chromium)."""
