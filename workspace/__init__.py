"""Pages composed from every room: My day, the family page, search. Owns no tables."""
