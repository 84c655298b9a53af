package dev.pipemark.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.openjdk.jmh.runner.Runner;

/** The version of the JMH that is packaged with the suite, from JMH's own properties. */
public final class JmhVersion {
    private JmhVersion() {}

    public static String packaged() {
        try (InputStream file = Runner.class.getResourceAsStream("/jmh.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("jmh.version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
