"""What was said: the words that report it, who spoke, where the content begins and ends, through whom it came."""
