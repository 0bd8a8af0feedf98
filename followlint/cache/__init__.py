"""What is kept between runs: the rules as read, and what came of drafts.

Nothing here is needed: whatever is missing, broken or not ours is ignored and made anew.
"""
