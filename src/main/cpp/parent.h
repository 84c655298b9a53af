#pragma once

#include <sys/types.h>

namespace pipemark::worker {

/**
 * Ends this process when its parent ends. The end of the input is no sufficient sign: a worker that is still decoding does
 * not notice it, and another process may hold the pipe open.
 *
 * @param parent the process that started this worker, by itself or through another program
 */
void endWith(pid_t parent);

}  // namespace pipemark::worker
