"""HTML -> article text with its place in the file."""
