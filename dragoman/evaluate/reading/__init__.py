"""Gold readings and predicted ones -> scores of statements, events and standings (`score.py`)."""
