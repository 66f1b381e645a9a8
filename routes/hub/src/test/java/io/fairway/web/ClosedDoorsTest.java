package io.fairway.web;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedDoorsTest extends WebTest {

    @Test
    void keepsAnOperationThatNobodyAnnotatedClosedToEverybody() {
        assertProblem(NOBODY.get("/api/planted-without-annotation"), 401, "UNAUTHENTICATED");
        assertProblem(LINE.get("/api/planted-without-annotation"), 403, "FORBIDDEN");
        assertProblem(OPERATOR.get("/api/planted-without-annotation"), 403, "FORBIDDEN");
    }

    @Test
    void opensAnOperationForOperatorsToThemOnly() {
        assertThat(OPERATOR.get("/api/planted-for-operators").body()).asString().isEqualTo("operator");
        assertProblem(LINE.get("/api/planted-for-operators"), 403, "FORBIDDEN");
    }

    @Test
    void tellsADefectWithoutItsInside() {
        var problem = assertProblem(LINE.get("/api/planted-defect"), 500, "INTERNAL");

        assertThat(problem.toString()).doesNotContain("secret of the inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing-here", "/index.html", "/error", "/oauth2/authorize", "/oauth2/introspect", "/oauth2/revoke",
            "/userinfo", "/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/login", "/h2-console"})
    void answersNobodyAboutWhatIsNotOpen(String path) {
        assertProblem(NOBODY.get(path), 401, "UNAUTHENTICATED");
        assertThat(LINE.get(path).statusCode()).isIn(403, 404);
    }

    @Test
    void tellsAPartyThatAnAddressHasNothing() {
        assertProblem(LINE.get("/api/nothing-here"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//interchanges", "/api/..;/actuator/env", "/api/%2e%2e/actuator/env", "/api/interchanges;jsessionid=1",
            "/api/interchanges/%00"})
    void refusesAddressesThatTwoReadersCouldReadDifferently(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + LINE.token() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400").contains("application/problem+json", "REQUEST_MALFORMED").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: hub\r\n\r\n", "GET /{} HTTP/1.1\r\nHost: hub\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n", "POST /api/transmissions HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            "POST /api/transmissions HTTP/1.1\r\nHost: hub\r\nContent-Length: -5\r\n\r\n"})
    void refusesWhatIsNotHttp(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception", "<html");
    }

    @Test
    void doesNotReflectTraceRequests() throws IOException {
        assertThat(raw("TRACE /api/interchanges HTTP/1.1\r\nHost: hub\r\nX-Secret: s\r\nConnection: close\r\n\r\n")).doesNotContain("X-Secret");
    }

    @Test
    void tellsBrowsersToTrustNothing() {
        HttpResponse<byte[]> answer = LINE.get("/api/interchanges");

        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
