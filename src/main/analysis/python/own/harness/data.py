"""The folder of data: put there by the app, changed by code. Links are never followed."""
import os

DEPTH = 16
# Leftovers of running, not results.
HIDDEN = {"__pycache__", ".ipynb_checkpoints", ".config", ".cache", ".tmp"}


class DataFolder:
    def __init__(self, root):
        self.root = root
        self.incoming = None
        self.marks = {}

    def begin(self, path, alias, size):
        name = path if self.is_free(path) else alias
        self.incoming = {"path": path, "alias": alias, "name": name, "left": size, "file": None}
        if name is not None:
            full = self.clear(name)
            self.incoming["file"] = open(full, "wb")

    def add(self, piece):
        """True when the file is whole."""
        if self.incoming["file"] is not None:
            self.incoming["file"].write(piece)
        self.incoming["left"] -= len(piece)
        return self.incoming["left"] <= 0

    def finish(self):
        incoming, self.incoming = self.incoming, None
        if incoming["file"] is None:
            return
        incoming["file"].close()
        if incoming["alias"] is not None and incoming["alias"] != incoming["name"]:
            self.alias(incoming["path"], incoming["alias"])

    def alias(self, path, alias):
        os.symlink(path, self.clear(alias))

    def link(self, path, alias, target):
        """Shows at `path` what lies at `target`, elsewhere; under `alias` where that is no place for it."""
        name = path if self.is_free(path) else alias
        if name is None:
            return
        os.symlink(target, self.clear(name))
        if alias is not None and alias != name:
            self.alias(path, alias)

    def is_free(self, path):
        """Makes the folders on the way. False where one would take the place of a file, or the file that of a folder."""
        full = os.path.join(self.root, path)
        folder = os.path.dirname(full)
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError:
            return False
        return os.path.isdir(folder) and not os.path.isdir(full)

    def clear(self, name):
        full = os.path.join(self.root, name)
        try:
            os.unlink(full)
        except OSError:
            pass  # Nothing was there, or a folder that the write complains about.
        return full

    def files(self):
        found, open_folders = {}, [("", 0)]
        while open_folders:
            folder, depth = open_folders.pop()
            try:
                entries = list(os.scandir(os.path.join(self.root, folder)))
            except OSError:
                continue
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                try:
                    if entry.is_dir(follow_symlinks=False):
                        if depth < DEPTH and entry.name not in HIDDEN:
                            open_folders.append((path, depth + 1))
                    elif entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        found[path] = (about.st_ino, about.st_size, about.st_mtime_ns)
                except OSError:
                    continue
        return found

    def mark(self):
        self.marks = self.files()

    def changed(self, bounds):
        """Files made or changed since `mark`, within bounds, and how many were left out."""
        changed = [(path, mark) for path, mark in sorted(self.files().items()) if self.marks.get(path) != mark]
        kept, total = [], 0
        for path, (_, size, _) in changed:
            fits = size <= bounds["outputFileBytes"] and total + size <= bounds["outputBytes"]
            if len(kept) < bounds["outputFiles"] and fits:
                total += size
                kept.append(path)
        return kept, len(changed) - len(kept)

    def read(self, path, size_at_most):
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        with open(os.open(os.path.join(self.root, path), flags), "rb") as file:
            return file.read(size_at_most + 1)
