"""What Abrazo knows about greeting people: pure code, no I/O, `now` is always an argument."""
