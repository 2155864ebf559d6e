"""How a Python of the analyst's hears and answers: frames on two pipes, as the sandbox's protocol has them."""
import json
import os
import queue
import select
import signal
import struct
import sys
import threading

PIECE = 65_536
# Requests that may wait to be looked at: files arrive in pieces.
inbox = queue.Queue(8)
outbox = queue.SimpleQueue()


class Pipes:
    """The app's two pipes, out of the way of code, and what is printed on the usual ones."""

    def __init__(self):
        self.requests, self.answers = os.dup(0), os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        self.printed, writer = os.pipe()
        self.wake, self.waker = os.pipe()
        for source, target in ((nothing, 0), (writer, 1), (writer, 2)):
            os.dup2(source, target)
        os.close(nothing)
        os.close(writer)
        os.set_blocking(self.printed, False)

    def read(self, size):
        parts = []
        while size > 0:
            part = os.read(self.requests, min(size, 1 << 20))
            if not part:
                return None
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send(self, header, body=b""):
        text = json.dumps(header).encode()
        for part in (struct.pack("<II", len(text), len(body)) + text, body):
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(self.answers, rest) :]

    def drain(self):
        """Everything that is printed so far; at most a pipe's worth, so that what is to follow it is not held up."""
        for _ in range(16):
            try:
                part = os.read(self.printed, PIECE)
            except BlockingIOError:
                return
            if not part:
                return
            self.send({"type": "text"}, part)


def emit(header, body=b""):
    """Sends after all that was printed before; returns when it is sent."""
    sent = threading.Event()
    outbox.put((header, body, sent))
    os.write(_pipes.waker, b"!")
    sent.wait()


def speak(pipes):
    """A thread of its own sends, because an interrupt must not cut a frame in two."""
    try:
        while True:
            ready, _, _ = select.select([pipes.printed, pipes.wake], [], [])
            if pipes.wake in ready:
                os.read(pipes.wake, 1)
            pipes.drain()
            while not outbox.empty():
                header, body, sent = outbox.get()
                pipes.drain()
                pipes.send(header, body)
                sent.set()
    finally:
        os._exit(1)


def hear(pipes):
    """The app is gone when its pipe is closed."""
    try:
        while True:
            head = pipes.read(8)
            if head is None:
                return
            header_size, body_size = struct.unpack("<II", head)
            header, body = pipes.read(header_size), pipes.read(body_size)
            if header is None or body is None:
                return
            request = json.loads(header)
            if request["op"] == "interrupt":
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
            else:
                inbox.put((request, body))
    finally:
        os._exit(0)


_pipes = None


def open_pipes():
    global _pipes
    _pipes = Pipes()
    for work in (speak, hear):
        threading.Thread(target=work, args=(_pipes,), daemon=True).start()
    # Line by line, so that it arrives as it is printed.
    sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    sys.stderr.reconfigure(line_buffering=True, errors="backslashreplace")
