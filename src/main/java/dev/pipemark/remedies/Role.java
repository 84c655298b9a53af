package dev.pipemark.remedies;

/**
 * What a child process does. Only the name of the class travels, and the child makes its own: a role has a constructor
 * without parameters.
 */
interface Role {
    /**
     * Answers one message, in one line.
     *
     * @throws Exception whatever; the answer then is {@link Transcript#REFUSED} and the exception
     */
    String answer(byte[] message) throws Exception;
}
