package io.fairway.web;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTest extends WebTest {
    private static final String ISSUER = "http://127.0.0.1:" + PORT;
    private static final String PATH = "/api/transmissions/01a1fcf3-2e6d-7000-beb5-6487b142ece2";

    @Test
    void carriesPartyRolesAudienceAndFiveMinutes() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(LINE.token()).getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getAudience()).containsExactly("fairway");
        assertThat(claims.getStringClaim("party")).isEqualTo("HUBLINE");
        assertThat(claims.getStringListClaim("roles")).containsExactly("CARRIER");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(300_000);
    }

    @Test
    void acceptsATokenOfTheIssuersKey() throws Exception {
        assertThat(withToken(signed(claims(), issuerKey())).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesATokenOfAnotherKeyUnderTheIssuersKeyId() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID(issuerKey().getKeyID()).generate();

        refused(signed(claims(), other));
    }

    @Test
    void refusesATokenThatBringsItsOwnKey() throws Exception {
        ECKey own = new ECKeyGenerator(Curve.P_256).generate();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build(), claims().build());
        token.sign(new ECDSASigner(own));

        refused(token.serialize());
    }

    @Test
    void refusesATokenWithoutSignature() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refusesATokenWhoseSignatureWasTakenOff() {
        refused(LINE.token().substring(0, LINE.token().lastIndexOf('.') + 1));
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASharedSecret() throws Exception {
        byte[] published = issuerKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuerKey().getKeyID()).type(JOSEObjectType.JWT).build();

        refused(signed(header, claims(), new MACSigner(Arrays.copyOf(published, 64))));
    }

    @Test
    void refusesATokenOfAnotherIssuerAudienceOrTime() throws Exception {
        refused(signed(claims().issuer("http://127.0.0.1:1"), issuerKey()));
        refused(signed(claims().audience("other"), issuerKey()));
        refused(signed(claims().audience(List.of()), issuerKey()));
        refused(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))), issuerKey()));
        refused(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(1))), issuerKey()));
        refused(signed(claims().expirationTime(null), issuerKey()));
        refused(signed(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(120))), issuerKey()));
    }

    @Test
    void refusesATokenOfNobodyWeKnow() throws Exception {
        refused(signed(claims().claim("party", "NOBODY"), issuerKey()));
        refused(signed(claims().claim("party", "not a party id"), issuerKey()));
        refused(signed(claims().claim("party", List.of("HUBLINE")), issuerKey()));
        refused(signed(claims().claim("party", null), issuerKey()));
    }

    @Test
    void givesNoRolesForNamesItDoesNotKnow() throws Exception {
        String token = signed(claims().claim("roles", List.of("ROOT", "operator")), issuerKey());

        assertProblem(HttpCaller.withToken(PORT, token).get("/api/planted-for-operators"), 403, "FORBIDDEN");
    }

    @Test
    void refusesATokenWithACriticalHeaderThatItDoesNotKnow() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuerKey().getKeyID()).criticalParams(Set.of("http://example.org/must"))
                .customParam("http://example.org/must", "be known").build();

        refused(signed(header, claims(), new ECDSASigner(issuerKey())));
    }

    @Test
    void refusesATokenThatIsTooLong() throws Exception {
        refused(signed(claims().claim("padding", "x".repeat(8000)), issuerKey()));
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        HttpResponse<byte[]> answer = LINE.send(LINE.to(PATH).setHeader("X-Large", "x".repeat(20_000)).GET());

        assertThat(answer.statusCode()).isIn(400, 431);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Tomcat", "Exception");
    }

    @Test
    void takesTheTokenFromOneHeaderOnly() {
        assertProblem(NOBODY.get(PATH + "?access_token=" + LINE.token()), 401, "UNAUTHENTICATED");
        assertProblem(LINE.send(LINE.to(PATH).header("Authorization", "Bearer " + FORWARDER.token()).GET()), 401, "UNAUTHENTICATED");
        assertProblem(NOBODY.send(NOBODY.to(PATH).setHeader("Authorization", "Basic SFVCTElORTp4").GET()), 401, "UNAUTHENTICATED");
    }

    @Test
    void saysHowToAuthenticateAndNotWhyATokenFailed() {
        HttpResponse<byte[]> none = NOBODY.get(PATH);
        HttpResponse<byte[]> bad = HttpCaller.withToken(PORT, "x.y.z").get(PATH);

        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"fairway\"");
        assertThat(bad.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"fairway\", error=\"invalid_token\"");
    }

    @Test
    void givesATokenOnlyForTheRightSecret() {
        HttpResponse<byte[]> wrong = NOBODY.send(NOBODY.tokenRequest("HUBLINE", HttpCaller.secret(HOME, "HUBFWD")));
        HttpResponse<byte[]> unknown = NOBODY.send(NOBODY.tokenRequest("NOBODY", "secret"));

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void publishesThePublicPartOfItsKeysOnly() {
        JsonNode keys = HttpCaller.json(NOBODY.get("/oauth2/jwks")).get("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(key.has("d")).isFalse());
        assertThat(HttpCaller.json(NOBODY.get("/.well-known/openid-configuration")).get("issuer").asText()).isEqualTo(ISSUER);
    }

    @Test
    void namesItselfTheSameWhateverHostIsAskedFor() {
        var discovery = HttpCaller.json(NOBODY.get("/.well-known/oauth-authorization-server"));

        assertThat(discovery.get("token_endpoint").asText()).isEqualTo(ISSUER + "/oauth2/token");
    }

    private static void refused(String token) {
        assertProblem(withToken(token), 401, "UNAUTHENTICATED");
    }

    private static HttpResponse<byte[]> withToken(String token) {
        return HttpCaller.withToken(PORT, token).get(PATH);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).audience("fairway").subject("HUBLINE").claim("party", "HUBLINE")
                .claim("roles", List.of("CARRIER")).issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static ECKey issuerKey() throws Exception {
        return JWKSet.parse(Files.readString(HOME.resolve("issuer-keys.json"))).getKeys().getFirst().toECKey();
    }

    private static String signed(JWTClaimsSet.Builder claims, ECKey key) throws JOSEException {
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims, new ECDSASigner(key));
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
