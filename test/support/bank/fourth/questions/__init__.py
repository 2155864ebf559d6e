"""One module per file or pair of files; each has `questions()` giving a Bank."""
