"""Address books in and everything out: readers and writers of files, without a database or a chat."""
