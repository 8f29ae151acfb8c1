"""Words to the encoder's subword ids, a word at a time and remembered."""

from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

LONGEST: Final = 12  # subwords a word may take; a longer one is a link or a stray encoding, its head is enough
KEPT: Final = 200_000  # words remembered, then forgotten together: bounds memory on endless input


class Pieces:
    """The subwords of words under one WordPiece vocabulary."""

    def __init__(self, path: Path) -> None:
        """Reads the `tokenizer.json` at `path`."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}
        self.vocabulary = frozenset(self._tokenizer.get_vocab())
        self.cls = self._id("[CLS]")
        self.sep = self._id("[SEP]")
        self.pad = self._id("[PAD]")
        self.unknown = self._id("[UNK]")

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"the tokenizer has no {token}")
        return int(found)

    def __call__(self, word: str) -> tuple[int, ...]:
        """The ids of `word`: 1 to `LONGEST` of them, [UNK] for a word the vocabulary cannot spell."""
        ids = self._known.get(word)
        if ids is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            # a word of thousands of letters is read by its first hundred
            encoded = self._tokenizer.encode(word[:100], add_special_tokens=False)
            ids = tuple(encoded.ids[:LONGEST]) or (self.unknown,)
            self._known[word] = ids
        return ids
