"""Templates: files of emails with slots, as coaches and careers services keep them."""
