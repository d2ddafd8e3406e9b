"""What stands on a page by position alone: words to lines, lines to paragraphs, aligned text to columns.

Readers of formats that print, rather than structure, share it: PDF in points, layout text in characters.
"""
