package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's sign-in at Keycloak as a browser does it: authorization code with PKCE (RFC 7636), name first, then password. */
final class SignIn {
    /** Browsers trust loopback with secure cookies; the JDK's store does not. */
    private static final class LoopbackCookies extends CookieHandler {
        private final Map<String, String> cookies = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return Map.of("Cookie", List.of(cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.forEach((name, values) -> {
                if (name.equalsIgnoreCase("Set-Cookie")) {
                    values.forEach(value -> cookies.put(value.substring(0, value.indexOf('=')),
                            value.substring(value.indexOf('=') + 1).replaceAll(";.*", "")));
                }
            });
        }
    }

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern PROCEED = Pattern.compile("href=\"([^\"]*action-token[^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new LoopbackCookies()).build();
    private final String endpoint;
    private final String returnTo;
    private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();

    SignIn(URI issuer, String returnTo) {
        this.endpoint = issuer + "/protocol/openid-connect/";
        this.returnTo = returnTo;
    }

    /** The first page, for these parameters. */
    HttpResponse<String> begin(Map<String, String> parameters) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(endpoint + "auth?" + form(parameters))).build(), BodyHandlers.ofString());
    }

    Map<String, String> parameters() {
        return Map.of("client_id", "fairway-console", "response_type", "code", "scope", "openid", "redirect_uri", returnTo,
                "code_challenge", challenge(), "code_challenge_method", "S256");
    }

    /** Signs in and gives the access token. */
    String token(String username, String password) throws IOException, InterruptedException {
        return tokens(username, password).path("access_token").asText();
    }

    /** Signs in and gives what the token endpoint gives. */
    JsonNode tokens(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = post(action(begin(parameters())), Map.of("username", username));
        HttpResponse<String> answer = post(action(page), Map.of("username", username, "password", password));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        assertThat(code.find()).as(answer.headers().toString()).isTrue();
        HttpResponse<String> token = post(endpoint + "token", Map.of("grant_type", "authorization_code", "client_id", "fairway-console",
                "redirect_uri", returnTo, "code", code.group(1), "code_verifier", verifier));
        return new ObjectMapper().readTree(token.body());
    }

    /** Whether name and password are taken. */
    boolean isLetIn(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = post(action(begin(parameters())), Map.of("username", username));
        return post(action(page), Map.of("username", username, "password", password)).statusCode() == 302;
    }

    /** Renews a token. */
    HttpResponse<String> renewed(String refreshToken) throws IOException, InterruptedException {
        return post(endpoint + "token", Map.of("grant_type", "refresh_token", "client_id", "fairway-console", "refresh_token", refreshToken));
    }

    /** Takes up an invitation: follows its link and chooses a password. */
    void takeUp(String link, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = get(link);
        Matcher proceed = PROCEED.matcher(page.body());
        assertThat(proceed.find()).as(page.statusCode() + page.body()).isTrue();
        HttpResponse<String> form = get(URI.create(link).resolve(proceed.group(1).replace("&amp;", "&")).toString());
        HttpResponse<String> answer = post(action(form), Map.of("password-new", password, "password-confirm", password));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        return answer.statusCode() == 302 ? get(answer.headers().firstValue("Location").orElseThrow()) : answer;
    }

    private HttpResponse<String> post(String address, Map<String, String> fields) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))).build(), BodyHandlers.ofString());
    }

    private static String action(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.statusCode() + page.body()).isTrue();
        return action.group(1).replace("&amp;", "&");
    }

    private String challenge() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
