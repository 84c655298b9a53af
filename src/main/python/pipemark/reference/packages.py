"""Installs missing libraries, if this process may do so."""
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys

# Debian's packages by module.
PACKAGES = {"dill": "python3-dill", "msgpack": "python3-msgpack"}


def install_missing():
    """Installs packages with apt-get, as root or by sudo without a password. If a library is still missing, returns a
    sentence that names it and says how to install it."""
    packages = missing()
    if not packages:
        return ""
    # Debian's packages are for Debian's own Python.
    debian = os.path.realpath(sys.executable).startswith("/usr/bin/") and shutil.which("apt-get")
    if not debian:
        modules = ", ".join(module for module, package in PACKAGES.items() if package in packages)
        return f"{modules}: not installed for {sys.executable}; install with pip, or use Debian's /usr/bin/python3"
    problem = apt_get(packages)
    importlib.invalidate_caches()
    packages = missing()
    if not packages:
        return ""
    return f"not installed{problem}: run as root: apt-get install {' '.join(packages)}"


def missing():
    return [package for module, package in PACKAGES.items() if importlib.util.find_spec(module) is None]


def apt_get(packages):
    """Returns the reason for a failure as a clause, or an empty text."""
    if os.geteuid() == 0:
        root = []
    elif shutil.which("sudo"):
        root = ["sudo", "-n"]
    else:
        return ""
    print("python-reference: installing", *packages, file=sys.stderr, flush=True)
    install = ["install", "-y", "--no-install-recommends", *packages]
    problem = ""
    # The lists of packages may be missing or old, and updating them takes longer than the installation.
    for arguments in (install, ["update"], install):
        done = subprocess.run(
            [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        if done.returncode == 0 and arguments is install:
            return ""
        if done.returncode != 0:
            problem = f" ({' '.join(done.stderr.split()[-30:]) or f'apt-get ended with {done.returncode}'})"
    return problem
