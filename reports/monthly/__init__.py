"""The monthly program report (Head Start Act 642(d)(2); design 8): families first, then what was done with them.

`counting/` holds one module a noun: what each number is (`FIGURES`) beside how it is counted (`count`).
"""
