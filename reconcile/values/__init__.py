"""One module a value type, each with its `relate`."""
