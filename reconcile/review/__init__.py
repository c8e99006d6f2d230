"""The review: findings settled in the browser or the terminal, each decision written at once."""
