package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.web.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes through the console as a browser without a screen does: cookies, redirects, forms. */
final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private static final Pattern UPLOAD = Pattern.compile("enctype=\"multipart/form-data\" action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String root;

    Browser(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** A browser in which a person has signed in, and sees what there is to do. */
    static Browser signedIn(int port, Path home, String person) {
        var browser = new Browser(port);
        HttpResponse<String> form = browser.get("/console");
        assertThat(form.uri().getPath()).isEqualTo("/oauth2/authorize");
        HttpResponse<String> answer = browser.submit(form, "/oauth2/authorize", Map.of("person", person, "secret", HttpCaller.secret(home, person)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/console");
        return browser;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The body of a page that is there. */
    String page(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Posts the form of a page that goes to {@code action}, with what it has hidden and what is filled in. */
    HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> filled) {
        int begin = page.body().indexOf("action=\"" + action);
        assertThat(begin).as("a form to " + action + " in " + page.body()).isNotNegative();
        var fields = new LinkedHashMap<String, String>();
        Matcher hidden = HIDDEN.matcher(page.body().substring(begin, page.body().indexOf("</form>", begin)));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\""));
        }
        fields.putAll(filled);
        return post(action, fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    /** Uploads a file by the form of the page for it. @param act the button that is pressed */
    HttpResponse<String> upload(byte[] file, String act) {
        return upload("/console/submit", file, Map.of("act", act));
    }

    /** Uploads a file by the form with a file on a page. */
    HttpResponse<String> upload(String page, byte[] file, Map<String, String> filled) {
        Matcher action = UPLOAD.matcher(page(page));
        assertThat(action.find()).isTrue();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<script>alert(1)</script>.edi\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        filled.forEach((name, value) -> body.writeBytes(("\r\n--b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("\r\n--b0undary--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(HttpRequest.newBuilder(URI.create(root + action.group(1).replace("&amp;", "&"))).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=b0undary").POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String root() {
        return root;
    }
}
