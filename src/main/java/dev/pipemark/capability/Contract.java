package dev.pipemark.capability;

import dev.pipemark.api.Codec;

/** A property of a codec that does not depend on the value and that a trial can find out. */
interface Contract {
    /** Returns the name in files and reports. */
    String name();

    /**
     * Tries the contract. A worker that dies or hangs is a finding.
     *
     * @param codec the codec, for its own statements. No coder of it may be opened in this process.
     */
    Finding find(Codec codec, ContractWorkers workers);
}
