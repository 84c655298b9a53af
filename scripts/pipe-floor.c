/*
 * Measures a pair of pipes between two processes, without a JVM, a codec or a copy. This is the lower limit for the suite.
 *
 *   pipe-floor echo BYTES PLACEMENT SECONDS     prints the mean of one round trip, ns
 *   pipe-floor stream BYTES PLACEMENT SECONDS   prints messages per second, one write each
 *   pipe-floor pool BYTES PLACEMENT SECONDS     prints messages per second there and back, one write each on both sides
 *   pipe-floor poolbatch BYTES PLACEMENT SECONDS    the same, with up to 64 KiB of messages in one write
 *   pipe-floor busy PROCESSES PLACEMENT SECONDS     prints pieces of arithmetic per second of all processes together. They
 *                                                   do not communicate. This shows the capacity of the machine.
 *   pipe-floor cores                            prints the CPUs of placement auto: the parent's, and the child's or -1
 *
 * The echo cycles through a ring of messages of up to 4 MiB, as the suite does. PLACEMENT is auto (two cores), same (one
 * core) or none (the system decides). A message has BYTES and a header of 16 bytes, as in the suite. Reads and writes block.
 * The pool modes do the work of a pool of one worker. The parent has a thread that writes and a thread that reads, both on
 * the core of the parent. The child has one thread. A read takes all available bytes, up to 64 KiB. The other modes have no
 * threads. Compile with -pthread if threads are not part of the C library.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
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

/* Returns whether a CPU is a hardware thread of the same physical core as another. Returns 0 if this is not known. The file
 * has a list such as 0,4 or 0-1. */
static int siblings(int core, int other) {
    char path[96];
    snprintf(path, sizeof path, "/sys/devices/system/cpu/cpu%d/topology/thread_siblings_list", core);
    FILE *file = fopen(path, "r");
    if (file == NULL) return 0;
    int first, last, found = 0;
    while (!found && fscanf(file, "%d", &first) == 1) {
        last = first;
        int separator = fgetc(file);
        if (separator == '-') {
            if (fscanf(file, "%d", &last) != 1) break;
            fgetc(file);
        }
        found = other >= first && other <= last;
    }
    fclose(file);
    return found;
}

/* Returns the first allowed CPU for the parent. For the child on two cores, returns the first CPU on another physical core,
 * as the suite does. If there is none, returns the second allowed CPU. */
static int choose(const cpu_set_t *allowed, int apart) {
    int first = -1, second = -1;
    for (int core = 0; core < CORES; core++) {
        if (!CPU_ISSET(core, allowed)) continue;
        if (first < 0) {
            first = core;
            if (!apart) return first;
        } else {
            if (second < 0) second = core;
            if (!siblings(first, core)) return core;
        }
    }
    return second;
}

static void pin(const char *placement, int child) {
    if (strcmp(placement, "none") == 0) return;
    cpu_set_t allowed, one;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) fail("sched_getaffinity");
    int core = choose(&allowed, child && strcmp(placement, "auto") == 0);
    if (core < 0) {
        fprintf(stderr, "there are not enough cores for placement %s\n", placement);
        exit(2);
    }
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0) fail("sched_setaffinity");
}

static void echo_child(int in, int out, char *message, size_t bytes) {
    while (read_all(in, message, bytes)) write_all(out, message, bytes);
}

/* Returns the number of messages in the ring, as in the suite: a power of two from 4 to 1024 that fits into 4 MiB. A header
 * is as long as the header of an array in Java. */
static size_t ring_length(size_t bytes) {
    size_t length = 1024;
    while (length > 4 && length * bytes > 4 * 1024 * 1024) length /= 2;
    return length;
}

/* Sends the messages of the ring one after another, as the suite does. A single message would stay in the nearest cache. */
static double echo_parent(int in, int out, char *reply, size_t bytes, double seconds) {
    size_t mask = ring_length(bytes) - 1, next = 0;
    char *ring = calloc(mask + 1, bytes);
    if (ring == NULL) fail("calloc");
    memset(ring, 1, (mask + 1) * bytes);
    long done = 0;
    double start = now(), begun = start, ended;
    do {
        for (int i = 0; i < 8; i++) {
            write_all(out, ring + (next++ & mask) * bytes, bytes);
            if (!read_all(in, reply, bytes)) fail("echo");
        }
        ended = now();
        if (ended - start < seconds / 4) {
            begun = ended;
        } else {
            done += 8;
        }
    } while (ended - begun < seconds);
    free(ring);
    return (ended - begun) * 1e9 / done;
}

/* Reads all available bytes. At the end of the stream, reports the number of bytes. */
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

/* Reads all available bytes and answers the complete messages: each in a write of its own, or all in one write. */
static void pool_child(int in, int out, char *buffer, size_t capacity, size_t bytes, int batching) {
    size_t held = 0;
    ssize_t n;
    while ((n = read(in, buffer + held, capacity - held)) > 0) {
        held += n;
        size_t whole = held - held % bytes;
        size_t step = batching ? whole : bytes;
        for (size_t at = 0; at < whole; at += step) write_all(out, buffer + at, step);
        held -= whole;
        memmove(buffer, buffer + whole, held);
    }
}

