"""The demo agency: invented people, believable lives, the same for the same seed and day. Loaded by `load_demo`."""
