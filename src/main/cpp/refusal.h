#pragma once

#include "wire.h"

namespace pipemark::worker {

/** Adds the answer to a request that failed. Must be called while the exception is being handled. */
void refuse(const char* stage, Replies& replies);

}  // namespace pipemark::worker
