import { type Attempt, attempt } from './python-attempts';

const LIBC = 'import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n';

/** What only a program of this computer can try. Calls of the kernel that are named by number are those of x86-64. */
export const OWN_ESCAPES: Attempt[] = [
  { name: 'another process by ptrace', code: attempt(`${LIBC}return libc.ptrace(16, 1, None, None) == 0`) },
  { name: 'being traced', code: attempt(`${LIBC}return libc.ptrace(0, 0, None, None) == 0`) },
  {
    name: 'the memory of another process',
    code: attempt(`${LIBC}return libc.process_vm_readv(1, None, 0, None, 0, 0) >= 0`),
  },
  {
    name: 'a list of processes',
    code: attempt('import os\nreturn [name for name in os.listdir("/proc") if name.isdigit()] or None'),
  },
  { name: 'every process, to end it', code: attempt('import os\nos.kill(-1, 9)') },
  { name: 'a socket of this machine', code: attempt('import socket\nreturn socket.socket(socket.AF_UNIX)') },
  {
    name: 'a socket of the kernel',
    code: attempt('import socket\nreturn socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)'),
  },
  { name: 'a raw socket', code: attempt('import socket\nreturn socket.socket(socket.AF_PACKET, socket.SOCK_RAW)') },
  {
    name: 'the host of a virtual machine',
    code: attempt('import socket\nreturn socket.socket(40, socket.SOCK_STREAM)'),
  },
  {
    name: 'D-Bus, or the screen',
    code: attempt(
      'import os\nplaces = ["/run/dbus/system_bus_socket", "/run/user", "/tmp/.X11-unix", "/var/run"]\nreturn [place for place in places if os.path.exists(place)] or [name for name in os.environ if name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")] or None',
    ),
  },
  { name: 'the administrator’s rights', code: attempt('import os\nos.setuid(0)\nreturn True') },
  { name: 'rights of a program that brings some', code: attempt(`${LIBC}return libc.prctl(39, 0, 0, 0, 0) != 1`) },
  { name: 'a namespace of its own', code: attempt(`${LIBC}return libc.unshare(0x10000000) == 0`) },
  { name: 'a mount', code: attempt(`${LIBC}return libc.mount(b"none", b"/mnt/data", b"tmpfs", 0, None) == 0`) },
  { name: 'the root by chroot', code: attempt('import os\nos.chroot("/mnt/data")\nreturn True') },
  { name: 'a fork by the kernel’s own call', code: attempt(`${LIBC}return libc.syscall(56, 17, 0, 0, 0, 0) >= 0`) },
  { name: 'a fork by its newer call', code: attempt(`${LIBC}return libc.syscall(435, 0, 0) >= 0`) },
  {
    name: 'a program by posix_spawn',
    code: attempt('import os, sys\nreturn os.posix_spawn(sys.executable, ["python3", "-V"], {})'),
  },
  { name: 'memory that no limit counts', code: attempt('import os\nreturn os.memfd_create("held")') },
  {
    name: 'shared memory',
    code: attempt(
      'from multiprocessing.shared_memory import SharedMemory\nreturn SharedMemory(create=True, size=1 << 20).name',
    ),
  },
  { name: 'keys of the kernel', code: attempt(`${LIBC}return libc.syscall(250, 0, -3, 1) >= 0`) },
  {
    name: 'rings of the kernel',
    code: attempt(`${LIBC}return libc.syscall(425, 8, ctypes.create_string_buffer(200)) >= 0`),
  },
  { name: 'programs in the kernel', code: attempt(`${LIBC}return libc.syscall(321, 0, 0, 0) >= 0`) },
  {
    name: 'files by their numbers',
    code: attempt(`${LIBC}return libc.syscall(304, -100, ctypes.create_string_buffer(64), 0) >= 0`),
  },
  {
    name: 'a folder to write to, other than its own',
    code: attempt(
      'import os\nreached = []\nfor place in ("/", "/usr", "/usr/lib", "/usr/share", "/etc", "/dev", "/dev/shm", "/mnt", "/proc", "/home", "/var/tmp", os.path.dirname(os.__file__)):\n    try:\n        open(place + "/written", "w").close()\n        reached.append(place)\n    except OSError:\n        pass\nreturn reached or None',
    ),
  },
  {
    name: 'folders of people, or of the system’s state',
    code: attempt(
      'import os\nreturn [place for place in ("/home", "/root", "/work", "/var", "/run", "/sys", "/boot", "/srv", "/opt", "/media", "/etc/passwd", "/etc/shadow", "/etc/hostname", "/usr/bin/env", "/bin/sh") if os.path.exists(place)] or None',
    ),
  },
  {
    name: 'open files of the app',
    code: attempt(
      'import os, stat\nreached = []\nfor number in range(3, 1024):\n    try:\n        mode = os.fstat(number).st_mode\n    except OSError:\n        continue\n    if not stat.S_ISFIFO(mode) and not stat.S_ISCHR(mode): reached.append((number, oct(mode)))\n# The two by which the app is answered.\nreturn [other for other in reached if not other[1].startswith("0o140")] or (reached if len(reached) > 2 else None)',
    ),
  },
  {
    name: 'the app’s environment',
    code: attempt(
      'import os\nreturn sorted(set(os.environ) - {"HOME", "TMPDIR", "LANG", "MPLBACKEND", "MPLCONFIGDIR", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "PWD", "LC_CTYPE", "TZ"}) or None',
    ),
  },
  {
    name: 'a file outside by another name for it',
    code: attempt('import os\nos.link(os.__file__, "/mnt/data/os.py")\nreturn True'),
  },
  {
    name: 'more than its limits',
    code: attempt('import resource\nresource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))\nreturn True'),
  },
  { name: 'the terminal', code: attempt('import fcntl\nfcntl.ioctl(0, 0x5412, b"x")\nreturn True') },
  { name: 'the clock', code: attempt('import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)\nreturn True') },
  { name: 'a pipe to a program', code: attempt('import os\nreturn os.popen("id").read() or None') },
];

