package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Classes with fields of unusual kind, name or content. */
public final class FieldClasses {
    private FieldClasses() {}

    /** Has a transient field and an ordinary one. */
    public static final class WithTransient implements Serializable {
        private static final long serialVersionUID = 1L;

        private String user = "";
        private transient String password = "";

        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }

        public String getPassword() {
            return password;
        }

        public void setPassword(String password) {
            this.password = password;
        }
    }

    /** Has a volatile field. */
    public static final class WithVolatile implements Serializable {
        private static final long serialVersionUID = 1L;

        private volatile int state;

        public int getState() {
            return state;
        }

        public void setState(int state) {
            this.state = state;
        }
    }

    /** Has a final field with a constant, whose value the compiler copies to each use. */
    public static final class WithConstant implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int version = 3;
        private int size;

        public int getVersion() {
            return version;
        }

        public int getSize() {
            return size;
        }

        public void setSize(int size) {
            this.size = size;
        }
    }

    /** Has fields with initializers. A codec that omits zero and empty values restores the initial values instead. */
    public static final class WithInitializers implements Serializable {
        private static final long serialVersionUID = 1L;

        private int retries = 3;
        private String mode = "fast";
        private List<String> tags = new ArrayList<>(List.of("new"));

        public int getRetries() {
            return retries;
        }

        public void setRetries(int retries) {
            this.retries = retries;
        }

        public String getMode() {
            return mode;
        }

        public void setMode(String mode) {
            this.mode = mode;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    /** Has fields whose names do not match their accessors, or look like something else. */
    @SuppressWarnings("MemberName") // tests such names
    public static final class OddNames implements Serializable {
        private static final long serialVersionUID = 1L;

        private int _id;
        private int $price;
        private String URL = "";
        private int xAxis;
        private String clazz = "";
        private boolean isOpen;

        public int get_id() {
            return _id;
        }

        public void set_id(int id) {
            this._id = id;
        }

        public int get$price() {
            return $price;
        }

        public void set$price(int price) {
            this.$price = price;
        }

        public String getURL() {
            return URL;
        }

        public void setURL(String url) {
            this.URL = url;
        }

        public int getxAxis() {
            return xAxis;
        }

        public void setxAxis(int x) {
            this.xAxis = x;
        }

        public String getClazz() {
            return clazz;
        }

        public void setClazz(String clazz) {
            this.clazz = clazz;
        }

        public boolean isOpen() {
            return isOpen;
        }

        public void setOpen(boolean open) {
            this.isOpen = open;
        }
    }

    /** A key that is not a string. */
    public record Cell(int row, int column) implements Serializable {}

    /** Has a map with numbers as keys, and a map with a user class as keys. */
    public static final class Sheet implements Serializable {
        private static final long serialVersionUID = 1L;

        private Map<Integer, String> rows = new HashMap<>();
        private Map<Cell, Double> cells = new HashMap<>();

        public Map<Integer, String> getRows() {
            return rows;
        }

        public void setRows(Map<Integer, String> rows) {
            this.rows = rows;
        }

        public Map<Cell, Double> getCells() {
            return cells;
        }

        public void setCells(Map<Cell, Double> cells) {
            this.cells = cells;
        }
    }

    /** A field that holds a function. */
    public static final class WithLambda implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final Supplier<String> text;

        private WithLambda(String name, Supplier<String> text) {
            this.name = name;
            this.text = text;
        }

        /** Returns an object whose lambda is serializable, although the field's type does not require it. */
        public static WithLambda repeating(String word, int times) {
            return new WithLambda("repeat", (Supplier<String> & Serializable) () -> word.repeat(times));
        }

        public String getName() {
            return name;
        }

        public String text() {
            return text.get();
        }
    }
}
