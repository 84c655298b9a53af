package dev.pipemark.cli;

import dev.pipemark.api.Libraries;
import dev.pipemark.record.CodecFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A codec and facts about its library. There are no facts about a library that comes from a user's jar.
 *
 * @param licences the licences of the library, of which a user chooses one. If Java's own codec is compressed, the licences
 *     of the compression's library
 * @param otherLicences the licences of the other jars that it brings
 * @param released the day when the library was built for its release, if its jar shows it
 * @param advisories the advisories of the library and of the libraries that it brings, also of other versions; or the fact
 *     that none was found for the library
 */
record Background(
        CodecFacts codec,
        List<String> licences,
        List<String> otherLicences,
        Optional<LocalDate> released,
        List<Advisory> advisories) {
    /**
     * Finds the facts about a codec.
     *
     * @param needs the libraries that the codec needs, as {@code groupId:artifactId}
     * @param all the licences of all libraries
     * @param known all advisories
     */
    static Background of(CodecFacts codec, Set<String> needs, Map<String, List<String>> all, List<Advisory> known) {
        boolean ours =
                codec.jars() != null && Libraries.version(codec.library()).equals(codec.version());
        if (!ours) {
            return new Background(codec, List.of(), List.of(), Optional.empty(), List.of());
        }
        List<String> brought = needs.stream()
                .flatMap(library -> all.getOrDefault(library, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
        List<String> licences = all.getOrDefault(codec.library(), brought);
        return new Background(
                codec,
                licences,
                brought.stream().filter(licence -> !licences.contains(licence)).toList(),
                Libraries.released(codec.library()),
                known.stream()
                        .filter(advisory -> advisory.none()
                                ? advisory.artifact().equals(codec.library())
                                : needs.contains(advisory.artifact()))
                        .toList());
    }

    /** Returns whether somebody searched for advisories of the library. */
    boolean lookedUp() {
        return advisories.stream().anyMatch(advisory -> advisory.artifact().equals(codec.library()));
    }

    /** Returns whether an advisory concerns the version of the library or of a dependency. */
    boolean affected() {
        return advisories.stream().anyMatch(advisory -> advisory.affects(Libraries.version(advisory.artifact())));
    }
}
