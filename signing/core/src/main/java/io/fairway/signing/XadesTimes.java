package io.fairway.signing;

import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.TIMESTAMP_INVALID;
import static io.fairway.signing.SignatureFault.TIMESTAMP_MISSING;
import static io.fairway.signing.XmlDom.DSIG;
import static io.fairway.signing.XmlDom.XADES;
import static io.fairway.signing.XmlDom.XADES_141;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.tsp.TimeStampToken;
import org.w3c.dom.Element;

/** The times an XAdES signature proves; archive timestamps stand in the order in which they were made, each over all before it. */
final class XadesTimes {
    private final TrustPolicy policy;
    private final XadesParts parts;
    private final Map<String, byte[]> contents;
    private final List<X509Certificate> certificates;
    private final Revocations revocation;

    XadesTimes(TrustPolicy policy, XadesParts parts, Map<String, byte[]> contents, List<X509Certificate> chain) throws SignatureRefusedException {
        this.policy = policy;
        this.parts = parts;
        this.contents = contents;
        certificates = new ArrayList<>(chain);
        List<X509CRL> lists = new ArrayList<>();
        List<OcspAnswer> answers = new ArrayList<>();
        for (Element property : parts.unsigned()) {
            for (Element certificate : XmlDom.all(property, XADES, "EncapsulatedX509Certificate")) {
                certificates.add(certificate(certificate));
            }
            for (Element list : XmlDom.all(property, XADES, "EncapsulatedCRLValue")) {
                lists.add(list(list));
            }
            for (Element answer : XmlDom.all(property, XADES, "EncapsulatedOCSPValue")) {
                answers.add(answer(answer));
            }
        }
        revocation = policy.known().and(new Revocations(lists, answers));
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    Revocations revocation() {
        return revocation;
    }

    /** @return the earliest time at which the signature is proven to have existed; {@code now} when it has no timestamp */
    Instant provenAt(Instant now, CheckList checks) throws SignatureRefusedException {
        var timestamps = new Timestamps(policy, certificates, revocation);
        List<Element> unsigned = parts.unsigned();
        Instant known = now;
        for (int i = unsigned.size() - 1; i >= 0; i--) {
            if (XmlDom.is(unsigned.get(i), XADES_141, "ArchiveTimeStamp")) {
                TimeStampToken token = token(unsigned.get(i));
                timestamps.check(token, archived(parts, contents, unsigned.subList(0, i)), known);
                known = Timestamps.time(token);
                checks.pass("An archive timestamp of " + known + " covers signature, content and validation material.");
            }
        }
        List<Element> ofSignature = unsigned.stream().filter(property -> XmlDom.is(property, XADES, "SignatureTimeStamp")).toList();
        if (ofSignature.isEmpty() && policy.timestamp() == TrustPolicy.Timestamp.DEMANDED) {
            throw SignatureRefusedException.open(TIMESTAMP_MISSING, TIMESTAMP_MISSING.text());
        }
        Instant proven = known;
        for (Element property : ofSignature) {
            TimeStampToken token = token(property);
            timestamps.check(token, XmlDom.canonical(parts.value()), known);
            proven = Timestamps.time(token).isBefore(proven) ? Timestamps.time(token) : proven;
            checks.pass("A timestamp of " + Timestamps.time(token) + " covers the signature.");
        }
        return proven;
    }

    /** What an archive timestamp behind these properties covers (EN 319 132-1, 5.5.2.2). */
    static byte[] archived(XadesParts parts, Map<String, byte[]> contents, List<Element> before) {
        var out = new ByteArrayOutputStream();
        for (Element reference : XmlDom.children(parts.signedInfo(), DSIG, "Reference")) {
            out.writeBytes(reference.isSameNode(parts.propertiesReference()) ? XmlDom.canonical(parts.signedProperties())
                    : contents.getOrDefault(reference.getAttribute("URI"), new byte[0]));
        }
        out.writeBytes(XmlDom.canonical(parts.signedInfo()));
        out.writeBytes(XmlDom.canonical(parts.value()));
        out.writeBytes(XmlDom.canonical(parts.keyInfo()));
        before.forEach(property -> out.writeBytes(XmlDom.canonical(property)));
        return out.toByteArray();
    }

    private static TimeStampToken token(Element property) throws SignatureRefusedException {
        List<Element> tokens = XmlDom.children(property, XADES, "EncapsulatedTimeStamp");
        List<Element> methods = XmlDom.children(property, DSIG, "CanonicalizationMethod");
        if (tokens.size() != 1 || methods.size() != 1 || !XmlDom.EXCLUSIVE.equals(methods.getFirst().getAttribute("Algorithm"))) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "Expected one timestamp over exclusive canonical form");
        }
        return Timestamps.read(XadesParts.base64(tokens.getFirst()));
    }

    static X509Certificate certificate(Element element) throws SignatureRefusedException {
        try {
            return KnownCertificates.presented(XadesParts.base64(element));
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "A certificate that cannot be read");
        }
    }

    private static OcspAnswer answer(Element element) throws SignatureRefusedException {
        try {
            return OcspAnswer.read(XadesParts.base64(element));
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "An OCSP answer that cannot be read");
        }
    }

    private static X509CRL list(Element element) throws SignatureRefusedException {
        try {
            return Certificates.revocationList(XadesParts.base64(element));
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "A revocation list that cannot be read");
        }
    }
}
