"""A briefing in each format: HTML for screens and printers, DOCX to be edited, PDF where a program makes it."""
