"""Small neural networks, run on this machine: words in, likelihoods out. No training, no torch."""
