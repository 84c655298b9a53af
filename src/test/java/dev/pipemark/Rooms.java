package dev.pipemark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of rooms in {@code docs/architecture.md}: each room with the rooms that it may use. */
final class Rooms {
    private static final String BASE = "dev.pipemark.";
    private static final String FOLDERS = ".*";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.*]+)` \\|[^|]*\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([a-z.*]+)`");

    private final Map<String, Set<String>> uses;

    private Rooms(Map<String, Set<String>> uses) {
        this.uses = uses;
    }

    static Rooms ofTheTable() throws IOException {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                uses.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return new Rooms(uses);
    }

    /** Returns every arrow of the table, as {@code from -> to}. */
    Set<String> arrows() {
        Set<String> arrows = new TreeSet<>();
        uses.forEach((from, rooms) -> rooms.forEach(to -> arrows.add(from + " -> " + to)));
        return arrows;
    }

    /** Returns the arrow from one package to another. Empty within one room, and if it leads out of the suite. */
    Optional<String> arrow(String from, String to) {
        if (!to.startsWith(BASE) || folder(from).equals(folder(to))) {
            return Optional.empty();
        }
        return Optional.of(room(from) + " -> " + room(to));
    }

    /**
     * Returns the room of a package: the one with the longest matching name.
     *
     * @throws IllegalArgumentException if the package is in no room
     */
    String room(String packageName) {
        return uses.keySet().stream()
                .filter(room -> isIn(packageName, room))
                .max(Comparator.comparingInt(room -> room.replace(FOLDERS, ".").length()))
                .orElseThrow(() -> new IllegalArgumentException(
                        packageName + " is in no room: give it a row in the table of docs/architecture.md"));
    }

    /** Returns the folder of a room. Each folder in a row is a separate room. */
    private String folder(String packageName) {
        String room = room(packageName);
        if (!room.endsWith(FOLDERS)) {
            return room;
        }
        int start = BASE.length() + room.length() - 1;
        int end = packageName.indexOf('.', start);
        return end < 0 ? packageName : packageName.substring(0, end);
    }

    private static boolean isIn(String packageName, String room) {
        String name = BASE + room;
        return room.endsWith(FOLDERS)
                ? packageName.startsWith(name.substring(0, name.length() - 1))
                : packageName.equals(name) || packageName.startsWith(name + ".");
    }
}
