"""What `run.py` starts on a bare machine: PostgreSQL, Valkey, and the site's programs under one supervisor."""
