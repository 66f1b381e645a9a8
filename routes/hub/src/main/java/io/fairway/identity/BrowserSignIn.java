package io.fairway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a person signs in with a browser: the authorization code flow of OpenID Connect Core 1.0 (3.1) with PKCE (RFC 7636, S256), as the
 * public client {@value #CLIENT}. What comes of it is checked like every access token that calls the API.
 */
public final class BrowserSignIn {
    /** The client that the issuer knows the console as. */
    public static final String CLIENT = "fairway-console";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int RANDOM_BYTES = 32;

    private final IssuerEndpoints endpoints;
    private final URI returnTo;
    private final JwtDecoder decoder;
    private final SecureRandom random;
    private final InstantSource clock;
    private final RestClient http;

    /** @param returnTo the one exact address to which the issuer sends the browser back */
    public BrowserSignIn(IssuerEndpoints endpoints, URI returnTo, JwtDecoder decoder, SecureRandom random, InstantSource clock) {
        this.endpoints = endpoints;
        this.returnTo = returnTo;
        this.decoder = decoder;
        this.random = random;
        this.clock = clock;
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** A sign-in that was begun in one browser and has to be finished in the same. All three are 256 random bits. */
    public record Attempt(String state, String nonce, String verifier) {
    }

    /** @param access the verified access token @param refresh what renews it, if the issuer gives that @param identity the id token */
    public record Tokens(Jwt access, Optional<String> refresh, Optional<String> identity) {
    }

    /** A fresh attempt. */
    public Attempt begin() {
        return new Attempt(draw(), draw(), draw());
    }

    /** Where the browser goes to sign in. @throws SignInException when the issuer cannot be asked where that is */
    public URI address(Attempt attempt) {
        return UriComponentsBuilder.fromUri(endpoints.get().authorization()).queryParam("response_type", "code").queryParam("client_id", CLIENT)
                .queryParam("redirect_uri", "{returnTo}").queryParam("scope", "openid").queryParam("state", attempt.state())
                .queryParam("nonce", attempt.nonce()).queryParam("code_challenge", challenge(attempt.verifier()))
                .queryParam("code_challenge_method", "S256").encode().buildAndExpand(returnTo.toString()).toUri();
    }

    /**
     * What the code is worth.
     *
     * @throws SignInException when the issuer does not take the code, or gives a token that is not for this hub or this attempt
     */
    public Tokens finish(Attempt attempt, String code) {
        MultiValueMap<String, String> form = form("authorization_code");
        form.add("redirect_uri", returnTo.toString());
        form.add("code", code);
        form.add("code_verifier", attempt.verifier());
        Tokens tokens = tokens(form);
        requireIdentity(attempt, tokens);
        return tokens;
    }

    /** Fresh tokens for those that end; empty when the issuer gives none. */
    public Optional<Tokens> renewed(Tokens tokens) {
        return tokens.refresh().flatMap(refresh -> {
            MultiValueMap<String, String> form = form("refresh_token");
            form.add("refresh_token", refresh);
            try {
                Tokens fresh = tokens(form);
                return Optional.of(new Tokens(fresh.access(), fresh.refresh().or(tokens::refresh), fresh.identity().or(tokens::identity)));
            } catch (SignInException refused) {
                return Optional.empty();
            }
        });
    }

    /** Where the browser goes to end the session at the issuer too; empty when the issuer has no such place. */
    public Optional<URI> ending(Tokens tokens, URI afterwards) {
        return endpoints.get().ending().map(end -> UriComponentsBuilder.fromUri(end).queryParam("client_id", CLIENT)
                .queryParam("post_logout_redirect_uri", "{afterwards}").queryParam("id_token_hint", tokens.identity().orElse(""))
                .encode().buildAndExpand(afterwards.toString()).toUri());
    }

    private static MultiValueMap<String, String> form(String grant) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", grant);
        form.add("client_id", CLIENT);
        return form;
    }

    private Tokens tokens(MultiValueMap<String, String> form) {
        try {
            Map<String, Object> answer = http.post().uri(endpoints.get().token()).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.APPLICATION_JSON).body(form).retrieve().body(new ParameterizedTypeReference<>() { });
            if (answer == null) {
                throw new SignInException("The issuer answered nothing");
            }
            String access = member(answer, "access_token").orElseThrow(() -> new SignInException("The issuer gave no access token"));
            return new Tokens(decoder.decode(access), member(answer, "refresh_token"), member(answer, "id_token"));
        } catch (RestClientException e) {
            throw new SignInException("The issuer did not take the code", e);
        } catch (JwtException e) {
            throw new SignInException("The issuer gave a token that is not for this hub", e);
        }
    }

    private static Optional<String> member(Map<String, Object> answer, String name) {
        return answer.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** The id token came straight from the issuer's token endpoint, which stands for its signature (OpenID Connect Core 1.0, 3.1.3.7, 6). */
    private void requireIdentity(Attempt attempt, Tokens tokens) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(tokens.identity().orElseThrow(() -> new SignInException("The issuer gave no id token")))
                    .getJWTClaimsSet();
            boolean holds = attempt.nonce().equals(claims.getStringClaim("nonce")) && claims.getAudience().contains(CLIENT)
                    && tokens.access().getClaimAsString("iss").equals(claims.getIssuer())
                    && claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            if (!holds) {
                throw new SignInException("The id token is not of this sign-in");
            }
        } catch (ParseException e) {
            throw new SignInException("The id token cannot be read", e);
        }
    }

    private String draw() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The code challenge of a verifier by S256 (RFC 7636, 4.2). */
    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
