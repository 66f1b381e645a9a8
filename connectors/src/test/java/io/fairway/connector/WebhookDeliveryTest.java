package io.fairway.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.fairway.connector.WebhookDelivery.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest {
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
    private static final Executor THREADS = Thread::startVirtualThread;

    @RegisterExtension
    static final WireMockExtension SUBSCRIBER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort()).build();

    private final WebhookDelivery delivery = new WebhookDelivery(Reach.PUBLIC_AND_LOOPBACK, Duration.ofMillis(800), THREADS);

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 410, 500})
    void tellsTheStatusItWasAnsweredWith(int status) {
        assertThat(answered(aResponse().withStatus(status).withBody("x".repeat(100_000)))).isEqualTo(new Outcome.Answered(status));
        SUBSCRIBER.verify(postRequestedFor(urlEqualTo("/hook")).withHeader("webhook-id", equalTo("1"))
                .withHeader("Content-Type", containing("application/json")).withRequestBody(equalTo("{\"a\":1}")));
    }

    @Test
    void followsNoRedirect() {
        assertThat(answered(aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:" + SUBSCRIBER.getPort() + "/other")))
                .isEqualTo(new Outcome.Answered(302));
        SUBSCRIBER.verify(0, postRequestedFor(urlEqualTo("/other")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void survivesWhatIsNoAnswer(Fault fault) {
        assertThat(answered(aResponse().withFault(fault))).isNotNull();
        assertThat(answered(aResponse())).isEqualTo(new Outcome.Answered(200));
    }

    @Test
    void waitsForASlowAnswerNoLongerThanTheLimit() {
        assertThat(answered(aResponse().withFixedDelay(5_000))).isInstanceOf(Outcome.NotAnswered.class);
    }

    @Test
    void takesTheStatusOfAnAnswerWhoseBodyNeverEnds() {
        assertThat(answered(aResponse().withBody("x".repeat(10_000)).withChunkedDribbleDelay(100, 60_000))).isEqualTo(new Outcome.Answered(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]", "0x7f000001",
        "017700000001"})
    void connectsToNothingInsideWhateverItIsCalled(String host) throws IOException {
        try (var publicOnly = new WebhookDelivery(Reach.PUBLIC, Duration.ofSeconds(2), THREADS); var inside = new ServerSocket(0)) {
            assertThat(publicOnly.post(URI.create("http://" + host + ":" + inside.getLocalPort() + "/"), Map.of(), BODY))
                    .isInstanceOf(Outcome.NotAnswered.class);
            inside.setSoTimeout(50);
            assertThat(catchThrowable(inside::accept)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void tellsNothingOfWhatIsBehindARefusedName() throws IOException {
        try (var publicOnly = new WebhookDelivery(Reach.PUBLIC, Duration.ofSeconds(2), THREADS)) {
            var refused = publicOnly.post(URI.create("http://localhost:1/"), Map.of(), BODY);
            var unknown = publicOnly.post(URI.create("http://no-such-host.invalid/"), Map.of(), BODY);
            assertThat(refused).isEqualTo(unknown);
        }
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        SUBSCRIBER.stubFor(post(anyUrl()).willReturn(aResponse()));

        assertThat(delivery.post(URI.create("https://127.0.0.1:" + SUBSCRIBER.getHttpsPort() + "/hook"), Map.of(), BODY))
                .isInstanceOf(Outcome.NotAnswered.class);
    }

    private Outcome answered(ResponseDefinitionBuilder answer) {
        SUBSCRIBER.stubFor(post("/hook").willReturn(answer));
        return delivery.post(URI.create("http://127.0.0.1:" + SUBSCRIBER.getPort() + "/hook"), Map.of("webhook-id", "1"), BODY);
    }
}
