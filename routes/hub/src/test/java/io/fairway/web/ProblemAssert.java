package io.fairway.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What every refusal must look like, whoever made it. */
public final class ProblemAssert {

    private ProblemAssert() {
    }

    public static JsonNode assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode problem = HttpCaller.json(answer);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isEqualTo("urn:fairway:problem:" + code);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(problem.get("detail").asText()).isNotEmpty();
        assertThat(problem.get("trace").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("Fairway-Trace")).hasValue(problem.get("trace").asText());
        assertThat(problem.toString()).doesNotContain("Exception", "io.fairway", "\tat ", "org.springframework");
        return problem;
    }
}
