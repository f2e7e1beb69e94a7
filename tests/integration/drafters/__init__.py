"""Drafting with a model, over real HTTP."""
