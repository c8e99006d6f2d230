"""Finding the sentences of a source that may speak of a claim."""
