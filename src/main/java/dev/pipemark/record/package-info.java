/** What a run leaves on disk: cells, forks, outcomes, the journal's writer beside its reader, and their JSON. */
@NullMarked
package dev.pipemark.record;

import org.jspecify.annotations.NullMarked;
