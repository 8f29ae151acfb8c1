"""Gold rows without their answers -> predictions, one file a task."""
