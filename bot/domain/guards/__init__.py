"""Checks on an alternative: each problem comes with the words that caused it."""
