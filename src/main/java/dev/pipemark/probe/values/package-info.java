/** Values that users try to send to another process, by name. This room knows no codec and no process. */
@NullMarked
package dev.pipemark.probe.values;

import org.jspecify.annotations.NullMarked;
