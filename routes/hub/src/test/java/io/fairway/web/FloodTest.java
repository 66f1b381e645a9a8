package io.fairway.web;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.boot.WebOnly;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One party floods the hub over HTTP; it alone is refused, before anything is acknowledged. */
class FloodTest {
    @TempDir
    private Path home;

    @Test
    void onePartysFloodIsRefusedBeforeItIsAcknowledgedWhileTheOthersGoOn() {
        try (var hub = WebOnly.start(home, "--fairway.requests.per-second=2")) {
            HttpCaller flooding = HttpCaller.party(WebOnly.port(hub), home, "HUBLINE");
            HttpCaller calm = HttpCaller.party(WebOnly.port(hub), home, "HUBFWD");

            List<HttpResponse<byte[]>> answers = IntStream.range(0, 200).mapToObj(number -> submitted(flooding, number)).toList();
            List<HttpResponse<byte[]>> others = IntStream.range(0, 15).mapToObj(number -> submitted(calm, number)).toList();

            assertThat(others).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSizeBetween(20, 120);
            assertThat(answers).filteredOn(answer -> answer.statusCode() != 202).isNotEmpty().allSatisfy(answer -> {
                assertProblem(answer, 429, "TOO_MANY_REQUESTS");
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            });
        }
    }

    private static HttpResponse<byte[]> submitted(HttpCaller caller, int number) {
        return caller.post("/api/transmissions", "text/plain", ("word " + number).getBytes(StandardCharsets.US_ASCII));
    }
}
