package dev.pipemark.capability;

import dev.pipemark.api.Codec;

/** Whether a receiver can decode a message if it knows only that an object arrives. */
final class SelfDescriptionContract implements Contract {
    @Override
    public String name() {
        return "self-describing";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        ContractWorkers.Encoded sent = workers.firstCarried();
        if (!sent.reply().fine()) {
            return sent.reply().finding();
        }
        Reply original = workers.described(sent.specimen());
        Reply arrived = workers.ask(
                ContractWorkers.RECEIVER,
                ContractService.ARRIVE,
                ContractService.about(sent.specimen(), false, sent.reply().content()));
        if (!arrived.fine()) {
            return new Finding("no", sent.note() + arrived.trouble() + ": " + arrived.reason());
        }
        Arrival arrival = Arrival.of(original.place(), arrived.place());
        return switch (arrival.outcome()) {
            case EXACT -> new Finding("yes: as its class", sent.note() + "arrives as it was");
            case OTHER_CLASS -> new Finding("yes: as a " + arrived.place().type(), sent.note() + arrival.detail());
            default -> new Finding("no", sent.note() + arrival.outcome().label() + ": " + arrival.detail());
        };
    }
}
