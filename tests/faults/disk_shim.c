/* Stands between a program and its disk: writes down, or refuses, what it does to the files of one folder.
 *
 * Loaded by LD_PRELOAD. CRM_SHIM_ROOT is the folder; CRM_SHIM_LOG a file outside of it that gets one record for each
 * operation (see power_cut.py for how it is read); CRM_SHIM_FAIL_AT=N makes the N-th operation fail with
 * CRM_SHIM_ERRNO, once, or with CRM_SHIM_FOR_EVER=1 that one and all that follow. What goes to standard output is in the
 * log too, so that it is known what had been acknowledged when.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FD 4096
static char *paths[MAX_FD];
static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1, fail_errno = EIO, fail_for_ever = 0;
static long fail_at = -1, operations = 0;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("CRM_SHIM_ROOT"), *log = getenv("CRM_SHIM_LOG"), *at = getenv("CRM_SHIM_FAIL_AT");
    if (!folder || !realpath(folder, root)) return;
    root_length = strlen(root);
    if (log) {
        int fd = (int)syscall(257 /* openat */, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        log_fd = fcntl(fd, F_DUPFD, 1000);
        close(fd);
    }
    if (at) fail_at = atol(at);
    if (getenv("CRM_SHIM_ERRNO")) fail_errno = atoi(getenv("CRM_SHIM_ERRNO"));
    fail_for_ever = getenv("CRM_SHIM_FOR_EVER") != NULL;
}

static int is_ours(const char *path) {
    return root_length && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length]);
}

static int full_path(int folder, const char *path, char *result) {
    char joined[PATH_MAX * 2];
    if (path[0] == '/' || folder == AT_FDCWD) {
        if (path[0] == '/') snprintf(joined, sizeof joined, "%s", path);
        else { char here[PATH_MAX]; if (!getcwd(here, sizeof here)) return 0; snprintf(joined, sizeof joined, "%s/%s", here, path); }
    } else {
        if (folder < 0 || folder >= MAX_FD || !paths[folder]) return 0;
        snprintf(joined, sizeof joined, "%s/%s", paths[folder], path);
    }
    if (strlen(joined) >= PATH_MAX) return 0;
    strcpy(result, joined);
    return is_ours(result);
}

/* A record: kind, length of the path, its other number, offset, length of the data; then path and data. */
struct record { char kind; char pad[3]; uint32_t path_length; int64_t offset; uint64_t length; };

static void note(char kind, const char *path, int64_t offset, const void *data, uint64_t length) {
    if (log_fd < 0) return;
    struct record head = {kind, {0}, (uint32_t)strlen(path), offset, length};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, head.path_length}, {(void *)data, data ? length : 0}};
    static ssize_t (*real_writev)(int, const struct iovec *, int);
    if (!real_writev) real_writev = dlsym(RTLD_NEXT, "writev");
    real_writev(log_fd, parts, 3);
}

static int fails(void) {
    if (fail_at < 0) return 0;
    long number = ++operations;
    if (number == fail_at || (fail_for_ever && number > fail_at)) { errno = fail_errno; return 1; }
    return 0;
}

static const char *path_of(int fd) { return fd >= 0 && fd < MAX_FD ? paths[fd] : NULL; }

static void remember(int fd, const char *path) {
    if (fd < 0 || fd >= MAX_FD) return;
    free(paths[fd]);
    paths[fd] = strdup(path);
}

static int opened(int fd, int folder, const char *path, int flags, int was_there) {
    char whole[PATH_MAX];
    if (fd < 0 || !full_path(folder, path, whole)) return fd;
    pthread_mutex_lock(&lock);
    remember(fd, whole);
    if ((flags & O_CREAT) && !was_there) note('C', whole, 0, NULL, 0);
    else if (flags & O_TRUNC) note('T', whole, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return fd;
}

static int exists(int folder, const char *path) { struct stat s; return fstatat(folder, path, &s, 0) == 0; }

static int must_fail_to_open(int folder, const char *path, int flags, int was_there) {
    char whole[PATH_MAX];
    if (!(flags & O_CREAT) || was_there || !full_path(folder, path, whole)) return 0;
    return fails();
}

#define OPEN(name) \
int name(const char *path, int flags, ...) { \
    REAL(name); mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    int was_there = exists(AT_FDCWD, path); \
    if (must_fail_to_open(AT_FDCWD, path, flags, was_there)) return -1; \
    return opened(real(path, flags, mode), AT_FDCWD, path, flags, was_there); }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
int name(int folder, const char *path, int flags, ...) { \
    REAL(name); mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    int was_there = exists(folder, path); \
    if (must_fail_to_open(folder, path, flags, was_there)) return -1; \
    return opened(real(folder, path, flags, mode), folder, path, flags, was_there); }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < MAX_FD && paths[fd]) {
        pthread_mutex_lock(&lock);
        free(paths[fd]);
        paths[fd] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return real(fd);
}

