"""Written texts of sides: joint statements, press releases, memoranda, treaties; and the statements made in them."""
