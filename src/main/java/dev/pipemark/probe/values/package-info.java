/** What people try to send to another process, named so that they find theirs; knows no codec and no process. */
@NullMarked
package dev.pipemark.probe.values;

import org.jspecify.annotations.NullMarked;
