"""Files of other systems: read safely, matched to our columns, looked at, written at once, undone when need be."""
