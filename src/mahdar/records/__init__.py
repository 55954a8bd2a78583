"""What flows from stage to stage: frozen records, and nothing that acts."""
