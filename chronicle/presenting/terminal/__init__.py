"""Pictures for a terminal: values in, lines out, each at most as wide as it is told; one small file a picture.

What a picture says does not depend on colour. Where the terminal's encoding lacks a sign, ASCII stands for it.
"""

# In columns.
NARROWEST = 40
# Of a map so wide the drawing takes seconds and megabytes; both grow with the square.
WIDEST = 1000
