package io.fairway.contract.intent;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A P-256 public key in its one accepted encoding: SubjectPublicKeyInfo with named curve and uncompressed point, 91 bytes, which is what
 * WebCrypto exports as {@code spki} and OpenSSL writes.
 *
 * @param spki the encoding in base64
 */
public record PublicKey256(String spki) {
    private static final BigInteger PRIME = new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final byte[] HEADER = Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE");
    private static final int LENGTH = 91;
    private static final int COORDINATE = 32;

    /** Refuses other curves, other encodings and points that are not on the curve. */
    public PublicKey256 {
        byte[] encoded = Format.KEY.fits(spki) ? Base64.getDecoder().decode(spki) : new byte[0];
        if (encoded.length != LENGTH || !Arrays.equals(encoded, 0, HEADER.length, HEADER, 0, HEADER.length)
                || !Base64.getEncoder().encodeToString(encoded).equals(spki) || !isOnCurve(encoded)) {
            throw Refusal.KEY_FORM.refused();
        }
    }

    /** SHA-256 of the encoding, 64 hexadecimal digits: the name of the key in the registry. */
    public String id() {
        return Intent.sha256(Base64.getDecoder().decode(spki));
    }

    /**
     * Whether a signature over these bytes stands.
     *
     * @param signature r and s, 32 bytes each (IEEE P1363), as WebCrypto gives them
     */
    public boolean verifies(byte[] bytes, byte[] signature) {
        try {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(spki)));
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(bytes);
            return signature.length == 2 * COORDINATE && verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has ECDSA over P-256", cause);
        }
    }

    private static boolean isOnCurve(byte[] encoded) {
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, LENGTH - 2 * COORDINATE, LENGTH - COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(encoded, LENGTH - COORDINATE, LENGTH));
        return x.compareTo(PRIME) < 0 && y.compareTo(PRIME) < 0
                && y.multiply(y).mod(PRIME).equals(x.pow(3).subtract(x.multiply(THREE)).add(B).mod(PRIME));
    }
}
