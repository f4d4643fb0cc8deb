"""Standing reports: counted whenever somebody looks, for what that person reaches. One module a report."""
