"""Gold corpora -> predictions, scores and speed; one task a gold format (docs: `dragoman evaluate --help`)."""
