"""Who is answerable for what, by when, and where does it say so: the facade over the stages."""
