/* Preloaded into a program: writes down in order what it does to the files below one folder, and can let that disk fail.
 *
 * DISK_FOLDER is the folder, DISK_LOG the file that takes a record for each operation that succeeded. The program
 * itself may call disk_say, disk_fail and disk_count. What goes through mmap (SQLite's -shm) is not seen.
 */
#define _GNU_SOURCE
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
#include <sys/syscall.h>
#include <unistd.h>

struct record {
    int64_t kind, file, at, length; /* `length` bytes follow: what was written, a name, or two names */
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1, count, first_bad, last_bad, bad_errno;
static const char *folder;
static size_t folder_length;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("DISK_LOG");
    folder = getenv("DISK_FOLDER");
    if (!path || !folder)
        return;
    folder_length = strlen(folder);
    log_fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(char kind, int64_t file, int64_t at, const void *bytes, size_t length)
{
    struct record head = {kind, file, at, (int64_t)length};
    if (syscall(SYS_write, log_fd, &head, sizeof head) != (long)sizeof head)
        abort();
    if (length && syscall(SYS_write, log_fd, bytes, length) != (long)length)
        abort();
}

/* The name below the folder; NULL for a path elsewhere. The folder itself has the empty name. */
static const char *below(const char *path)
{
    if (log_fd < 0 || strncmp(path, folder, folder_length) != 0)
        return NULL;
    if (path[folder_length] == '\0')
        return "";
    return path[folder_length] == '/' ? path + folder_length + 1 : NULL;
}

static const char *name_of(int fd, char path[PATH_MAX])
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = log_fd < 0 ? -1 : syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    if (length < 0)
        return NULL;
    path[length] = '\0';
    return below(path);
}

static struct stat look(int fd)
{
    struct stat found = {0};
    if (fstat(fd, &found) != 0)
        abort();
    return found;
}

/* Whether the next operation is to fail. A full disk still deletes and renames. The sync of a folder never fails:
 * SQLite takes no notice of it, so that a power cut right after would be a second fault nobody can survive. */
static int fails(char kind)
{
    count++;
    if (count < first_bad || count > last_bad || kind == 'D' || (bad_errno == ENOSPC && strchr("UR", kind)))
        return 0;
    errno = bad_errno;
    return 1;
}

#define LOCKED(type, body)                                                                                             \
    pthread_mutex_lock(&turn);                                                                                         \
    type result = -1;                                                                                                  \
    do                                                                                                                 \
        body while (0);                                                                                                \
    int kept = errno;                                                                                                  \
    pthread_mutex_unlock(&turn);                                                                                       \
    errno = kept;                                                                                                      \
    return result

/* A disk that runs full takes the first half of what does not fit. */
static ssize_t put(int fd, const void *bytes, size_t length, int64_t at)
{
    if (fails('W')) {
        if (bad_errno != ENOSPC || count != first_bad || length < 2)
            return -1;
        length /= 2;
    }
    ssize_t written = syscall(SYS_pwrite64, fd, bytes, length, at);
    if (written > 0)
        note('W', look(fd).st_ino, at, bytes, written);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
    char path[PATH_MAX];
    if (!name_of(fd, path))
        return syscall(SYS_pwrite64, fd, bytes, length, at);
    LOCKED(ssize_t, { result = put(fd, bytes, length, at); });
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length)
{
    char path[PATH_MAX];
    if (!name_of(fd, path))
        return syscall(SYS_write, fd, bytes, length);
    LOCKED(ssize_t, {
        int appends = fcntl(fd, F_GETFL) & O_APPEND;
        int64_t at = appends ? look(fd).st_size : lseek(fd, 0, SEEK_CUR);
        result = put(fd, bytes, length, at);
        if (result > 0)
            lseek(fd, at + result, SEEK_SET);
    });
}

int ftruncate64(int fd, off64_t size)
{
    char path[PATH_MAX];
    if (!name_of(fd, path))
        return syscall(SYS_ftruncate, fd, size);
    LOCKED(int, {
        if (!fails('T') && (result = syscall(SYS_ftruncate, fd, size)) == 0)
            note('T', look(fd).st_ino, size, NULL, 0);
    });
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd, long call)
{
    char path[PATH_MAX];
    const char *name = name_of(fd, path);
    if (!name)
        return syscall(call, fd);
    LOCKED(int, {
        struct stat found = look(fd);
        char kind = S_ISDIR(found.st_mode) ? 'D' : 'S';
        if (!fails(kind) && (result = syscall(call, fd)) == 0)
            note(kind, found.st_ino, 0, name, strlen(name));
    });
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int opened(const char *path, int flags, mode_t mode)
{
    const char *name = below(path);
    if (!name || !(flags & O_CREAT))
        return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    LOCKED(int, {
        int is_new = access(path, F_OK) != 0;
        if ((!is_new || !fails('C')) && (result = syscall(SYS_openat, AT_FDCWD, path, flags, mode)) >= 0 && is_new)
            note('C', look(result).st_ino, 0, name, strlen(name));
    });
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) __attribute__((alias("open")));

int unlink(const char *path)
{
    const char *name = below(path);
    if (!name)
        return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    LOCKED(int, {
        if (!fails('U') && (result = syscall(SYS_unlinkat, AT_FDCWD, path, 0)) == 0)
            note('U', 0, 0, name, strlen(name));
    });
}

int rename(const char *from, const char *to)
{
    const char *old = below(from), *new = below(to);
    if (!old || !new)
        return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    LOCKED(int, {
        char both[2 * PATH_MAX];
        int length = snprintf(both, sizeof both, "%s%c%s", old, '\0', new);
        if (!fails('R') && (result = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)) == 0)
            note('R', 0, 0, both, length);
    });
}

/* A line of the program's own between the operations. */
void disk_say(const char *words)
{
    pthread_mutex_lock(&turn);
    note('M', 0, 0, words, strlen(words));
    pthread_mutex_unlock(&turn);
}

/* Let the operations `first` to `last`, counted from now, fail with `error`; first 1 and last 0: none. */
void disk_fail(int first, int last, int error)
{
    pthread_mutex_lock(&turn);
    count = 0, first_bad = first, last_bad = last, bad_errno = error;
    pthread_mutex_unlock(&turn);
}

/* How many operations there were since disk_fail. */
int disk_count(void) { return count; }
