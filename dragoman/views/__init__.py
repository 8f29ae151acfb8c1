"""A reading as people see it: `terminal` for the command line, `html` for notebooks and pages."""
