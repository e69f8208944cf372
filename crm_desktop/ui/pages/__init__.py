"""One folder per page of the rail; its Qt-free state stands beside the widget."""
