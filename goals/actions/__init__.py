"""What people do in this room: agreements, goals, notes, reviews."""
