"""What writes alternatives: a model behind an OpenAI-compatible endpoint, or the composer."""
