"""How a greeting leaves: one file per channel, behind one protocol."""