struct replies {
    int in;
    long long bytes;
    double ended;
};

/* The reading thread. Reads until the child has ended, and records the time of the last bytes. */
static void *read_replies(void *to) {
    struct replies *replies = to;
    char *buffer = malloc(CHUNK);
    if (buffer == NULL) fail("malloc");
    ssize_t n;
    while ((n = read(replies->in, buffer, CHUNK)) > 0) {
        replies->bytes += n;
        replies->ended = now();
    }
    if (n < 0) fail("read");
    free(buffer);
    return NULL;
}

/* Writes this number of messages at a time, without waiting for answers. Only the 64 KiB of each pipe limit it. */
static double pool_parent(int in, int out, char *messages, size_t bytes, long batch, double seconds) {
    struct replies replies = {in, 0, 0};
    pthread_t reader;
    if (pthread_create(&reader, NULL, read_replies, &replies) != 0) fail("pthread_create");
    long long sent = 0;
    double begun = now();
    while (now() - begun < seconds) {
        for (int i = 0; i < 64; i++) write_all(out, messages, bytes * batch);
        sent += 64 * batch;
    }
    close(out);
    if (pthread_join(reader, NULL) != 0) fail("pthread_join");
    if (replies.bytes != sent * (long long)bytes) fail("pool");
    return sent / (replies.ended - begun);
}

enum mode { ECHO, STREAM, POOL, POOLBATCH, MODES };
static const char *const NAMES[MODES] = {"echo", "stream", "pool", "poolbatch"};

/* Steps of Marsaglia's xorshift (Xorshift RNGs, Journal of Statistical Software 8/14, 2003). */
static double busy_child(double seconds) {
    enum { STEPS = 400000 };
    volatile unsigned long kept;
    long pieces = 0;
    double begun = now(), end = begun + seconds;
    do {
        unsigned long x = 2 * pieces + 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
        }
        kept = x;
        pieces++;
    } while (now() < end);
    (void)kept;
    return pieces / (now() - begun);
}

static double busy_parent(int processes, double seconds) {
    int up[2];
    if (pipe(up) != 0) fail("pipe");
    for (int i = 0; i < processes; i++) {
        pid_t child = fork();
        if (child < 0) fail("fork");
        if (child == 0) {
            double rate = busy_child(seconds);
            write_all(up[1], (const char *)&rate, sizeof rate);
            exit(0);
        }
    }
    close(up[1]);
    double rate, sum = 0;
    while (read(up[0], &rate, sizeof rate) == sizeof rate) sum += rate;
    while (wait(NULL) > 0) {}
    return sum;
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "cores") == 0) {
        cpu_set_t allowed;
        if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) fail("sched_getaffinity");
        printf("%d %d\n", choose(&allowed, 0), choose(&allowed, 1));
        return 0;
    }
    if (argc == 5 && strcmp(argv[1], "busy") == 0) {
        printf("%.1f\n", busy_parent(atoi(argv[2]), atof(argv[4])));
        return 0;
    }
    int mode = 0;
    while (argc == 5 && mode < MODES && strcmp(argv[1], NAMES[mode]) != 0) mode++;
    if (argc != 5 || mode == MODES) {
        fprintf(stderr, "usage: pipe-floor echo|stream|pool|poolbatch BYTES auto|same|none SECONDS, or busy PROCESSES none SECONDS, or cores\n");
        return 1;
    }
    size_t bytes = atol(argv[2]) + HEADER;
    double seconds = atof(argv[4]);
    size_t capacity = bytes > CHUNK ? bytes : CHUNK;
    char *message = calloc(1, capacity);
    int down[2], up[2];
    if (message == NULL || pipe(down) != 0 || pipe(up) != 0) fail("pipe");
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        pin(argv[3], 1);
        close(down[1]);
        close(up[0]);
        if (mode == STREAM) stream_child(down[0], up[1], message);
        else if (mode == ECHO) echo_child(down[0], up[1], message, bytes);
        else pool_child(down[0], up[1], message, capacity, bytes, mode == POOLBATCH);
        return 0;
    }
    pin(argv[3], 0);
    close(down[0]);
    close(up[1]);
    double result;
    if (mode == ECHO) {
        result = echo_parent(up[0], down[1], message, bytes, seconds);
        close(down[1]);
    } else if (mode == STREAM) {
        result = stream_parent(up[0], down[1], message, bytes, seconds);
    } else {
        long batch = mode == POOLBATCH && bytes < CHUNK ? CHUNK / bytes : 1;
        result = pool_parent(up[0], down[1], message, bytes, batch, seconds);
    }
    waitpid(child, NULL, 0);
    printf("%.1f\n", result);
    return 0;
}
