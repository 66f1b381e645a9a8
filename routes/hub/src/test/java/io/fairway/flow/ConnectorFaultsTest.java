package io.fairway.flow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.fairway.connector.As2Delivery;
import io.fairway.connector.HttpDelivery;
import io.fairway.connector.SoapDelivery;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.fixture.Fixtures;
import io.fairway.signing.Digest;
import io.fairway.signing.SignedEntity;
import io.fairway.signing.SigningKey;
import io.fairway.usecase.Counterparts.SendOutcome;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.OutboundId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SignedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each counterpart of the hub, over the protocol it has, with everything that goes wrong between two machines. */
@Tag("long")
class ConnectorFaultsTest {
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");
    private static final SigningKey KEY = As2Keys.validAt(NOW);
    private static final SigningKey STRANGER = As2Keys.validAt(NOW);
    private static final SigningKey HUB_KEY = As2Keys.validAt(NOW);
    private static final OutboundId ID = new OutboundId(UUID.fromString("0195a000-0000-7000-8000-000000000002"));
    private static final OutboundId EARLIER = new OutboundId(UUID.fromString("0195a000-0000-7000-8000-000000000001"));
    private static final byte[] DOCUMENT = Fixtures.bytes("edifact/coreor_d00b_release_order.edi");
    private static final SignedEntity.Travelling ENCLOSED = SignedEntity.signDocument(DOCUMENT, "application/edifact", HUB_KEY, NOW);
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofMillis(700);

