package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;

/**
 * Somebody whose certificate stands: issued by the certificate authority of an organisation of the channel, and classified by its role.
 *
 * @param identity the serialised identity as it goes over the wire
 */
record Member(String mspId, Role role, X509Certificate certificate, ByteString identity) {
    boolean signed(ByteString signature, ByteString... message) {
        return Signatures.verifies(certificate.getPublicKey(), signature, message);
    }
}
