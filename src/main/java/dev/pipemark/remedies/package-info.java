/** What to do when something will not travel: remedies that run, each beside the mistake it answers. */
@NullMarked
package dev.pipemark.remedies;

import org.jspecify.annotations.NullMarked;
