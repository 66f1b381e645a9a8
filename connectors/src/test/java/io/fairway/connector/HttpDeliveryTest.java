package io.fairway.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.fairway.connector.HttpDelivery.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpDeliveryTest {
    private static final String SHA256 = "a".repeat(64);
    private static final String RECEIPT = "{\"at\":{\"x\":[1]},\"messageId\":\"m-1\",\"sha256\":\"" + SHA256 + "\"}";
    private static final HttpDelivery.Message MESSAGE = new HttpDelivery.Message("m-1", "application/xml",
            "<a/>".getBytes(StandardCharsets.US_ASCII), SHA256, new byte[] {1, 2}, "0123456789abcdef0123456789abcdef");

    @RegisterExtension
    static final WireMockExtension COUNTERPART = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort()).build();

    private final HttpDelivery delivery;

    HttpDeliveryTest() throws NoSuchAlgorithmException {
        delivery = new HttpDelivery(Duration.ofSeconds(2), SSLContext.getDefault());
    }

    @Test
    void acceptsAReceiptThatNamesWhatWasSent() {
        Outcome outcome = deliverTo(okJson(RECEIPT));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Receipted.class,
                receipted -> assertThat(receipted.receipt()).asString(StandardCharsets.UTF_8).isEqualTo(RECEIPT));
    }

    @Test
    void sendsIdSignatureAndTraceBesideTheBytes() {
        deliverTo(okJson(RECEIPT));

        COUNTERPART.verify(postRequestedFor(urlEqualTo("/messages"))
                .withHeader("Fairway-Message-Id", equalTo("m-1"))
                .withHeader("Fairway-Signature", equalTo("AQI="))
                .withHeader("traceparent", equalTo("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"))
                .withRequestBody(equalTo("<a/>")));
    }

    @Test
    void takesAReceiptForAnotherMessageForNone() {
        assertNotReceipted(okJson(RECEIPT.replace("m-1", "m-2")));
    }

    @Test
    void takesAReceiptForOtherBytesForNone() {
        assertNotReceipted(okJson(RECEIPT.replace("aaaa", "bbbb")));
    }

    @Test
    void takesSuccessWithRubbishForNoReceipt() {
        assertNotReceipted(aResponse().withStatus(200).withBody("<html>all fine</html>"));
    }

    @Test
    void takesSuccessWithAnEmptyBodyForNoReceipt() {
        assertNotReceipted(aResponse().withStatus(200));
    }

    @Test
    void takesAServerErrorForNoReceiptEvenWithOneInIt() {
        assertNotReceipted(aResponse().withStatus(500).withBody(RECEIPT));
    }

    @Test
    void doesNotFollowARedirect() {
        assertNotReceipted(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
    }

    @Test
    void givesUpOnACounterpartThatIsSilent() {
        assertNotReceipted(okJson(RECEIPT).withFixedDelay(10_000));
    }

    @Test
    void givesUpOnAnAnswerThatDribbles() {
        assertNotReceipted(okJson(RECEIPT).withChunkedDribbleDelay(20, 10_000));
    }

    @Test
    void livesThroughAResetInTheMiddleOfTheAnswer() {
        assertNotReceipted(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertNotReceipted(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        assertNotReceipted(okJson("{\"x\":\"" + "y".repeat(100_000) + "\"}"));
    }

    @Test
    void livesWithACounterpartThatIsNotThere() {
        assertThat(delivery.deliver(URI.create("http://127.0.0.1:1/messages"), MESSAGE)).isInstanceOf(Outcome.NotReceipted.class);
    }

    private void assertNotReceipted(ResponseDefinitionBuilder answer) {
        assertThat(deliverTo(answer)).isInstanceOf(Outcome.NotReceipted.class);
    }

    private Outcome deliverTo(ResponseDefinitionBuilder answer) {
        COUNTERPART.stubFor(post("/messages").willReturn(answer));
        return delivery.deliver(URI.create(COUNTERPART.baseUrl() + "/messages"), MESSAGE);
    }
}
