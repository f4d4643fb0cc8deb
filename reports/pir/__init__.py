"""The Program Information Report (PIR): forms as data, families counted once, and why the others are not counted."""
