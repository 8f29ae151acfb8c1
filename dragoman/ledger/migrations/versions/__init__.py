"""The steps from one form of the tables to the next, in the order of their numbers; a shipped step never changes."""
