"""PDF files, drawn in a child process: a list of any length, or a page of simple HTML."""
