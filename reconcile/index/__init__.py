"""What each document states plainly, kept so that an edit is checked against all the others at once."""
