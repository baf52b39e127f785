"""How fast Dateline is and what it needs: `python -m bench` appends to `bench/results.jsonl`."""
