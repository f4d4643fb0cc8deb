"""What may be typed in supervision, a module a noun."""
