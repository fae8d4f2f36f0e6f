"""A session on paper: one page that any browser shows and prints, with nothing fetched from elsewhere."""
