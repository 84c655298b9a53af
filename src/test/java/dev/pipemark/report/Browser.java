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

/** Chromium without a window, as it is installed here: nothing is ever fetched for it. */
final class Browser implements AutoCloseable {
    /** What to say where there is none. */
    static final String MISSING = "no browser is installed, so that reports are not opened in one; on Debian:"
            + " apt-get install chromium chromium-driver (elsewhere: -Dpipemark.browser=… -Dpipemark.driver=…)";

    /** Selenium warns that it has no bindings for the newest browsers' tools; none are used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** A page that does not come to rest in this time is broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
     * @param profile an empty folder, so that nothing is remembered of other pages
     * @param scripts whether pages may run theirs
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

    /** Opens a file in a window of this width, on a system of this colour. */
    void open(Path file, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        system(dark);
        // What was open before, the browser's own first page among it, must not answer for what is opened now.
        driver.get("about:blank");
        complaints();
        requests();
        driver.get(file.toUri().toString());
    }

    /** Turns the system's colours, with the page open. */
    void system(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** What an expression, or the body of a function, comes to in the page. */
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

    /** Waits in the page until the body of a function comes to true. */
    void await(String condition, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        driver.executeAsyncScript(
                "var given = Array.from(arguments), done = given.pop();"
                        + "var condition = function () {" + condition + "};(function look() { if"
                        + " (condition.apply(null, given)) { done(true);"
                        + " } else { setTimeout(look, 20); } }());",
                arguments);
    }

    /** What the body of a function hands to its last argument, called {@code done}, now or later. */
    Object later(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        Object answer = driver.executeAsyncScript("var done = arguments[arguments.length - 1];" + script, arguments);
        return answer == null ? "" : answer;
    }

    /** Clicks as a hand does, where the element is; scripts can only call what listens to a click. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** What the page wrote to the console since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Addresses that were asked for since this was last asked. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode event = new JsonMapper().readTree(entry.getMessage()).path("message");
            if (event.path("method").asString("").equals("Network.requestWillBeSent")) {
                urls.add(event.path("params").path("request").path("url").asString(""));
            }
        }
        return urls;
    }

    /** The page from its top, as far down as is worth looking at. */
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

    /** The page on paper, as PDF. */
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
