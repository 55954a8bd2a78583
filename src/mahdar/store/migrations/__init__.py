"""How the tables came to be, one revision a file; `mahdar.store.database` runs them."""
