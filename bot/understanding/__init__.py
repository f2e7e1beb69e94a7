"""What a sentence of the owner means: by rules, and by a model where rules are not sure."""
