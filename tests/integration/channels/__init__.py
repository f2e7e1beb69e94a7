"""How greetings leave, against real servers on loopback."""
