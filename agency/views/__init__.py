"""The pages of the agency's own room, one module a subject."""
