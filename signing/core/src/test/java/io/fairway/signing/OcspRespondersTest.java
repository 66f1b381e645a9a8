package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An authority is asked whether a certificate is revoked, once until its next update, and its silence holds nobody up. */
class OcspRespondersTest {
    private static final Pki PKI = Pki.SHARED;
    private static final SigningKey ROOT = PKI.authority().root();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<byte[]> answer = new AtomicReference<>(new byte[0]);
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<Instant> now = new AtomicReference<>(Pki.NOW);
    private HttpServer server;
    private X509Certificate certificate;
    private OcspResponders responders;

    @BeforeEach
    void startsAnAuthority() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), answer.get().length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer.get());
            } catch (IOException e) {
                // whoever asked has heard enough
                exchange.close();
            }
        });
        server.start();
        certificate = naming("http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp");
        responders = new OcspResponders(HttpClient.newHttpClient(), Duration.ofMinutes(1), now::get);
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    private static X509Certificate naming(String address) throws Exception {
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var builder = new JcaX509v3CertificateBuilder(ROOT.certificate(), BigInteger.valueOf(77), Date.from(Pki.NOW.minusSeconds(60)),
                Date.from(Pki.NOW.plusSeconds(86_400)), new X500Name("CN=Asks"), pair.getPublic());
        builder.addExtension(Extension.authorityInfoAccess, false,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, address)));
        return Certificates.certificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(ROOT.key())).getEncoded());
    }

    private OcspResponders.Asked ask() {
        return responders.about(List.of(certificate, ROOT.certificate()));
    }

    private void saysAt(Instant at, Optional<Instant> revokedAt) throws Exception {
        answer.set(Responder.of(ROOT).about(certificate, at, revokedAt).encoded());
    }

    @Test
    void keepsAnAnswerUntilItsNextUpdate() throws Exception {
        saysAt(Pki.NOW, Optional.empty());

        assertThat(ask().answers()).hasSize(1);
        now.set(Pki.NOW.plusSeconds(86_399));
        assertThat(ask().answers()).hasSize(1);
        assertThat(asked).hasValue(1);

        now.set(Pki.NOW.plusSeconds(86_400));
        saysAt(now.get(), Optional.of(Pki.NOW));
        assertThat(ask().answers()).singleElement().satisfies(word -> assertThat(word.about(certificate, ROOT.certificate()).orElseThrow().revokedAt())
                .hasValue(Pki.NOW));
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotAskAgainForHalfAMinuteWhereNobodyAnswered() throws Exception {
        status.set(500);
        assertThat(ask().unanswered()).containsExactly(certificate);
        now.set(Pki.NOW.plusSeconds(29));
        assertThat(ask().unanswered()).containsExactly(certificate);
        assertThat(asked).hasValue(1);

        status.set(200);
        saysAt(Pki.NOW, Optional.empty());
        now.set(Pki.NOW.plusSeconds(30));
        assertThat(ask().answers()).hasSize(1);
    }

    @Test
    void believesNeitherOldAnswersNorThoseOfOthersNorWhatIsNone() throws Exception {
        saysAt(Pki.NOW.minusSeconds(86_401), Optional.empty());
        assertThat(ask().unanswered()).containsExactly(certificate);

        answer.set(new Responder(PKI.other().key(), Responder.of(ROOT).certificate(), ROOT.certificate()).about(certificate, Pki.NOW, Optional.empty())
                .encoded());
        now.set(Pki.NOW.plusSeconds(30));
        assertThat(ask().unanswered()).containsExactly(certificate);

        answer.set(new byte[100_000]);
        now.set(Pki.NOW.plusSeconds(60));
        assertThat(ask().unanswered()).containsExactly(certificate);
        assertThat(asked).hasValue(3);
    }

    @Test
    void asksNobodyWhereNoneIsNamedOrNotOverHttp() throws Exception {
        certificate = naming("ldap://127.0.0.1/ocsp");

        assertThat(ask().unanswered()).isEmpty();
        assertThat(responders.about(List.of(PKI.carrier().certificate(), ROOT.certificate())).unanswered()).isEmpty();
        assertThat(asked).hasValue(0);
    }
}
