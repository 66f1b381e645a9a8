package io.fairway.web.soap;

import io.fairway.web.ProblemCode;
import javax.xml.namespace.QName;

/**
 * What a SOAP call can be refused for before it reaches an operation; operations refuse with the codes of {@link ProblemCode}. Names are
 * stable: clients branch on them.
 */
public enum SoapCode {
    /** Not XML, or not a SOAP envelope. */
    ENVELOPE_MALFORMED(Subcode.NONE),
    /** A document type: no entity is ever expanded. */
    DOCUMENT_TYPE_REFUSED(Subcode.NONE),
    /** Bytes that are not of the charset they are said to be in, or of one that is not taken. */
    CHARSET_REFUSED(Subcode.NONE),
    /** Two elements with the same identifier: what a signature covers would be a matter of opinion. */
    IDENTIFIER_REPEATED(Subcode.INVALID_SECURITY),
    SECURITY_MISSING(Subcode.INVALID_SECURITY),
    /** A security header with parts that are not expected, or twice. */
    SECURITY_UNEXPECTED(Subcode.INVALID_SECURITY),
    /** Encrypted parts: confidentiality is TLS's here. */
    ENCRYPTION_UNSUPPORTED(Subcode.UNSUPPORTED_ALGORITHM),
    ALGORITHM_REFUSED(Subcode.UNSUPPORTED_ALGORITHM),
    /** A token that is no X.509 certificate, or a signature by something else. */
    TOKEN_REFUSED(Subcode.UNSUPPORTED_TOKEN),
    /** A certificate whose key no party enrolled for signing. */
    CERTIFICATE_UNKNOWN(Subcode.FAILED_AUTHENTICATION),
    CERTIFICATE_EXPIRED(Subcode.FAILED_AUTHENTICATION),
    /** The party may not even read. */
    PARTY_UNKNOWN(Subcode.FAILED_AUTHENTICATION),
    SIGNATURE_INVALID(Subcode.FAILED_CHECK),
    /** Something that has to be signed is not; the place names it. */
    PART_UNSIGNED(Subcode.FAILED_CHECK),
    /** Something is signed elsewhere than where it is read. */
    PART_MISPLACED(Subcode.FAILED_CHECK),
    TIMESTAMP_EXPIRED(Subcode.MESSAGE_EXPIRED),
    /** Made in the future, or meant to last too long, or not a time. */
    TIMESTAMP_REFUSED(Subcode.INVALID_SECURITY),
    /** The call was let through before; also when the hub was started again meanwhile. */
    CALL_REPLAYED(Subcode.FAILED_CHECK),
    /** Addressed to somebody else. */
    ADDRESS_REFUSED(Subcode.NONE),
    /** The action is not what the body asks for. */
    ACTION_REFUSED(Subcode.NONE),
    /** The body is not what the schema allows. */
    REQUEST_INVALID(Subcode.NONE);

    private final Subcode subcode;

    SoapCode(Subcode subcode) {
        this.subcode = subcode;
    }

    /** The fault code of WS-Security 1.1, 12, that says most nearly the same. */
    QName subcode() {
        return subcode.name.isEmpty() ? new QName(Names.WINDOW, name()) : new QName(subcode.namespace, subcode.name);
    }

    private enum Subcode {
        NONE("", ""),
        INVALID_SECURITY(Names.WSSE, "InvalidSecurity"),
        UNSUPPORTED_ALGORITHM(Names.WSSE, "UnsupportedAlgorithm"),
        UNSUPPORTED_TOKEN(Names.WSSE, "UnsupportedSecurityToken"),
        FAILED_AUTHENTICATION(Names.WSSE, "FailedAuthentication"),
        FAILED_CHECK(Names.WSSE, "FailedCheck"),
        MESSAGE_EXPIRED(Names.WSU, "MessageExpired");

        private final String namespace;
        private final String name;

        Subcode(String namespace, String name) {
            this.namespace = namespace;
            this.name = name;
        }
    }
}
