package dev.pipemark.capability;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;

/** Whether a coder carries a bean and a list of beans if its shape names no class. */
final class RegistrationContract implements Contract {
    @Override
    public String name() {
        return "needs registration";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        if (codec.badge() == Badge.SCHEMA || codec.badge() == Badge.HAND_WRITTEN) {
            return new Finding(codec.badge().label(), "every class needs code of its own");
        }
        Reply told = workers.encoded(Specimens.BEAN);
        if (told.notCarried()) {
            return told.finding();
        }
        Finding bean = carried(Specimens.BEAN, workers);
        return bean.answer().equals("no") ? carried(Specimens.LIST, workers) : bean;
    }

    private static Finding carried(String specimen, ContractWorkers workers) {
        Reply original = workers.described(specimen);
        if (!original.fine()) {
            return original.finding();
        }
        Reply encoded = workers.ask(
                ContractWorkers.SENDER, ContractService.ENCODE, ContractService.about(specimen, false, new byte[0]));
        if (!encoded.fine()) {
            return needed(specimen, encoded);
        }
        Reply arrived = workers.ask(
                ContractWorkers.RECEIVER,
                ContractService.ARRIVE,
                ContractService.about(specimen, false, encoded.content()));
        if (!arrived.fine()) {
            return needed(specimen, arrived);
        }
        Arrival arrival = Arrival.of(original.place(), arrived.place());
        return switch (arrival.outcome()) {
            case EXACT -> new Finding("no", "a bean and a list of beans arrive unchanged");
            case OTHER_CLASS ->
                new Finding("yes: arrives as a " + arrived.place().type(), specimen + ": " + arrival.detail());
            default -> new Finding("yes: " + arrival.outcome().label(), specimen + ": " + arrival.detail());
        };
    }

    private static Finding needed(String specimen, Reply reply) {
        return new Finding("yes: " + reply.trouble(), specimen + ": " + reply.reason());
    }
}
