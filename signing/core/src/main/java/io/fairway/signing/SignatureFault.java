package io.fairway.signing;

/**
 * What can be wrong with a signature. The code is stable; the sub-indication is the nearest of ETSI EN 319 102-1, annex A, for those who
 * compare with other validators.
 */
public enum SignatureFault {
    MALFORMED("SIG-001", "FORMAT_FAILURE", "These bytes are not a signature of the expected form."),
    MISSING("SIG-002", "NO_SIGNATURE", "A signature was expected and there is none."),
    CONTENT_CHANGED("SIG-003", "HASH_FAILURE", "The content is not what was signed."),
    SIGNATURE_INVALID("SIG-004", "SIG_CRYPTO_FAILURE", "The signature value does not fit the signer's key."),
    SIGNER_COUNT("SIG-005", "FORMAT_FAILURE", "Exactly one signer is expected."),
    BRINGS_CONTENT("SIG-006", "FORMAT_FAILURE", "A detached signature brings content of its own."),
    WEAK_ALGORITHM("SIG-007", "CRYPTO_CONSTRAINTS_FAILURE", "An algorithm or key is not among those accepted."),
    SIGNER_NOT_NAMED("SIG-008", "SIG_CONSTRAINTS_FAILURE", "The signature does not bind the signer's certificate."),
    WRONG_PARTY("SIG-009", "SIG_CONSTRAINTS_FAILURE", "The signature is good, but it is of another party."),
    UNTRUSTED("SIG-010", "NO_CERTIFICATE_CHAIN_FOUND", "No chain leads from the signer's certificate to a trusted one."),
    NOT_VALID_THEN("SIG-011", "OUT_OF_BOUNDS_NO_POE", "A certificate was not valid at the time that can be proven."),
    REVOKED("SIG-012", "REVOKED", "A certificate was revoked before the time that can be proven."),
    REVOCATION_UNKNOWN("SIG-013", "TRY_LATER", "There is no revocation list that covers a certificate at that time."),
    TIMESTAMP_INVALID("SIG-014", "SIG_CONSTRAINTS_FAILURE", "A timestamp does not fit what it should cover, or is not of a trusted authority."),
    TIMESTAMP_MISSING("SIG-015", "SIG_CONSTRAINTS_FAILURE", "A timestamp is demanded and there is none."),
    KEY_NOT_FOR_SIGNING("SIG-016", "CHAIN_CONSTRAINTS_FAILURE", "The certificate is not for signatures."),
    COVERS_OTHER_CONTENT("SIG-020", "SIG_CONSTRAINTS_FAILURE", "The signature covers something else than what would be processed."),
    DUPLICATE_ID("SIG-021", "FORMAT_FAILURE", "Two elements share one identifier, so that a reference may mean either."),
    FOREIGN_KEY("SIG-022", "SIG_CONSTRAINTS_FAILURE", "The signature brings a key of its own that is not the signer's certificate."),
    TRANSFORM_REFUSED("SIG-023", "SIG_CONSTRAINTS_FAILURE", "A transform is not among those accepted."),
    OUTSIDE_REFERENCE("SIG-024", "SIGNED_DATA_NOT_FOUND", "A reference leads out of the document."),
    CHANGED_AFTER_SIGNING("SIG-030", "FORMAT_FAILURE", "The file was changed after it was signed."),
    BYTE_RANGE("SIG-031", "FORMAT_FAILURE", "The signature's byte range does not cover the file from its first to its last byte."),
    ACTIVE_CONTENT("SIG-032", "SIG_CONSTRAINTS_FAILURE", "The document holds scripts, actions or forms that can change what is shown."),
    ENCRYPTED("SIG-033", "FORMAT_FAILURE", "The document is encrypted."),
    ALGORITHM_CONFUSED("SIG-040", "SIG_CONSTRAINTS_FAILURE", "The stated algorithm is not that of the signer's key."),
    UNKNOWN_CRITICAL("SIG-041", "FORMAT_FAILURE", "A header says that something must be understood which is not.");

    private final String code;
    private final String subIndication;
    private final String text;

    SignatureFault(String code, String subIndication, String text) {
        this.code = code;
        this.subIndication = subIndication;
        this.text = text;
    }

    /** {@code SIG-} and three digits. */
    public String code() {
        return code;
    }

    /** Of EN 319 102-1 where one fits. */
    public String subIndication() {
        return subIndication;
    }

    /** One sentence for people. */
    public String text() {
        return text;
    }
}
