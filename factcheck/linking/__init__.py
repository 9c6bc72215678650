"""Claims of all articles -> stories, entities and links with their evidence."""
