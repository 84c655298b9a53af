package dev.pipemark.capability;

import dev.pipemark.api.Codec;

/**
 * Whether two threads can use one coder at once. The contract of {@code Coder} does not allow this, but the library
 * may.
 */
final class ContentionContract implements Contract {
    private static final String NOTE =
            "the contract of Coder does not allow this, and the test shows what the library does";

    @Override
    public String name() {
        return "one coder on two threads";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        ContractWorkers.Encoded sent = workers.firstCarried();
        if (!sent.reply().fine()) {
            return sent.reply().finding();
        }
        Reply reply = workers.ask(
                ContractWorkers.SENDER,
                ContractService.CONTEND,
                ContractService.about(sent.specimen(), true, new byte[0]));
        // The two threads may leave the worker in a bad state, so no other contract uses it.
        workers.lose(ContractWorkers.SENDER);
        if (!reply.fine()) {
            return new Finding(reply.trouble(), sent.note() + reply.reason() + "; " + NOTE);
        }
        return reply.text().isEmpty()
                ? new Finding("not seen to fail", sent.note() + NOTE)
                : new Finding("fails", sent.note() + reply.text() + "; " + NOTE);
    }
}