export const OWN_ABUSES: (Attempt & { ended: string[] })[] = [
  {
    name: 'forks without end',
    code: 'import os\nwhile True:\n  try: os.fork()\n  except OSError: pass',
    ended: ['timeout'],
  },
  {
    name: 'threads with small stacks, without end',
    code: 'import threading, time\nthreading.stack_size(65536)\nwhile True: threading.Thread(target=time.sleep, args=(99,), daemon=True).start()',
    ended: ['memory', 'error'],
  },
  {
    name: 'shared memory without end',
    code: 'import mmap\nheld = []\nwhile True:\n  held.append(mmap.mmap(-1, 1 << 26))\n  held[-1].write(bytes(1 << 26))',
    ended: ['memory'],
  },
  {
    name: 'a million files',
    code: 'import os\nos.makedirs("/tmp/many")\nfor number in range(1_000_000): os.close(os.open(f"/tmp/many/{number}", os.O_CREAT))',
    ended: ['memory'],
  },
  {
    name: 'a process that stops itself',
    code: 'import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)',
    ended: ['timeout'],
  },
  {
    name: 'a wait that holds the interpreter',
    code: 'import ctypes\nctypes.PyDLL(None).sleep(1000)',
    ended: ['timeout'],
  },
  { name: 'its own end', code: 'import os\nos.kill(os.getpid(), 9)', ended: ['crashed'] },
  { name: 'all its files closed', code: 'import os\nos.closerange(0, 1024)', ended: ['crashed', 'error', 'done'] },
  {
    name: 'itself started anew in its place',
    code: 'import os, sys\nos.execv(sys.executable, ["python3", "-c", "while True: pass"])',
    ended: ['timeout', 'crashed'],
  },
  {
    name: 'answers made up',
    code: 'import os\nfor number in range(3, 64):\n  try: os.write(number, b"\\xff" * 64)\n  except OSError: pass\nimport time\ntime.sleep(1)',
    ended: ['crashed', 'done', 'error', 'timeout'],
  },
];
