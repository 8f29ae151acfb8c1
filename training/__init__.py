"""The recipes that make the language model: corpora to shipped files (README.md)."""
