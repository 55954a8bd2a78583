"""The store as pages and JSON."""
