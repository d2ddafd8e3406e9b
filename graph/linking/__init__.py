"""What ties plans to each other: posts that people judged to be one, repeats, likeness, versions and copies."""
