/*
 * Put before the C library (LD_PRELOAD), this lets a process meet a disk that loses power:
 *
 * SHIM_FOLDER    only files below this folder are concerned
 * SHIM_SYNCED    a folder that holds what a power cut would leave: for each file what it held when it was last synced, by
 *                inode, and for each folder the names and inodes it had when it was last synced
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread int inside = 0;

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  const char *folder = getenv("SHIM_FOLDER");
  size_t size = folder ? strlen(folder) : 0;
  return size > 0 && strncmp(path, folder, size) == 0 && (path[size] == '/' || path[size] == 0);
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

int fsync(int fd) {
  int result = REAL(fsync)(fd);
  if (result == 0) note_sync(fd);
  return result;
}
int fdatasync(int fd) {
  int result = REAL(fdatasync)(fd);
  if (result == 0) note_sync(fd);
  return result;
}
