package dev.pipemark.codecs.shared;

/** Where codecs look classes up by name. */
public final class ApplicationLoader {
    private ApplicationLoader() {}

    /**
     * The loader that sees the classes being shipped: the thread's context loader, which whoever loads outside jars
     * sets; the suite's own where there is none.
     */
    public static ClassLoader get() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ApplicationLoader.class.getClassLoader();
    }
}
