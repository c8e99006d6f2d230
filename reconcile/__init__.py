"""Compare two versions of a document and say which facts changed."""
