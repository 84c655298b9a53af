package dev.pipemark.remedies;

/**
 * The behaviour of a child process. Only the name of the class is sent. The child creates its own instance, so a role
 * needs a constructor without parameters.
 */
interface Role {
    /**
     * Answers one message with one line.
     *
     * @throws Exception any exception. The answer is then {@link Transcript#REFUSED} and the exception.
     */
    String answer(byte[] message) throws Exception;
}
