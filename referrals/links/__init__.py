"""How a partner without an account answers: its address, the code at the door, what it reads, what it says."""
