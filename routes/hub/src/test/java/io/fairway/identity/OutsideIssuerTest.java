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
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class OutsideIssuerTest {
    private final WireMockServer provider = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private ECKey key;

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

    private JwtDecoder decoder() {
        return new TokenDecoders(Clock.systemUTC()).outside(URI.create(issuer()));
    }

    private void publish(String document) {
        provider.stubFor(WireMock.get("/.well-known/openid-configuration").willReturn(WireMock.okJson(document)));
    }

    private String issuer() {
        return "http://127.0.0.1:" + provider.port();
    }

    private String token(String issuer) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), new JWTClaimsSet.Builder().issuer(issuer)
                .audience("fairway").claim("party", "HUBLINE").expirationTime(Date.from(Instant.now().plusSeconds(300))).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
