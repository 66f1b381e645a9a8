package io.fairway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, driven by the WebDriver protocol (W3C) through its own chromedriver; both end with {@link #close}. */
final class Chromium implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("started successfully on port ([0-9]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final String session;

    private Chromium(Process driver, int port, int width) {
        this.driver = driver;
        String root = "http://127.0.0.1:" + port + "/session";
        Map<String, Object> options = Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--lang=en", "--window-size=" + width + ",1000"), "mobileEmulation",
                Map.of("deviceMetrics", Map.of("width", width, "height", 1000, "pixelRatio", 1, "touch", false)));
        this.session = root + "/" + call("POST", root, Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))))
                .path("sessionId").asText();
    }

    /** Where the driver is; empty when it is not installed. */
    static Optional<Path> driver() {
        return List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/local/bin/chromedriver").stream().map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /** Starts one whose window is so many CSS pixels wide. */
    static Chromium start(Path driver, int width) throws IOException {
        Process process = new ProcessBuilder(driver.toString(), "--port=0").redirectErrorStream(true).start();
        try {
            return new Chromium(process, port(process), width);
        } catch (IOException | IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("chromedriver ended without saying its port");
    }

    void open(String address) {
        call("POST", session + "/url", Map.of("url", address));
    }

    String address() {
        return call("GET", session + "/url", Map.of()).asText();
    }

    String title() {
        return call("GET", session + "/title", Map.of()).asText();
    }

    String text(String css) {
        return call("GET", element(css) + "/text", Map.of()).asText();
    }

    void click(String css) {
        call("POST", element(css) + "/click", Map.of());
    }

    void type(String css, String text) {
        call("POST", element(css) + "/value", Map.of("text", text));
    }

    /** Presses keys wherever the focus is; {@code \uE004} is the tabulator, {@code \uE007} Enter. */
    void press(String keys) {
        JsonNode focused = call("GET", session + "/element/active", Map.of());
        call("POST", session + "/element/" + focused.path(ELEMENT).asText() + "/value", Map.of("text", keys));
    }

    /** What a script of the driver's, not the page's, finds out. */
    JsonNode ask(String script) {
        return call("POST", session + "/execute/sync", Map.of("script", "return " + script, "args", List.of()));
    }

    /** A picture of what is seen. */
    void photograph(Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(call("GET", session + "/screenshot", Map.of()).asText()));
    }

    private String element(String css) {
        return session + "/element/" + call("POST", session + "/element", Map.of("using", "css selector", "value", css)).path(ELEMENT).asText();
    }

    private JsonNode call(String method, String address, Map<String, ?> content) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).header("Content-Type", "application/json");
            HttpResponse<String> answer = http.send((method.equals("POST")
                    ? request.POST(BodyPublishers.ofString(JSON.writeValueAsString(content))) : request.method(method, BodyPublishers.noBody())).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body()).path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            call("DELETE", session, Map.of());
        } finally {
            driver.destroy();
        }
    }
}
