package io.fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class OutsideIssuerTest {
    private final WireMockServer provider = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private volatile Instant now = Instant.now();
    private volatile ECKey key = none();

    private static ECKey none() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        provider.start();
        publish("{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}");
        provider.stubFor(WireMock.get("/keys").willReturn(WireMock.okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void acceptsATokenOfTheProviderAndGoesOnWhileItIsAway() throws JOSEException {
        JwtDecoder decoder = decoder();
        String token = token(issuer());

        assertThat(decoder.decode(token).getClaimAsString("party")).isEqualTo("HUBLINE");

        provider.stop();
        assertThat(decoder.decode(token).getClaimAsString("party")).isEqualTo("HUBLINE");
    }

    @Test
    void refusesATokenOfAnotherIssuerOrKey() throws JOSEException {
        JwtDecoder decoder = decoder();
        String elsewhere = token("http://elsewhere");
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        String forged = token(issuer());

        assertThatThrownBy(() -> decoder.decode(elsewhere)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void saysThatTheProviderIsAwayAndNotThatTheTokenIsBad() throws JOSEException {
        JwtDecoder decoder = decoder();
        String token = token(issuer());
        provider.stop();

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class).isNotInstanceOf(BadJwtException.class)
                .hasMessageContaining("cannot be asked for its keys");
        assertThatThrownBy(() -> decoder.decode(token)).hasMessageContaining("a moment ago");
    }

    @Test
    void refusesADiscoveryDocumentOfAnotherIssuer() throws JOSEException {
        publish("{\"issuer\":\"http://elsewhere\",\"jwks_uri\":\"" + issuer() + "/keys\"}");
        String token = token(issuer());

        assertThatThrownBy(() -> decoder().decode(token)).hasMessageContaining("of another issuer");
    }

    @Test
    void stoppedForMoreThanAnHourItsValidTokensGoOnEndedOnesDoNotAndDevicesNeedItNot() throws JOSEException {
        Instant start = now;
        JwtDecoder decoder = decoder();
        var device = new EnrolledDevice();
        JwtDecoder withDevices = new TokenDecoders(() -> now).withOwnCredentials(decoder, device.keys(), device.parties());
        String brief = token(issuer());
        String lasting = token(issuer(), start.plus(Duration.ofHours(2)));
        assertThat(withDevices.decode(brief).getClaimAsString("party")).isEqualTo("HUBLINE");
        provider.stop();

        for (int minutes = 4; minutes <= 104; minutes += 4) {
            now = start.plus(Duration.ofMinutes(minutes));
            assertThat(withDevices.decode(lasting).getClaimAsString("party")).as("after %d minutes", minutes).isEqualTo("HUBLINE");
            assertThat(withDevices.decode(device.credential(now)).getClaimAsString("party")).isEqualTo("HUBGATE");
        }
        assertThatThrownBy(() -> withDevices.decode(brief)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void keysThatTurnOverUnderLoadFailNoValidTokenAndTheOldOneIsRefusedWithinFiveMinutes() throws Exception {
        JwtDecoder decoder = decoder();
        String old = token(issuer(), now.plus(Duration.ofHours(1)));
        decoder.decode(old);
        now = now.plusSeconds(2);
        ECKey before = key;
        ECKey after = new ECKeyGenerator(Curve.P_256).keyID("k2").generate();
        var turned = new CountDownLatch(40);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> load = IntStream.range(0, 8).mapToObj(caller -> callers.submit(() -> {
                int accepted = 0;
                for (int call = 0; call < 25; call++) {
                    turned.countDown();
                    decoder.decode(token(issuer()));
                    accepted++;
                }
                return accepted;
            })).toList();
            turned.await();
            provider.stubFor(WireMock.get("/keys").willReturn(WireMock.okJson(new JWKSet(List.of(after.toPublicJWK(), before.toPublicJWK())).toString())));
            key = after;
            for (Future<Integer> each : load) {
                assertThat(each.get()).isEqualTo(25);
            }
        }
        assertThat(decoder.decode(token(issuer())).getHeaders()).containsEntry("kid", "k2");

        provider.stubFor(WireMock.get("/keys").willReturn(WireMock.okJson(new JWKSet(after.toPublicJWK()).toString())));
        now = now.plus(Duration.ofMinutes(5));
        assertThatThrownBy(() -> decoder.decode(old)).isInstanceOf(BadJwtException.class);
        assertThat(decoder.decode(token(issuer())).getClaimAsString("party")).isEqualTo("HUBLINE");
    }

    private JwtDecoder decoder() {
        return new TokenDecoders(() -> now).outside(URI.create(issuer()));
    }

    private void publish(String document) {
        provider.stubFor(WireMock.get("/.well-known/openid-configuration").willReturn(WireMock.okJson(document)));
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.port();
    }

    private String token(String issuer) throws JOSEException {
        return token(issuer, now.plusSeconds(300));
    }

    private String token(String issuer, Instant until) throws JOSEException {
        ECKey signing = key;
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signing.getKeyID()).build(), new JWTClaimsSet.Builder().issuer(issuer)
                .audience("fairway").claim("party", "HUBLINE").expirationTime(Date.from(until)).build());
        token.sign(new ECDSASigner(signing));
        return token.serialize();
    }
}
