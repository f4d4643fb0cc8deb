"""What leaves the agency, and the leave to send it."""
