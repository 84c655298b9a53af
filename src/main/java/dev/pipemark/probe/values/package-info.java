/** Values that users try to send to another process, by name. This room uses no codec and starts no process. */
@NullMarked
package dev.pipemark.probe.values;

import org.jspecify.annotations.NullMarked;
