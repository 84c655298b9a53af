/** What verdicts are worth on a machine: how many equal codecs they call different, and which differences they find. */
@NullMarked
package dev.pipemark.proof;

import org.jspecify.annotations.NullMarked;
