"""Questions with their answers, one module a topic."""
