package io.fairway.usecase;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Where a party is told things, and by which protocol. */
public sealed interface Endpoint {

    /** Posts over HTTP; proof is a receipt that names message id and digest. @param address absolute, http or https */
    record Http(URI address) implements Endpoint {
    }

    /**
     * AS2 (RFC 4130); proof is a signed receipt in the answer.
     *
     * @param address absolute, http or https
     * @param name AS2-To; the party's id when empty
     */
    record As2(URI address, Optional<String> name) implements Endpoint {
    }

    /** SOAP, by the contract {@code counterpart.wsdl}; proof is a signed answer. @param address absolute, http or https */
    record Soap(URI address) implements Endpoint {
    }

    /** The party connects to the hub by AMQP 1.0 and takes what it is told from its own queue; proof is that it accepted the message. */
    record Connected() implements Endpoint {
        /** How it is written. */
        public static final String TEXT = "amqp:hub";
    }

    /**
     * Reads {@code http://host/path}, {@code https://…}, or, for AS2, {@code as2+https://NAME@host/path} and {@code as2+http://…},
     * for SOAP {@code soap+https://host/path} and {@code soap+http://…}, or {@value Connected#TEXT}.
     *
     * @throws IllegalArgumentException for anything else, in words for whoever wrote it
     */
    static Endpoint read(String text) {
        if (text.equals(Connected.TEXT)) {
            return new Connected();
        }
        URI uri = parse(text);
        String scheme = String.valueOf(uri.getScheme());
        String protocol = scheme.startsWith("as2+") || scheme.startsWith("soap+") ? scheme.substring(0, scheme.indexOf('+')) : "";
        String transport = protocol.isEmpty() ? scheme : scheme.substring(protocol.length() + 1);
        if (!Set.of("http", "https").contains(transport) || uri.getHost() == null) {
            throw new IllegalArgumentException(text + " is not an absolute http or https address, alone or after as2+ or soap+, nor " + Connected.TEXT);
        }
        if (protocol.isEmpty()) {
            return new Http(uri);
        }
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        URI address = parse(transport + "://" + host + uri.getRawPath() + query);
        return protocol.equals("soap") ? new Soap(address) : new As2(address, Optional.ofNullable(uri.getUserInfo()));
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text + " is not an address: " + e.getReason(), e);
        }
    }
}
