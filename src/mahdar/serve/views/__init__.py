"""What the pages show: pure functions from the store to frozen records, in no language."""
