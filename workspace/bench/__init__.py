"""The benchmark: each page and job beside its floor, the bare SQL of the same answer. Run by `bench`."""
