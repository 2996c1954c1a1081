"""Checks the sandbox with the unmodified package `twilio` from PyPI. Started by `run`.

Numbers such as E14 are rows of section 6 of the API's fact reference, S10 of its section 5.1.
"""

import sys

import plugins
import names
import versions
import configurations
import releases
import paging
import access
import wire
import options
from harness import run_all

passed, failed = run_all()
print(f"python: {failed} checks failed, {passed} passed" if failed else f"python: {passed} checks passed")
sys.exit(1 if failed else 0)
