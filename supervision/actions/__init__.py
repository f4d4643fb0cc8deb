"""What people do in supervision, a module a noun."""