    @RegisterExtension
    static final WireMockExtension COUNTERPART = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort()).build();

    private static final List<SoapDelivery> OPENED = new CopyOnWriteArrayList<>();
    private static final TlsServers TLS = new TlsServers(Path.of("target"));

    @RegisterExtension
    static final WireMockExtension EXPIRED = server(Instant.parse("2024-01-01T00:00:00Z"));

    @RegisterExtension
    static final WireMockExtension SOUND = server(Instant.parse("2098-01-01T00:00:00Z"));

    private static final ChannelCounterparts CHANNELS = channels(PATIENT);

    /** Whom the hub tells things, and how. */
    private enum Connector {
        CUSTOMS_BY_SOAP, CUSTOMS_BY_HTTP, BORDER_BY_SOAP, MARITIME_BY_HTTP, TRANSPORT_AUTHORITY_BY_HTTP, LICENCE_AGENCY_BY_HTTP,
        TERMINAL_BY_AS2, BANK_BY_HTTP;

        String protocol() {
            return name().substring(name().lastIndexOf('_') + 1);
        }

        String path() {
            return "/" + name().toLowerCase(Locale.ROOT);
        }

        PartyRecord at(String root) {
            String scheme = switch (protocol()) {
                case "SOAP" -> "soap+";
                case "AS2" -> "as2+";
                default -> "";
            };
            return new PartyRecord(new PartyId(name().replace("_", "")), name(), Set.of(), Set.of(), Environment.LIVE,
                    Optional.of(Endpoint.read(scheme + root + path())), Map.of(), new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()));
        }

        SignedImage image() {
            byte[] bytes = protocol().equals("AS2") ? ENCLOSED.body() : DOCUMENT;
            return new SignedImage(bytes, protocol().equals("AS2") ? ENCLOSED.contentType() : "application/edifact", Digests.of(bytes), new byte[] {1});
        }

        /** The proof that it has a message. */
        ResponseDefinitionBuilder receipt(OutboundId id, SigningKey key) {
            return switch (protocol()) {
                case "SOAP" -> aResponse().withHeader("Content-Type", "application/soap+xml; charset=utf-8")
                        .withBody(new SoapReceipts(key).signed(SoapReceipts.plain(id.toString(), image().digest().value())));
                case "AS2" -> aResponse().withHeader("Content-Type", SignedEntity.contentType("r"))
                        .withBody(SignedEntity.sign(disposition(id), "r", key, NOW));
                default -> aResponse().withHeader("Content-Type", "application/json")
                        .withBody("{\"messageId\":\"%s\",\"sha256\":\"%s\"}".formatted(id, image().digest().value()));
            };
        }

        private static byte[] disposition(OutboundId id) {
            byte[] entity = ((SignedEntity.Signed) SignedEntity.verify(ENCLOSED.contentType(), ENCLOSED.body())).entity();
            return Fixtures.text("as2/receipt.txt").replace("\n", "\r\n").replace("@ID@", "<" + id + "@fairway>").replace("@OUTCOME@", "processed")
                    .replace("@MIC@", Base64.getEncoder().encodeToString(Digest.sha256(entity)) + ", sha-256").getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static ChannelCounterparts channels(Duration timeout) {
        InstantSource clock = InstantSource.fixed(NOW);
        var soap = new SoapDelivery(new SoapDelivery.Key(SoapReceipts.RSA.key(), SoapReceipts.RSA.certificate()), timeout, TLS.believed());
        OPENED.add(soap);
        return new ChannelCounterparts(new HttpCounterparts(new HttpDelivery(timeout, TLS.believed())),
                new As2Counterparts(new As2Delivery(timeout, TLS.believed()), (party, signer) -> signer.equals(KEY.certificate()), "FAIRWAY", clock),
                new SoapCounterparts(soap, (party, signer) -> signer.equals(KEY.certificate()), clock),
                (party, id, image, trace) -> new SendOutcome.NotReceipted("Not connected"));
    }

    @AfterAll
    static void close() {
        OPENED.forEach(SoapDelivery::close);
    }

    @ParameterizedTest
    @EnumSource
    void takesASlowReceiptAndTheSameOneLateAndTwice(Connector connector) {
        assertThat(answered(connector, connector.receipt(ID, KEY).withFixedDelay(400))).isInstanceOf(SendOutcome.Receipted.class);
        assertThat(answered(connector, connector.receipt(ID, KEY))).as("again").isInstanceOf(SendOutcome.Receipted.class);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheLateReceiptOfAnEarlierMessageForNoProof(Connector connector) {
        assertNoProof(connector, connector.receipt(EARLIER, KEY), "for another message");
    }

    @Test
    void waitsForNoneOfThemLongerThanItsTimeWhoeverIsSilent() {
        for (Connector connector : Connector.values()) {
            COUNTERPART.stubFor(post(connector.path()).willReturn(connector.receipt(ID, KEY).withFixedDelay(60_000)));
        }
        ChannelCounterparts impatient = channels(IMPATIENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = Arrays.stream(Connector.values()).map(connector -> CompletableFuture.supplyAsync(
                    () -> send(impatient, connector, COUNTERPART.baseUrl()), threads)).toList();
            assertThat(sends).allSatisfy(send -> assertThat(send.join()).isInstanceOfSatisfying(SendOutcome.NotReceipted.class,
                    failed -> assertThat(failed.cause()).contains("No answer within PT0.7S")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void triesNothingTwiceByItselfWhenTheConnectionIsCut(Connector connector) {
        for (Fault fault : Fault.values()) {
            COUNTERPART.resetRequests();
            assertNoProof(connector, aResponse().withFault(fault), "");
            COUNTERPART.verify(1, postRequestedFor(urlEqualTo(connector.path())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoStatusButSuccessForProof(Connector connector) {
        for (int status : new int[] {302, 400, 404, 429, 500, 503}) {
            assertNoProof(connector, connector.receipt(ID, KEY).withStatus(status).withHeader("Location", "/elsewhere"), "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesRubbishForNoProof(Connector connector) {
        assertNoProof(connector, aResponse().withStatus(200), "");
        assertNoProof(connector, aResponse().withHeader("Content-Type", "text/html").withBody("<html>all fine</html>"), "");
        assertNoProof(connector, aResponse().withHeader("Content-Type", "application/json").withBody("{\"messageId\":"), "");
        assertNoProof(connector, aResponse().withHeader("Content-Type", "application/soap+xml").withBody("<env:Envelope"), "");
        assertNoProof(connector, connector.receipt(ID, KEY).withBody("x".repeat(1_000_000)), "");
    }

    @ParameterizedTest
    @EnumSource
    void speaksToNobodyWhoseCertificateHasEnded(Connector connector) {
        EXPIRED.stubFor(post(connector.path()).willReturn(connector.receipt(ID, KEY)));
        SOUND.stubFor(post(connector.path()).willReturn(connector.receipt(ID, KEY)));

        assertThat(send(CHANNELS, connector, "https://127.0.0.1:" + EXPIRED.getHttpsPort())).isInstanceOfSatisfying(SendOutcome.NotReceipted.class,
                failed -> assertThat(failed.cause()).containsIgnoringCase("expired"));
        assertThat(EXPIRED.getAllServeEvents()).isEmpty();
        assertThat(send(CHANNELS, connector, "https://127.0.0.1:" + SOUND.getHttpsPort())).isInstanceOf(SendOutcome.Receipted.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*SOAP|.*AS2")
    void takesNoReceiptOfAStranger(Connector connector) {
        assertNoProof(connector, connector.receipt(ID, STRANGER), "did not enrol");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*SOAP")
    void takesNoSoapAnswerThatIsUnsignedChangedOrSignedElsewhere(Connector connector) {
        String plain = SoapReceipts.plain(ID.toString(), connector.image().digest().value());
        String signed = new SoapReceipts(KEY).signed(plain);
        assertNoProof(connector, soap(plain), "");
        assertNoProof(connector, soap(signed.replace(ID.toString(), EARLIER.toString())), "");
        assertNoProof(connector, soap(new SoapReceipts(KEY).signed(plain, "Timestamp")), "Body is signed");
        assertNoProof(connector, soap(Fixtures.text("soap/refused.xml")).withStatus(500), "The office is closed");
        String other = SoapReceipts.plain(EARLIER.toString(), connector.image().digest().value());
        String earlier = new SoapReceipts(KEY).signed(other);
        String forged = earlier.replaceAll("(?s)<env:Body.*</env:Body>", "")
                .replace("</env:Header>", "<aside>" + body(earlier) + "</aside></env:Header>" + body(plain));
        assertNoProof(connector, soap(forged), "");
    }

    @Test
    void restsAfterFiveFailuresInARowAndLeavesTheOthersAlone() {
        var resting = new RestingCounterparts(CHANNELS, Duration.ofSeconds(1), Duration.ofSeconds(30), InstantSource.fixed(NOW));
        for (Connector connector : List.of(Connector.CUSTOMS_BY_SOAP, Connector.TERMINAL_BY_AS2, Connector.MARITIME_BY_HTTP)) {
            COUNTERPART.stubFor(post(connector.path()).willReturn(aResponse().withStatus(500)));
            PartyRecord party = connector.at(COUNTERPART.baseUrl());
            assertThat(resting.mostAtOnce(party.id(), 16)).isEqualTo(16);
            for (int i = 0; i < 5; i++) {
                resting.send(party, ID, connector.image(), "0".repeat(32));
            }
            assertThat(resting.mostAtOnce(party.id(), 16)).isZero();
        }
    }

    private static String body(String envelope) {
        return envelope.substring(envelope.indexOf("<env:Body"), envelope.indexOf("</env:Body>") + "</env:Body>".length());
    }

    private static ResponseDefinitionBuilder soap(String envelope) {
        return aResponse().withHeader("Content-Type", "application/soap+xml; charset=utf-8").withBody(envelope);
    }

    private static WireMockExtension server(Instant until) {
        return WireMockExtension.newInstance().options(WireMockConfiguration.wireMockConfig().httpDisabled(true).dynamicHttpsPort()
                .keystorePath(TLS.server(until).toString()).keystoreType("PKCS12").keystorePassword(TlsServers.PASSWORD)
                .keyManagerPassword(TlsServers.PASSWORD)).build();
    }

    private static void assertNoProof(Connector connector, ResponseDefinitionBuilder answer, String why) {
        assertThat(answered(connector, answer)).isInstanceOfSatisfying(SendOutcome.NotReceipted.class,
                failed -> assertThat(failed.cause()).contains(why));
    }

    private static SendOutcome answered(Connector connector, ResponseDefinitionBuilder answer) {
        COUNTERPART.stubFor(post(connector.path()).willReturn(answer));
        return send(CHANNELS, connector, COUNTERPART.baseUrl());
    }

    private static SendOutcome send(ChannelCounterparts channels, Connector connector, String root) {
        return channels.send(connector.at(root.replace("localhost", "127.0.0.1")), ID, connector.image(), "0123456789abcdef0123456789abcdef");
    }
}
