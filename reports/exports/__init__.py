"""Tables that leave as files: what is in them, how they are written, who may take them along. See tables/."""
