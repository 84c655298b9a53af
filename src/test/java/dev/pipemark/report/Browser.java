package dev.pipemark.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The installed Chromium, without a window. Nothing is downloaded. */
final class Browser implements AutoCloseable {
    /** The message if there is no browser. */
    static final String MISSING = "no browser is installed, so that reports are not opened in one; on Debian:"
            + " apt-get install chromium chromium-driver (elsewhere: -Dpipemark.browser=… -Dpipemark.driver=…)";

    /** Selenium warns about missing bindings for the tools of new browsers, which are not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** A page that is not ready after this time is broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean installed() {
        return browser().isPresent() && driver().isPresent();
    }

    private static Optional<Path> browser() {
        return find("pipemark.browser", "chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> driver() {
        return find("pipemark.driver", "chromedriver");
    }

    private static Optional<Path> find(String property, String... names) {
        String set = System.getProperty(property, "");
        Stream<Path> places = Arrays.stream(names)
                .flatMap(name -> Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                        .map(folder -> Path.of(folder, name)));
        return (set.isEmpty() ? places : Stream.of(Path.of(set)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts the browser.
     *
     * @param profile an empty folder, so that no state of other pages is left
     * @param scripts whether pages may run scripts
     */
    static Browser start(Path profile, boolean scripts) {
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Opens a file in a window of this width, on a light or dark system. */
    void open(Path file, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        system(dark);
        // Earlier pages, such as the browser's own first page, must not answer in place of the new page.
        driver.get("about:blank");
        complaints();
        requests();
        driver.get(file.toUri().toString());
    }

    /** Changes the system's colours while the page is open. */
    void system(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Evaluates an expression, or the body of a function, in the page. */
    Object ask(String script, Object... arguments) {
        String body = script.contains("return ") ? script : "return " + script;
        Object answer = driver.executeScript(body, arguments);
        return answer == null ? "" : answer;
    }

    long count(String script) {
        return ((Number) ask(script)).longValue();
    }

    boolean holds(String script) {
        return Boolean.TRUE.equals(ask(script));
    }

    String text(String script) {
        return String.valueOf(ask(script));
    }

    List<String> texts(String script) {
        return ((List<?>) ask(script)).stream().map(String::valueOf).toList();
    }

    /** Waits in the page until the body of a function returns true. */
    void await(String condition, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        driver.executeAsyncScript(
                "var given = Array.from(arguments), done = given.pop();"
                        + "var condition = function () {" + condition + "};(function look() { if"
                        + " (condition.apply(null, given)) { done(true);"
                        + " } else { setTimeout(look, 20); } }());",
                arguments);
    }

    /** Runs the body of a function, and returns the argument of its call of {@code done}. */
    Object later(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        Object answer = driver.executeAsyncScript("var done = arguments[arguments.length - 1];" + script, arguments);
        return answer == null ? "" : answer;
    }

    /** Clicks like a reader, at the place of the element. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Returns the messages of the console since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Returns the requested addresses since the last call. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode event = JSON.readTree(entry.getMessage()).path("message");
            if (event.path("method").asString("").equals("Network.requestWillBeSent")) {
                urls.add(event.path("params").path("request").path("url").asString(""));
            }
        }
        return urls;
    }

    /** Writes a picture of the page, from its top and at most 9,000 pixels high. */
    void picture(Path file) throws IOException {
        long width = count("innerWidth");
        long height = Math.min(9_000, count("document.documentElement.scrollHeight"));
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    }

    /** Writes the page as PDF. */
    void print(Path file) throws IOException {
        Map<String, Object> printed = driver.executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
