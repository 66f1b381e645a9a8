package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** The membership of the channel: who an identity is, by the certificate authorities of its organisations. */
final class Msp {
    private static final int REMEMBERED = 4096;

    private final Map<String, X509Certificate> authorities;
    private final InstantSource clock;
    private final Map<ByteString, Member> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Member> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param authorities the certificate authority of each organisation by MSP id */
    Msp(Map<String, X509Certificate> authorities, InstantSource clock) {
        this.authorities = Map.copyOf(authorities);
        this.clock = clock;
    }

    /** The member behind a serialised identity; refused when unknown, not issued here, outside its validity or without a role. */
    Member member(ByteString identity) {
        var remembered = known.get(identity);
        var member = remembered == null ? read(identity) : remembered;
        if (!isValidNow(member.certificate())) {
            throw Refusal.denied("the certificate of the identity is expired or not yet valid");
        }
        known.put(identity, member);
        return member;
    }

    static SigningIdentity identity(String mspId, Role role, CertificateAuthority.Issued issued) {
        var identity = SerializedIdentity.newBuilder()
                .setMspid(mspId).setIdBytes(ByteString.copyFromUtf8(Pem.text(issued.certificate()))).build().toByteString();
        return new SigningIdentity(new Member(mspId, role, issued.certificate(), identity), issued.key());
    }

    private boolean isValidNow(X509Certificate certificate) {
        var now = Date.from(clock.instant());
        return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
    }

    private Member read(ByteString identity) {
        try {
            var serialised = SerializedIdentity.parseFrom(identity);
            var authority = authorities.get(serialised.getMspid());
            if (authority == null) {
                throw Refusal.denied("MSP " + serialised.getMspid() + " is unknown");
            }
            var certificate = Pem.certificate(serialised.getIdBytes().toByteArray());
            certificate.verify(authority.getPublicKey());
            if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal()) || certificate.getBasicConstraints() >= 0) {
                throw Refusal.denied("the certificate was not issued to a member of " + serialised.getMspid());
            }
            return new Member(serialised.getMspid(), role(certificate), certificate, identity);
        } catch (InvalidProtocolBufferException | GeneralSecurityException e) {
            throw new Refusal(io.grpc.Status.Code.PERMISSION_DENIED, "the supplied identity is not valid", e);
        }
    }

    private static Role role(X509Certificate certificate) {
        var units = Arrays.stream(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.OU))
                .map(RDN::getFirst).map(unit -> IETFUtils.valueToString(unit.getValue())).toList();
        var roles = Arrays.stream(Role.values()).filter(role -> units.contains(role.organisationalUnit())).toList();
        if (roles.size() != 1) {
            throw Refusal.denied("the certificate must have exactly one of the organisational units client, peer, admin, orderer");
        }
        return roles.getFirst();
    }
}
