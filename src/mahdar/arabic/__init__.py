"""Letters, particles, inflection, numerals and calendars of Arabic: nothing about news."""
