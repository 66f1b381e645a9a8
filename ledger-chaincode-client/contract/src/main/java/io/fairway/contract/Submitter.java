package io.fairway.contract;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The Fabric identity that signed the proposal. Fabric has checked its certificate before the contract sees it.
 *
 * @param organisation id of its membership service provider
 * @param standing     whether its certificate carries the organisational unit of an administrator
 */
record Submitter(String organisation, Standing standing) {
    /** What the certificate says of its bearer. */
    enum Standing {
        /** Has the organisational unit {@code admin} (Fabric's NodeOU). */
        ADMINISTRATOR,
        /** Anybody else. */
        ORDINARY
    }

    static Submitter of(ChaincodeStub stub) {
        try {
            ClientIdentity identity = new ClientIdentity(stub);
            // RFC 2253 writes a comma inside a value with a backslash before it
            boolean administrator = Stream.of(identity.getX509Certificate().getSubjectX500Principal().getName().split("(?<!\\\\)[,+]", -1))
                    .anyMatch("OU=admin"::equals);
            return new Submitter(identity.getMSPID(), administrator ? Standing.ADMINISTRATOR : Standing.ORDINARY);
        } catch (CertificateException | IOException cause) {
            throw new IllegalStateException("Fabric lets only identities with a certificate through", cause);
        }
    }
}
