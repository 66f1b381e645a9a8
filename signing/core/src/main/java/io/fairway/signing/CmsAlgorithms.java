package io.fairway.signing;

import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/** Whether the algorithm identifiers in a CMS signer say what a suite means, parameters included. */
final class CmsAlgorithms {
    private CmsAlgorithms() {
    }

    static boolean fit(Suite suite, SignerInformation signer) {
        AlgorithmIdentifier stated = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        return switch (suite) {
            case ECDSA_P256_SHA256 -> X9ObjectIdentifiers.ecdsa_with_SHA256.equals(stated.getAlgorithm());
            case SM2_SM3 -> GMObjectIdentifiers.sm2sign_with_sm3.equals(stated.getAlgorithm());
            case RSA_PSS_SHA256 -> PKCSObjectIdentifiers.id_RSASSA_PSS.equals(stated.getAlgorithm()) && isOurs(stated);
        };
    }

    private static boolean isOurs(AlgorithmIdentifier stated) {
        try {
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(stated.getParameters());
            return parameters != null && NISTObjectIdentifiers.id_sha256.equals(parameters.getHashAlgorithm().getAlgorithm())
                    && PKCSObjectIdentifiers.id_mgf1.equals(parameters.getMaskGenAlgorithm().getAlgorithm())
                    && NISTObjectIdentifiers.id_sha256.equals(
                            AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters()).getAlgorithm())
                    && parameters.getSaltLength().intValueExact() == Algorithms.PSS.getSaltLength();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }
}
