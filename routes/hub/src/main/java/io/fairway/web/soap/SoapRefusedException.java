package io.fairway.web.soap;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;

/** A SOAP call is refused; becomes the fault that is its answer. */
final class SoapRefusedException extends SoapFault {
    private static final long serialVersionUID = 1L;
    private static final int UNAVAILABLE = 503;

    private final String code;
    private final String place;
    private final OptionalInt retryAfterSeconds;
    private final Optional<UUID> first;

    private SoapRefusedException(String code, QName subcode, QName faultCode, String place, String expected, OptionalInt retryAfterSeconds,
                                 Optional<UUID> first) {
        super(expected, faultCode);
        this.code = code;
        this.place = place;
        this.retryAfterSeconds = retryAfterSeconds;
        this.first = first;
        addSubCode(subcode);
        if (retryAfterSeconds.isPresent()) {
            setStatusCode(UNAVAILABLE);
        }
    }

    /** @param place the part of the call that is wrong @param expected one sentence */
    static SoapRefusedException of(SoapCode code, String place, String expected) {
        return new SoapRefusedException(code.name(), code.subcode(), Soap12.getInstance().getSender(), place, expected,
                OptionalInt.empty(), Optional.empty());
    }

    /** Refused by an operation, with the code that REST has for it. */
    static SoapRefusedException sender(String code, String place, String expected, Optional<UUID> first) {
        return new SoapRefusedException(code, new QName(Names.WINDOW, code), Soap12.getInstance().getSender(), place, expected,
                OptionalInt.empty(), first);
    }

    /** Not the caller's fault. */
    static SoapRefusedException receiver(String code, String expected, OptionalInt retryAfterSeconds) {
        return new SoapRefusedException(code, new QName(Names.WINDOW, code), Soap12.getInstance().getReceiver(), "hub", expected,
                retryAfterSeconds, Optional.empty());
    }

    String refusal() {
        return code;
    }

    String place() {
        return place;
    }

    OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Optional<UUID> first() {
        return first;
    }
}
