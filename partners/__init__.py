"""Who we send families to. Knows nothing of families."""
