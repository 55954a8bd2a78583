"""What stands in a text: tokens, sentences, quotations, names, roles, moods, dates, places."""
