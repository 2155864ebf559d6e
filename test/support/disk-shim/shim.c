/*
 * Put before the C library (LD_PRELOAD), this lets a process meet a disk that loses power, or that fails:
 *
 * SHIM_FOLDER    only files below this folder are concerned
 * SHIM_FAILING   while this file is there, whatever would change the disk ends in EIO
 * SHIM_SYNCED    a folder that holds what a power cut would leave: for each file what it held when it was last synced, by
 *                inode, and for each folder the names and inodes it had when it was last synced
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread int inside = 0;

static int is_concerned(const char *path) {
  const char *folder = getenv("SHIM_FOLDER");
  size_t size = folder ? strlen(folder) : 0;
  return size > 0 && strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == 0);
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_concerned(path);
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

/* Written aside and renamed, so that whoever ends this process in the middle finds the one or the other. */
static FILE *begin(char *partial, const char *target) {
  snprintf(partial, PATH_MAX, "%s.partial", target);
  return fopen(partial, "w");
}

static void keep_file(const char *path, ino_t inode, const char *synced) {
  char target[PATH_MAX], partial[PATH_MAX];
  snprintf(target, sizeof target, "%s/file-%lu", synced, (unsigned long)inode);
  FILE *from = fopen(path, "r");
  FILE *to = from ? begin(partial, target) : NULL;
  if (to) {
    char bytes[65536];
    for (size_t size; (size = fread(bytes, 1, sizeof bytes, from)) > 0;) fwrite(bytes, 1, size, to);
    fclose(to);
    rename(partial, target);
  }
  if (from) fclose(from);
}

static void keep_folder(const char *path, ino_t inode, const char *synced) {
  char target[PATH_MAX], partial[PATH_MAX];
  snprintf(target, sizeof target, "%s/folder-%lu", synced, (unsigned long)inode);
  DIR *folder = opendir(path);
  FILE *to = folder ? begin(partial, target) : NULL;
  if (to) {
    for (struct dirent *entry; (entry = readdir(folder));)
      if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
        fprintf(to, "%c %lu %s\n", entry->d_type == DT_DIR ? 'd' : 'f', (unsigned long)entry->d_ino, entry->d_name);
    fclose(to);
    rename(partial, target);
  }
  if (folder) closedir(folder);
}

static void note_sync(int fd) {
  const char *synced = getenv("SHIM_SYNCED");
  char path[PATH_MAX];
  struct stat about;
  if (!synced || inside || !path_of(fd, path) || fstat(fd, &about) != 0) return;
  inside = 1;
  pthread_mutex_lock(&lock);
  if (S_ISDIR(about.st_mode)) keep_folder(path, about.st_ino, synced);
  else keep_file(path, about.st_ino, synced);
  pthread_mutex_unlock(&lock);
  inside = 0;
}

static int is_failing(void) {
  const char *sign = getenv("SHIM_FAILING");
  return sign && access(sign, F_OK) == 0;
}

/* Whether the disk fails at what is about to be done to it; errno tells so. */
static int fails_at(const char *path) {
  if (inside || !path || !is_failing() || !is_concerned(path)) return 0;
  errno = EIO;
  return 1;
}
static int fails(int fd) {
  char path[PATH_MAX];
  int before = errno;
  if (inside || !is_failing() || !path_of(fd, path)) {
    errno = before;
    return 0;
  }
  errno = EIO;
  return 1;
}

#define FAILING_FD(type, name, parameters, arguments) \
  type name parameters { return fails(fd) ? -1 : REAL(name) arguments; }
FAILING_FD(ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size))
FAILING_FD(ssize_t, pwrite, (int fd, const void *bytes, size_t size, off_t at), (fd, bytes, size, at))
FAILING_FD(ssize_t, pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, size, at))
FAILING_FD(ssize_t, writev, (int fd, const struct iovec *parts, int count), (fd, parts, count))
FAILING_FD(ssize_t, pwritev, (int fd, const struct iovec *parts, int count, off_t at), (fd, parts, count, at))
FAILING_FD(ssize_t, pwritev64, (int fd, const struct iovec *parts, int count, off64_t at), (fd, parts, count, at))
FAILING_FD(int, ftruncate, (int fd, off_t size), (fd, size))
FAILING_FD(int, ftruncate64, (int fd, off64_t size), (fd, size))

#define FAILING_PATH(name, parameters, arguments) \
  int name parameters { return fails_at(path) ? -1 : REAL(name) arguments; }
FAILING_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
FAILING_PATH(unlink, (const char *path), (path))
FAILING_PATH(rmdir, (const char *path), (path))
FAILING_PATH(rename, (const char *path, const char *to), (path, to))

/* Opened to be written to is well: most of what fails, fails later. A file that would be made is not. */
static int opens(const char *name, const char *path, int flags, va_list more) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  if (flags & (O_CREAT | O_TRUNC) && fails_at(path)) return -1;
  return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name))(path, flags, mode);
}
#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    va_list more; \
    va_start(more, flags); \
    int result = opens(#name, path, flags, more); \
    va_end(more); \
    return result; \
  }
OPENING(open)
OPENING(open64)

int fsync(int fd) {
  if (fails(fd)) return -1;
  int result = REAL(fsync)(fd);
  if (result == 0) note_sync(fd);
  return result;
}
int fdatasync(int fd) {
  if (fails(fd)) return -1;
  int result = REAL(fdatasync)(fd);
  if (result == 0) note_sync(fd);
  return result;
}
