"""What the files of `data/` say, compiled into one frozen record."""
