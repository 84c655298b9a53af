/** The record of a run on disk: cells, forks, outcomes, the writer and the reader of the journal, and their JSON. */
@NullMarked
package dev.pipemark.record;

import org.jspecify.annotations.NullMarked;
