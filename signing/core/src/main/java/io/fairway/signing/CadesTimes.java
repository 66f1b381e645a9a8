package io.fairway.signing;

import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.TIMESTAMP_INVALID;
import static io.fairway.signing.SignatureFault.TIMESTAMP_MISSING;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The times a CAdES signature proves. Going back from now, each archive timestamp proves what is below it to have existed at its time, so
 * that an authority whose certificate has ended since still counts.
 */
final class CadesTimes {
    private final SignerInformation signer;
    private final CMSSignedData signed;
    private final byte[] content;
    private final TrustPolicy policy;
    private final List<X509Certificate> certificates;
    private final Revocations revocation;

    CadesTimes(TrustPolicy policy, CMSSignedData signed, SignerInformation signer, byte[] content, List<X509Certificate> more)
            throws SignatureRefusedException {
        this.policy = policy;
        this.signed = signed;
        this.signer = signer;
        this.content = content;
        try {
            certificates = new ArrayList<>(more);
            certificates.addAll(Certificates.in(signed.getCertificates()));
            revocation = policy.known().and(new Revocations(Certificates.listsIn(signed.getCRLs()), CmsAnswers.in(signed)));
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "A certificate or revocation list in the signature cannot be read");
        }
    }

    /** Certificates that the signature and its timestamps bring along; none of them trusted for that. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** Revocation lists and answers of the policy and of the signature. */
    Revocations revocation() {
        return revocation;
    }

    /** @return the earliest time at which the signature is proven to have existed; {@code now} when it has no timestamp */
    Instant provenAt(Instant now, CheckList checks) throws SignatureRefusedException {
        var timestamps = new Timestamps(policy, certificates, revocation);
        Instant known = now;
        for (TimeStampToken stamp : archive()) {
            byte[] covered = ArchiveImprint.of(signed, signer, content, stamp);
            timestamps.check(stamp, covered, known);
            known = Timestamps.time(stamp);
            checks.pass("An archive timestamp of " + known + " covers signature, content and validation material.");
        }
        List<TimeStampToken> tokens = tokens(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (tokens.isEmpty() && policy.timestamp() == TrustPolicy.Timestamp.DEMANDED) {
            throw SignatureRefusedException.open(TIMESTAMP_MISSING, TIMESTAMP_MISSING.text());
        }
        Instant proven = known;
        for (TimeStampToken token : tokens) {
            timestamps.check(token, signer.getSignature(), known);
            proven = Timestamps.time(token).isBefore(proven) ? Timestamps.time(token) : proven;
            checks.pass("A timestamp of " + Timestamps.time(token) + " covers the signature.");
        }
        return proven;
    }

    private List<TimeStampToken> archive() throws SignatureRefusedException {
        List<TimeStampToken> found = tokens(CadesLevels.ARCHIVE_TIMESTAMP_V3);
        found.sort(Comparator.comparing(Timestamps::time).reversed());
        return found;
    }

    private List<TimeStampToken> tokens(ASN1ObjectIdentifier type) throws SignatureRefusedException {
        List<TimeStampToken> found = new ArrayList<>();
        for (Attribute attribute : attributes(type)) {
            found.add(token(attribute));
        }
        return found;
    }

    private List<Attribute> attributes(ASN1ObjectIdentifier type) {
        List<Attribute> found = new ArrayList<>();
        if (signer.getUnsignedAttributes() != null) {
            for (int i = 0; i < signer.getUnsignedAttributes().getAll(type).size(); i++) {
                found.add(Attribute.getInstance(signer.getUnsignedAttributes().getAll(type).get(i)));
            }
        }
        return found;
    }

    private static TimeStampToken token(Attribute attribute) throws SignatureRefusedException {
        if (attribute.getAttrValues().size() != 1) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "Expected one timestamp in an attribute");
        }
        try {
            ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
            return Timestamps.read(value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "A timestamp that cannot be read");
        }
    }
}
