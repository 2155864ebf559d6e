"""What to do about errors that come of where code runs: nobody to ask, and no network."""
import errno
import socket
import urllib.error

NO_NETWORK = "This Python has no network: nothing can be fetched or sent. Work with the files under /mnt/data."
READ_ONLY = "This file is shared with Assay and cannot be changed: write what is to be kept under another name."
NO_INPUT = "Nobody can be asked for input here: write the value into the code instead of calling input()."
UNREACHABLE = {errno.EACCES, errno.EPERM, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ECONNREFUSED, errno.EAFNOSUPPORT}


def no_input(*_args):
    raise EOFError(NO_INPUT)


def is_network(error):
    if isinstance(error, (urllib.error.URLError, ConnectionError, socket.gaierror)):
        return True
    if type(error).__module__.partition(".")[0] in ("requests", "urllib3", "httpx", "aiohttp", "http"):
        return True
    # A file that may not be read has a name.
    return isinstance(error, OSError) and error.errno in UNREACHABLE and error.filename is None and "socket" in sys.modules


def explain(error):
    """A sentence for whoever reads the traceback, model or analyst; None where there is nothing to add."""
    seen = []
    while error is not None and error not in seen and len(seen) < 20:
        seen.append(error)
        if is_network(error):
            return NO_NETWORK
        if isinstance(error, OSError) and error.errno == errno.EROFS and error.filename is not None:
            return READ_ONLY
        error = error.__cause__ or error.__context__
    return None
