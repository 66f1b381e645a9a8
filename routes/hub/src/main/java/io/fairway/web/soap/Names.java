package io.fairway.web.soap;

import java.util.List;

/** Namespaces and words of the standards that a signed call is made of. */
final class Names {
    /** The contract's own namespace; its actions begin with it. */
    static final String WINDOW = "urn:fairway:single-window:1";
    /** SOAP 1.2 and 1.1. */
    static final List<String> ENVELOPES = List.of("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/");
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String WSA = "http://www.w3.org/2005/08/addressing";
    static final String ANONYMOUS = WSA + "/anonymous";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    static final String XOP = "http://www.w3.org/2004/08/xop/include";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String X509_V3 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";

    private Names() {
    }
}
