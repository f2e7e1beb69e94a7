"""Every flow as the person on the phone reads it, kept in docs/transcripts and made by one command."""
