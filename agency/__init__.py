"""Our own organisation: programs, centers, staff, the service catalogue, the clocks, and who looked at what."""
