package dev.pipemark.probe.values;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Beans whose accessors do not simply match their fields. */
public final class AccessorClasses {
    private AccessorClasses() {}

    /** Has a getter for a computed value, without a field or a setter. */
    public static final class Computed implements Serializable {
        private static final long serialVersionUID = 1L;

        private int width;
        private int height;

        public int getWidth() {
            return width;
        }

        public void setWidth(int width) {
            this.width = width;
        }

        public int getHeight() {
            return height;
        }

        public void setHeight(int height) {
            this.height = height;
        }

        public int getArea() {
            return width * height;
        }
    }

    /** Has a getter that throws until a reply is set. */
    public static final class Throwing implements Serializable {
        private static final long serialVersionUID = 1L;

        private String request = "";
        private @Nullable String reply;

        public String getRequest() {
            return request;
        }

        public void setRequest(String request) {
            this.request = request;
        }

        public String getReply() {
            if (reply == null) {
                throw new IllegalStateException("no reply yet");
            }
            return reply;
        }

        public void setReply(String reply) {
            this.reply = reply;
        }
    }

    /** Has the three usual forms of getters for a truth value. */
    public static final class Flags implements Serializable {
        private static final long serialVersionUID = 1L;

        private boolean active;
        private boolean visible;
        private @Nullable Boolean paid;

        public boolean isActive() {
            return active;
        }

        public void setActive(boolean active) {
            this.active = active;
        }

        public boolean getVisible() {
            return visible;
        }

        public void setVisible(boolean visible) {
            this.visible = visible;
        }

        public @Nullable Boolean isPaid() {
            return paid;
        }

        public void setPaid(@Nullable Boolean paid) {
            this.paid = paid;
        }
    }
}