static ssize_t wrote(int fd, ssize_t done, int64_t offset, const void *data) {
    const char *path = path_of(fd);
    if (done > 0 && path) { pthread_mutex_lock(&lock); note('W', path, offset, data, (uint64_t)done); pthread_mutex_unlock(&lock); }
    return done;
}

ssize_t write(int fd, const void *data, size_t length) {
    REAL(write);
    if (fd == 1 && root_length) note('A', "", 0, data, length);
    if (!path_of(fd)) return real(fd, data, length);
    if (fails()) return -1;
    off_t offset = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    return wrote(fd, real(fd, data, length), offset, data);
}

#define PWRITE(name, type) \
ssize_t name(int fd, const void *data, size_t length, type offset) { \
    REAL(name); \
    if (!path_of(fd)) return real(fd, data, length, offset); \
    if (fails()) return -1; \
    return wrote(fd, real(fd, data, length, offset), offset, data); }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, type) \
int name(int fd, type length) { \
    REAL(name); const char *path = path_of(fd); \
    if (path && fails()) return -1; \
    int done = real(fd, length); \
    if (!done && path) { pthread_mutex_lock(&lock); note('T', path, length, NULL, 0); pthread_mutex_unlock(&lock); } \
    return done; }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
int name(int fd) { \
    REAL(name); const char *path = path_of(fd); \
    if (path && fails()) return -1; \
    int done = path && log_fd >= 0 ? 0 : real(fd); /* the replay decides what is on the disk */ \
    if (!done && path) { pthread_mutex_lock(&lock); note('S', path, 0, NULL, 0); pthread_mutex_unlock(&lock); } \
    return done; }
SYNC(fsync)
SYNC(fdatasync)

static int renamed(int done, const char *from, const char *to) {
    if (!done) { pthread_mutex_lock(&lock); note('R', from, 0, to, strlen(to)); pthread_mutex_unlock(&lock); }
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename); char one[PATH_MAX], two[PATH_MAX];
    int ours = full_path(AT_FDCWD, from, one) && full_path(AT_FDCWD, to, two);
    if (ours && fails()) return -1;
    int done = real(from, to);
    return ours ? renamed(done, one, two) : done;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    REAL(renameat); char one[PATH_MAX], two[PATH_MAX];
    int ours = full_path(from_folder, from, one) && full_path(to_folder, to, two);
    if (ours && fails()) return -1;
    int done = real(from_folder, from, to_folder, to);
    return ours ? renamed(done, one, two) : done;
}

int unlink(const char *path) {
    REAL(unlink); char whole[PATH_MAX];
    int ours = full_path(AT_FDCWD, path, whole);
    int done = real(path);
    if (ours && !done) { pthread_mutex_lock(&lock); note('U', whole, 0, NULL, 0); pthread_mutex_unlock(&lock); }
    return done;
}

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat); char whole[PATH_MAX];
    int ours = full_path(folder, path, whole);
    int done = real(folder, path, flags);
    if (ours && !done) { pthread_mutex_lock(&lock); note('U', whole, 0, NULL, 0); pthread_mutex_unlock(&lock); }
    return done;
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir); char whole[PATH_MAX];
    int ours = full_path(AT_FDCWD, path, whole);
    int done = real(path, mode);
    if (ours && !done) { pthread_mutex_lock(&lock); note('M', whole, 0, NULL, 0); pthread_mutex_unlock(&lock); }
    return done;
}

/* Copies inside the kernel would pass by; the callers fall back to reading and writing. */
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { (void)to; (void)from; (void)offset; (void)length; errno = ENOTSOCK; return -1; }
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { (void)to; (void)from; (void)offset; (void)length; errno = ENOTSOCK; return -1; }
