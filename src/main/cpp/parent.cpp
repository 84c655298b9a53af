#include "parent.h"

#include <cerrno>
#include <csignal>

#include <sys/time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace pipemark::worker {

namespace {

constexpr suseconds_t LOOK_MICROS = 250'000;

volatile pid_t watched = 0;

/** Whether the watched process is the parent of this process, and not a grandparent. */
volatile bool direct = false;

bool gone() {
    return direct ? getppid() != watched : kill(watched, 0) != 0 && errno == ESRCH;
}

/** Ends this process if its parent has ended. It calls only functions that a signal handler may call. */
void look(int) {
    const int saved = errno;
    if (gone()) {
        _exit(0);
    }
    errno = saved;
}

void handle(int signal) {
    struct sigaction action = {};
    action.sa_handler = look;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
    // The mask of blocked signals is that of the thread which started this process.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, signal);
    sigprocmask(SIG_UNBLOCK, &signals, nullptr);
}

/** Looks at regular intervals. A thread that waits would make every allocation slower. */
void lookAgainAndAgain() {
    handle(SIGALRM);
    const itimerval interval = {{0, LOOK_MICROS}, {0, LOOK_MICROS}};
    setitimer(ITIMER_REAL, &interval, nullptr);
}

}  // namespace

void endWith(pid_t parent) {
    watched = parent;
    direct = getppid() == parent;
    bool told = false;
#ifdef __linux__
    if (direct) {
        // Linux sends the signal when the thread that started this process ends, although its process may live on.
        handle(SIGUSR1);
        told = prctl(PR_SET_PDEATHSIG, SIGUSR1) == 0;
    }
#endif
    if (!told) {
        lookAgainAndAgain();
    }
    // The parent may have ended before the signal was requested.
    if (gone()) {
        _exit(0);
    }
}

}  // namespace pipemark::worker
