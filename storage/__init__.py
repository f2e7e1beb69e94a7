"""What is kept: engine and sessions, tables, and one file per aggregate."""
