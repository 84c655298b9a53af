package dev.pipemark.codecs.shared;

/** The class loader that codecs use to find classes. */
public final class ApplicationLoader {
    private ApplicationLoader() {}

    /**
     * Returns the loader that sees the classes of the values: the thread's context loader, which is set when outside
     * jars are loaded, or the suite's own loader if there is none.
     */
    public static ClassLoader get() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ApplicationLoader.class.getClassLoader();
    }
}
