"""Bytes to text and the name of their encoding, or why they are no text."""

import codecs
from dataclasses import dataclass
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of files that are no text -> what they are, with advice.
SIGNATURES: Final = (
    (b"%PDF-", "a PDF; extract its text first (pdftotext)"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it or save it as text"),
    (b"\x1f\x8b", "gzipped; unpack it first (gunzip)"),
    (b"BZh", "bzipped; unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "xz-packed; unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "zstd-packed; unpack it first (unzstd)"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text"),
    (b"PAR1", "a Parquet file; export it as JSON lines"),
    (b"SQLite format 3", "a database"),
)
# What cp1252 makes of its bytes 80-9F when a text is English: quotation marks, dashes, the euro, accents.
_WESTERN: Final = frozenset("‘’“”–—…€•™ŠšŽžŒœŸ")
_SAMPLE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text`, the `encoding` it was read in; `guessed` when only the bytes spoke for it; or why it is `binary`."""

    text: str
    encoding: str
    guessed: bool = False
    binary: str = ""


def decode(raw: bytes, *, cut: bool = False) -> Decoded:
    """The text of `raw`: by its mark, as UTF-8, by charset-normalizer or as cp1252, in this order.

    `cut` says that `raw` ends in the middle of a longer input, maybe within a character. A text that fits cp1252 with
    nothing but Western letters and typographic marks is taken as that before charset-normalizer is asked: on short
    English texts with an odd accent it guesses Central European or Cyrillic pages.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return Decoded(_lenient(raw, name, cut), name)
    if reason := _binary(raw[:_SAMPLE]):
        wide = _wide(raw[:_SAMPLE])
        return Decoded(_lenient(raw, wide, cut), wide, guessed=True) if wide else Decoded("", "", binary=reason)
    try:
        return Decoded(codecs.getincrementaldecoder("utf-8")().decode(raw, final=not cut), "utf-8")
    except UnicodeDecodeError:
        name = _guess(raw[:_SAMPLE])
        return Decoded(_lenient(raw, name, cut), name, guessed=True)


def _lenient(raw: bytes, name: str, cut: bool) -> str:
    return codecs.getincrementaldecoder(name)("replace").decode(raw, final=not cut)


def _binary(sample: bytes) -> str:
    for signature, what in SIGNATURES:
        if sample.startswith(signature):
            return f"it is {what}"
    if b"\0" in sample:
        return "it holds zero bytes; give text, HTML or JSON lines"
    control = sum(sample.count(byte) for byte in _CONTROL)
    return "it holds control characters; give text, HTML or JSON lines" if control * 20 > len(sample) else ""


_CONTROL: Final = tuple(bytes([byte]) for byte in range(1, 32) if byte not in b"\t\n\r\f\x0b\x1b\x1a")


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: nearly every other byte of a Western text is zero."""
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half else ""


def _guess(sample: bytes) -> str:
    high = [byte for byte in sample if byte > 127]
    if len(high) * 10 < len(sample):
        western = bytes(high).decode("cp1252", "replace")
        if all(ch in _WESTERN or 0xA0 <= ord(ch) <= 0xFF for ch in western):
            return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
