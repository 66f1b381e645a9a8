package io.fairway.ledger.fabric;

import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.LedgerUnavailableException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * Tells a contract's no from a ledger that cannot answer. Only the contract's own code counts as a no: peers use the same gRPC status for
 * both, and a chaincode that failed otherwise may answer tomorrow.
 */
final class GatewayFailures {
    private static final Pattern REFUSAL = Pattern.compile("(?:^|\\W)(FW-[A-Z0-9-]+): (.*)", Pattern.DOTALL);
    private static final int LONGEST = 500;

    private GatewayFailures() {}

    /** What to throw when nothing had been submitted. */
    static RuntimeException asked(String what, GatewayException failure) {
        for (var message : messages(failure)) {
            var refusal = REFUSAL.matcher(message);
            if (refusal.find()) {
                return new LedgerRefusedException(refusal.group(1), refusal.group(2), failure);
            }
        }
        return new LedgerUnavailableException(what + ": " + words(failure), failure);
    }

    /** What the peers said, in one line. */
    static String words(GatewayException failure) {
        var words = String.join("; ", messages(failure));
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    private static List<String> messages(GatewayException failure) {
        var status = failure.getStatus();
        return Stream.concat(failure.getDetails().stream().map(ErrorDetail::getMessage),
                Stream.of(status.getCode() + " " + String.valueOf(status.getDescription()))).toList();
    }
}
