import sys

if sys.version_info < (3, 8):
    sys.exit("python-reference needs Python 3.8 or later, and this is " + sys.version.split()[0])

if __name__ == "__main__":
    from pipemark.reference.command import main

    sys.exit(main())
