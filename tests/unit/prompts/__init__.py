"""The prompts: their loader and the examples shown to the model."""
