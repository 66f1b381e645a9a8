package io.fairway.devledger;

import io.grpc.Status;

/** A request that is answered with a gRPC status and a reason, as a peer, orderer or gateway of Fabric would answer it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status.Code code;

    Refusal(Status.Code code, String reason) {
        super(reason);
        this.code = code;
    }

    Refusal(Status.Code code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    Status.Code code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static Refusal aborted(String reason) {
        return new Refusal(Status.Code.ABORTED, reason);
    }

    static Refusal invalid(String reason) {
        return new Refusal(Status.Code.INVALID_ARGUMENT, reason);
    }

    static Refusal denied(String reason) {
        return new Refusal(Status.Code.PERMISSION_DENIED, reason);
    }
}
