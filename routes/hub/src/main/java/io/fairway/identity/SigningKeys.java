package io.fairway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/**
 * The keys of the embedded issuer (ECDSA P-256), kept in {@code issuer-keys.json} below FAIRWAY_HOME. The newest signs, all
 * verify: a key is replaced after 30 days and forgotten after 60, long after the last token it signed has ended.
 */
public final class SigningKeys {
    private static final String FILE = "issuer-keys.json";
    private static final Duration SIGNS_FOR = Duration.ofDays(30);
    private static final Duration VERIFIES_FOR = Duration.ofDays(60);

    private final List<JWK> newestFirst;

    private SigningKeys(List<JWK> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    /** Reads the keys that are there, and turns them over when it is time. */
    public static SigningKeys open(Path home, Instant now) {
        var file = new OwnerFile(home.resolve(FILE));
        List<JWK> kept = new ArrayList<>(file.read().map(SigningKeys::parse).orElse(List.of()));
        kept.removeIf(key -> issuedAt(key).plus(VERIFIES_FOR).isBefore(now));
        kept.sort(Comparator.comparing(SigningKeys::issuedAt).reversed());
        if (kept.isEmpty() || issuedAt(kept.getFirst()).plus(SIGNS_FOR).isBefore(now)) {
            kept.addFirst(generate(now));
            file.write(new JWKSet(kept).toString(false).getBytes(StandardCharsets.UTF_8));
        }
        return new SigningKeys(kept);
    }

    /** All keys, private parts included: for the issuer only. */
    public JWKSet all() {
        return new JWKSet(newestFirst);
    }

    /** Id of the key that signs now. */
    public String signingKeyId() {
        return newestFirst.getFirst().getKeyID();
    }

    private static Instant issuedAt(JWK key) {
        return key.getIssueTime() == null ? Instant.EPOCH : key.getIssueTime().toInstant();
    }

    private static JWK generate(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true).issueTime(Date.from(now)).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make a P-256 key", e);
        }
    }

    private static List<JWK> parse(byte[] json) {
        try {
            List<JWK> keys = JWKSet.parse(new String(json, StandardCharsets.UTF_8)).getKeys();
            if (!keys.stream().allMatch(key -> key instanceof ECKey && key.isPrivate())) {
                throw new IllegalStateException(FILE + " holds something else than private EC keys; delete it to have new ones made");
            }
            return keys;
        } catch (ParseException e) {
            throw new IllegalStateException(FILE + " cannot be read; delete it to have new keys made", e);
        }
    }
}
