"""What the owner wants done: one file per intention, each over one unit of work."""
