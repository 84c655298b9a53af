package dev.pipemark.capability;

import dev.pipemark.api.Codec;

/** Something that holds for a codec whatever the value, and that is found out by trying. */
interface Contract {
    /** As files and reports name it. */
    String name();

    /**
     * Tries it. A worker that dies or hangs is a finding.
     *
     * @param codec what it says of itself; it is not run in this process
     */
    Finding find(Codec codec, ContractWorkers workers);
}
