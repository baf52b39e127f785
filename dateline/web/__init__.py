"""The workbench: an HTTP API over a store, and the pages that use it."""
