"""Where things stand in a picture: periods of a timeline, places on a globe, actors of a network. Numbers only.

The report (`page`) and the pictures (`plots`) draw the same figures from here.
"""
