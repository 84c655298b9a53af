/*
 * What a pair of pipes between two processes costs without a JVM, a codec or a copy: the floor under the suite's own.
 *
 *   pipe-floor echo BYTES PLACEMENT SECONDS     prints the mean of one round trip, ns
 *   pipe-floor stream BYTES PLACEMENT SECONDS   prints messages per second, one write each
 *
 * PLACEMENT is auto (two cores), same (one core) or none (the system's choice). Messages are BYTES and a header of 16,
 * as the suite's are. Blocking reads and writes, no threads.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HEADER = 16, CHUNK = 65536, CORES = 1024 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void fail(const char *what) {
    perror(what);
    exit(2);
}

static void write_all(int fd, const char *from, size_t bytes) {
    while (bytes > 0) {
        ssize_t n = write(fd, from, bytes);
        if (n < 0) {
            if (errno == EINTR) continue;
            fail("write");
        }
        from += n;
        bytes -= n;
    }
}

/* Returns 0 at the end of the stream. */
static int read_all(int fd, char *to, size_t bytes) {
    while (bytes > 0) {
        ssize_t n = read(fd, to, bytes);
        if (n == 0) return 0;
        if (n < 0) {
            if (errno == EINTR) continue;
            fail("read");
        }
        to += n;
        bytes -= n;
    }
    return 1;
}

static void pin(const char *placement, int child) {
    if (strcmp(placement, "none") == 0) return;
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) fail("sched_getaffinity");
    int wanted = child && strcmp(placement, "auto") == 0 ? 1 : 0;
    for (int core = 0; core < CORES; core++) {
        if (CPU_ISSET(core, &allowed) && wanted-- == 0) {
            CPU_ZERO(&one);
            CPU_SET(core, &one);
            if (sched_setaffinity(0, sizeof one, &one) != 0) fail("sched_setaffinity");
            return;
        }
    }
    fprintf(stderr, "there are not enough cores for placement %s\n", placement);
    exit(2);
}

static void echo_child(int in, int out, char *message, size_t bytes) {
    while (read_all(in, message, bytes)) write_all(out, message, bytes);
}

static double echo_parent(int in, int out, char *message, size_t bytes, double seconds) {
    long done = 0;
    double start = now();
    while (now() - start < seconds / 4) {
        write_all(out, message, bytes);
        if (!read_all(in, message, bytes)) fail("echo");
    }
    double begun = now(), ended;
    do {
        for (int i = 0; i < 8; i++) {
            write_all(out, message, bytes);
            if (!read_all(in, message, bytes)) fail("echo");
        }
        done += 8;
        ended = now();
    } while (ended - begun < seconds);
    return (ended - begun) * 1e9 / done;
}

/* Reads whatever is there, and at the end says how many bytes that were. */
static void stream_child(int in, int out, char *buffer) {
    long long total = 0;
    ssize_t n;
    while ((n = read(in, buffer, CHUNK)) > 0) total += n;
    write_all(out, (char *)&total, sizeof total);
}

static double stream_parent(int in, int out, char *message, size_t bytes, double seconds) {
    long long sent = 0, total;
    double begun = now();
    while (now() - begun < seconds) {
        for (int i = 0; i < 64; i++) write_all(out, message, bytes);
        sent += 64;
    }
    close(out);
    if (!read_all(in, (char *)&total, sizeof total) || total != sent * (long long)bytes) fail("stream");
    return sent / (now() - begun);
}

int main(int argc, char **argv) {
    if (argc != 5 || (strcmp(argv[1], "echo") != 0 && strcmp(argv[1], "stream") != 0)) {
        fprintf(stderr, "usage: pipe-floor echo|stream BYTES auto|same|none SECONDS\n");
        return 1;
    }
    int streaming = strcmp(argv[1], "stream") == 0;
    size_t bytes = atol(argv[2]) + HEADER;
    double seconds = atof(argv[4]);
    char *message = calloc(1, bytes > CHUNK ? bytes : CHUNK);
    int down[2], up[2];
    if (message == NULL || pipe(down) != 0 || pipe(up) != 0) fail("pipe");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        pin(argv[3], 1);
        close(down[1]);
        close(up[0]);
        if (streaming) stream_child(down[0], up[1], message);
        else echo_child(down[0], up[1], message, bytes);
        return 0;
    }
    pin(argv[3], 0);
    close(down[0]);
    close(up[1]);
    double result = streaming ? stream_parent(up[0], down[1], message, bytes, seconds)
                              : echo_parent(up[0], down[1], message, bytes, seconds);
    if (!streaming) close(down[1]);
    waitpid(child, NULL, 0);
    printf("%.1f\n", result);
    return 0;
}
