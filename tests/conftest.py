"""What holds for every test: a developer's own actors and gazetteer stay out."""

import os
from pathlib import Path

# before any test imports the rooms, since both are read once and kept
os.environ["DRAGOMAN_ACTORS"] = ""
os.environ["DRAGOMAN_GAZETTEER"] = str(
    Path(__file__).parent.parent / "dragoman" / "places" / "data" / "gazetteer.sqlite"
)
