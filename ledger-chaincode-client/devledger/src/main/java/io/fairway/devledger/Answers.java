package io.fairway.devledger;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Sends an answer or a refusal, the latter with the details that Fabric's gateway gives. */
final class Answers {
    private Answers() {}

    /** A refusal by a particular peer, which the client sees as a detail of the gateway's own error. */
    static final class RefusedByPeer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Status.Code code;
        private final transient ErrorDetail detail;

        RefusedByPeer(Status.Code code, String summary, ErrorDetail detail) {
            super(summary);
            this.code = code;
            this.detail = detail;
        }

        private StatusRuntimeException status() {
            return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                    .setCode(code.value()).setMessage(String.valueOf(getMessage())).addDetails(Any.pack(detail)).build());
        }
    }

    static <T extends Message> void answer(StreamObserver<T> observer, Supplier<T> work) {
        T answer;
        try {
            answer = work.get();
        } catch (RefusedByPeer refused) {
            observer.onError(refused.status());
            return;
        } catch (Refusal refusal) {
            observer.onError(status(refusal));
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }

    static StatusRuntimeException status(Refusal refusal) {
        return refusal.code().toStatus().withDescription(refusal.reason()).asRuntimeException();
    }
}
