"""The model: sentences in, mentions, triggers and reported speech out; the only folder that knows its runtime."""
