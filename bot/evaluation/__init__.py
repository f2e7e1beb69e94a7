"""How good the drafts are: cases in, a scorecard out."""
