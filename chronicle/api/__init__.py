"""What `import chronicle` gives: the command's questions and deeds as functions and values (docs/python.md).

`chronicle/__init__.py` hands out these names as they are asked for.
"""
