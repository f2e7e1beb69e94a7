"""A day out the door and back, through the chat: cards, ronda, evening list, channels, timeline."""
