"""Dateline turns news reports into event data that proves itself."""
