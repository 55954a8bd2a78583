"""Standing and capacity: who acts as chair, host, mediator, permanent member, on whose behalf."""
