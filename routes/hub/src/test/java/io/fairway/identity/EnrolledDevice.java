package io.fairway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.KeyRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The gate device HUBGATE with a key of its own, enrolled in a registry in memory. */
final class EnrolledDevice {
    private static final String ISSUER = "urn:fairway:party:HUBGATE";
    private final ECKey key;

    EnrolledDevice() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    }

    EnrolledKeys keys() {
        var enrolled = new EnrolledKey(new UUID(0, 1), new PartyId("HUBGATE"), key.getKeyID(), key.toPublicJWK().toJSONString(),
                EnrolledKey.Purpose.AUTHENTICATION, Instant.EPOCH, Instant.MAX, Instant.EPOCH, "HUBGATE/anna", "HUBGATE/bo", Optional.empty());
        var keys = new EnrolledKeys(new Direct(), new OneKey(enrolled), () -> Instant.EPOCH.plus(Duration.ofDays(20_000)));
        keys.refresh();
        return keys;
    }

    Parties parties() {
        return ConfiguredParties.development(Optional.empty(), ZoneId.of("UTC"));
    }

    String credential(Instant now) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), new JWTClaimsSet.Builder().issuer(ISSUER)
                .subject(ISSUER).audience("fairway").issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(240))).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private record Direct() implements Transactions {
        @Override
        public <T> T asParty(PartyId party, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T asHub(Supplier<T> work) {
            return work.get();
        }
    }

    private record OneKey(EnrolledKey key) implements KeyRegistry {
        @Override
        public boolean add(EnrolledKey added) {
            return false;
        }

        @Override
        public List<EnrolledKey> standing() {
            return List.of(key);
        }

        @Override
        public boolean revoke(PartyId party, UUID id, Instant at) {
            return false;
        }

        @Override
        public boolean tellOnce(UUID id, int days, Instant at) {
            return false;
        }
    }
}
