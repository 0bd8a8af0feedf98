"""The commands, a file each. They are thin: they call the library."""
