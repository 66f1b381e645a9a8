package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** ECDSA over SHA-256 on P-256, DER, with the lower of the two possible values of s, which is the only one Fabric accepts. */
final class Signatures {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final BigInteger ORDER = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private Signatures() {}

    static ByteString sign(PrivateKey key, ByteString... message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            update(signature, message);
            return ByteString.copyFrom(lowered(signature.sign()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Signing with a key of the development ledger failed", e);
        }
    }

    static boolean verifies(PublicKey key, ByteString claimed, ByteString... message) {
        var bytes = claimed.toByteArray();
        if (!hasLowS(bytes)) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            update(signature, message);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void update(Signature signature, ByteString... message) throws GeneralSecurityException {
        for (var part : message) {
            for (ByteBuffer buffer : part.asReadOnlyByteBufferList()) {
                signature.update(buffer);
            }
        }
    }

    private static boolean hasLowS(byte[] signature) {
        try {
            return valueOfS(signature).compareTo(HALF_ORDER) <= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] lowered(byte[] signature) throws IOException {
        var s = valueOfS(signature);
        if (s.compareTo(HALF_ORDER) <= 0) {
            return signature;
        }
        var values = new ASN1EncodableVector();
        values.add(ASN1Sequence.getInstance(signature).getObjectAt(0));
        values.add(new ASN1Integer(ORDER.subtract(s)));
        return new DERSequence(values).getEncoded(ASN1Encoding.DER);
    }

    private static BigInteger valueOfS(byte[] signature) {
        var values = ASN1Sequence.getInstance(signature);
        if (values.size() != 2) {
            throw new IllegalArgumentException("An ECDSA signature has two values, found " + values.size());
        }
        return ASN1Integer.getInstance(values.getObjectAt(1)).getPositiveValue();
    }
}
