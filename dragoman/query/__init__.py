"""Questions to a ledger: where things stand, what happened, who said so; every line cited."""
