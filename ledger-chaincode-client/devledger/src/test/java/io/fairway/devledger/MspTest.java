package io.fairway.devledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

class MspTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CertificateAuthority CARRIER = CertificateAuthority.create("carrier", "ca", NOW);
    private static final CertificateAuthority STRANGER = CertificateAuthority.create("carrier", "ca", NOW);

    @Test
    void aMemberIsKnownByItsIssuerAndClassifiedByItsUnit() {
        var admin = identity(CARRIER, "CarrierMSP", Role.ADMIN);

        var member = msp(NOW).member(admin.identity());

        assertThat(member.mspId()).isEqualTo("CarrierMSP");
        assertThat(member.role()).isEqualTo(Role.ADMIN);
        assertThat(member.certificate().getSubjectX500Principal().getName()).contains("Fairway development");
    }

    @Test
    void strangersAreRefused() {
        var otherAuthority = identity(STRANGER, "CarrierMSP", Role.CLIENT).identity();
        var otherName = identity(CARRIER, "BankMSP", Role.CLIENT).identity();
        var garbage = ByteString.copyFromUtf8("garbage");

        for (var stranger : new ByteString[] {otherAuthority, otherName, garbage, ByteString.EMPTY}) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> msp(NOW).member(stranger));
        }
    }

    @Test
    void theAuthorityItselfIsNoMember() {
        var itself = Msp.identity("CarrierMSP", Role.CLIENT, new CertificateAuthority.Issued(CARRIER.certificate(), CARRIER.key()));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> msp(NOW).member(itself.identity()));
    }

    @Test
    void anExpiredCertificateIsRefusedAlsoIfItWasKnownBefore() {
        var client = identity(CARRIER, "CarrierMSP", Role.CLIENT).identity();

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> msp(NOW.plus(Duration.ofDays(3651))).member(client));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> msp(NOW.minus(Duration.ofDays(1))).member(client));
    }

    @Test
    void theOtherOfTheTwoEqualSignaturesIsRefusedAsFabricDoes() {
        var client = identity(CARRIER, "CarrierMSP", Role.CLIENT);
        var message = ByteString.copyFromUtf8("message");
        var signature = client.sign(message);

        assertThat(client.member().signed(signature, message)).isTrue();
        assertThat(client.member().signed(signature, ByteString.copyFromUtf8("other"))).isFalse();
        assertThat(client.member().signed(highS(signature), message)).isFalse();
        assertThat(client.member().signed(ByteString.copyFromUtf8("no signature"), message)).isFalse();
    }

    private static SigningIdentity identity(CertificateAuthority authority, String mspId, Role role) {
        return Msp.identity(mspId, role, authority.issueIdentity("carrier", "somebody", role, NOW));
    }

    private static Msp msp(Instant now) {
        return new Msp(Map.of("CarrierMSP", CARRIER.certificate(), "BankMSP", STRANGER.certificate()), InstantSource.fixed(now));
    }

    private static ByteString highS(ByteString signature) {
        var order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        var values = ASN1Sequence.getInstance(signature.toByteArray());
        var changed = new ASN1EncodableVector();
        changed.add(values.getObjectAt(0));
        changed.add(new ASN1Integer(order.subtract(ASN1Integer.getInstance(values.getObjectAt(1)).getValue())));
        try {
            return ByteString.copyFrom(new DERSequence(changed).getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Encoding in memory failed", e);
        }
    }
}
