"""Side-by-side runs against peers and baselines; `python -m benchmarks` runs them all."""
