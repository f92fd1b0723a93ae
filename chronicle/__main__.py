"""`python -m chronicle` is the command `chronicle`."""

from chronicle.cli import main

if __name__ == "__main__":
    main()
