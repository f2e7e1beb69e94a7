"""Turns what happened into messages, in the reader's language, and puts them in the outbox."""
