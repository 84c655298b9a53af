#include "format.h"
#include "parent.h"
#include "session.h"
#include "wire.h"

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include <unistd.h>

namespace worker = pipemark::worker;

namespace {

/** The exit code for wrong arguments, as sysexits.h has it. */
constexpr int WRONG_USE = 64;

pid_t pidOf(const char* text) {
    char* end = nullptr;
    errno = 0;
    const long pid = std::strtol(text, &end, 10);
    return errno == 0 && *text != '\0' && *end == '\0' && pid > 0 && pid <= INT_MAX ? static_cast<pid_t>(pid) : 0;
}

int wrongUse() {
    std::cerr << "usage: cpp PARENT_PID FORMAT [MESSAGE]\n"
                 "Serves one format over standard input and output. docs/protocol.md describes the messages.\n";
    return WRONG_USE;
}

/** Frames keep the descriptor of standard output. Printed text goes to stderr. */
void printToStderr() {
    std::cout.rdbuf(std::cerr.rdbuf());
#ifdef __GLIBC__
    stdout = stderr;
#endif
}

}  // namespace

int main(int argc, char** argv) {
    const pid_t parent = argc == 3 || argc == 4 ? pidOf(argv[1]) : 0;
    if (parent == 0) {
        return wrongUse();
    }
    printToStderr();
    // A write to a pipe that nobody reads then fails, and the reason is printed.
    std::signal(SIGPIPE, SIG_IGN);
    // Ctrl-C reaches all processes of a terminal. The parent ends its workers.
    std::signal(SIGINT, SIG_IGN);
    worker::endWith(parent);
    const std::string name = argv[2];
    const std::string message = argc == 4 ? argv[3] : "";
    try {
        const std::unique_ptr<worker::Format> format = worker::formatOf(name, message);
        worker::Link link(STDIN_FILENO, STDOUT_FILENO);
        worker::serve(link, *format, name, message);
        return EXIT_SUCCESS;
    } catch (const worker::Unavailable& e) {
        std::cerr << "worker: " << e.what() << '\n';
        return worker::CANNOT_SERVE;
    } catch (const std::exception& e) {
        std::cerr << "worker: " << e.what() << '\n';
        return EXIT_FAILURE;
    }
}
