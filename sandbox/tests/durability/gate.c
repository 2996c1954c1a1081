/*
 * Stands before fsync and fdatasync, as far as the files in the directory GATE say:
 *
 *   closed   while it exists, nobody gets through; who waits has made `arrived` before
 *   broken   while it exists, each call fails with EIO, and nothing is synced
 *   synced   gets a byte for each call that has returned well
 *   loaded   is made at the start
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void path_of(char path[PATH_MAX], const char *name) {
    const char *directory = getenv("GATE");
    snprintf(path, PATH_MAX, "%s/%s", directory ? directory : "", name);
}

static int exists(const char *name) {
    char path[PATH_MAX];
    path_of(path, name);
    return access(path, F_OK) == 0;
}

static void append(const char *name, const void *bytes, size_t count) {
    char path[PATH_MAX];
    path_of(path, name);
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0 || write(file, bytes, count) != (ssize_t)count) {
        abort();
    }
    close(file);
}

__attribute__((constructor)) static void load(void) {
    append("loaded", "", 0);
}

static int pass(const char *name, int file) {
    if (exists("closed")) {
        append("arrived", "", 0);
        while (exists("closed")) {
            usleep(1000);
        }
    }
    if (exists("broken")) {
        errno = EIO;
        return -1;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int outcome = real(file);
    if (outcome == 0) {
        append("synced", ".", 1);
    }
    return outcome;
}

int fsync(int file) {
    return pass("fsync", file);
}

int fdatasync(int file) {
    return pass("fdatasync", file);
}
