package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.CERTIFICATE_EXPIRED;
import static io.fairway.web.soap.SoapCode.CERTIFICATE_UNKNOWN;
import static io.fairway.web.soap.SoapCode.PARTY_UNKNOWN;
import static io.fairway.web.soap.SoapCode.TOKEN_REFUSED;

import io.fairway.identity.PublicKeys;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Parties;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.Standings;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.w3c.dom.Element;

/**
 * Whose certificate a token is: the party that enrolled its key for signing. Who issued the certificate does not matter, two persons of the
 * party vouched for the key; that it is within its days does.
 */
public final class CertificateHolders {
    private static final int MOST_CHARACTERS = 16_000;

    private final EnrolledKeys keys;
    private final Parties parties;
    private final Standings standings;
    private final InstantSource clock;

    public CertificateHolders(EnrolledKeys keys, Parties parties, Standings standings, InstantSource clock) {
        this.keys = keys;
        this.parties = parties;
        this.standings = standings;
        this.clock = clock;
    }

    /** @param certificate of the token @param caller a system of the party, with the roles the party is registered with */
    record Holder(X509Certificate certificate, Caller caller) {
    }

    /** @throws SoapRefusedException when it is no certificate of a party that may be here */
    Holder holder(Element token) {
        X509Certificate certificate = certificate(token);
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant()) || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw SoapRefusedException.of(CERTIFICATE_EXPIRED, "BinarySecurityToken", "Expected a certificate within its validity.");
        }
        var key = PublicKeys.idOf(certificate.getPublicKey()).flatMap(keys::signing).orElseThrow(() -> SoapRefusedException.of(
                CERTIFICATE_UNKNOWN, "BinarySecurityToken", "Expected a certificate whose key a party enrolled for signing."));
        var party = parties.find(key.party()).filter(found -> standings.of(found.id()).mayRead()).orElseThrow(() -> SoapRefusedException.of(
                PARTY_UNKNOWN, "BinarySecurityToken", "Expected the certificate of a party that is registered here."));
        return new Holder(certificate, new Caller(party.id(), party.roles()));
    }

    private static X509Certificate certificate(Element token) {
        String text = Dom.text(token);
        if (token.getAttribute("ValueType").equals(Names.X509_V3) && text.length() <= MOST_CHARACTERS) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(text);
                if (CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)) instanceof X509Certificate found) {
                    return found;
                }
            } catch (CertificateException | IllegalArgumentException notACertificate) {
                throw SoapRefusedException.of(TOKEN_REFUSED, "BinarySecurityToken", "Expected one X.509 certificate in Base64.");
            }
        }
        throw SoapRefusedException.of(TOKEN_REFUSED, "BinarySecurityToken", "Expected a token of the type " + Names.X509_V3 + ".");
    }
}
