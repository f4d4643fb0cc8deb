"""Ask the data: a table a manager builds from a fixed vocabulary. Words, counting, and how it is shown."""
