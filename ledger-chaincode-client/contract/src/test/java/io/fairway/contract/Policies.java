package io.fairway.contract;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.contract.intent.Subject;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.shim.ledger.CompositeKey;

/** Reads key-level endorsement policies with Fabric's own classes. */
final class Policies {
    private Policies() {
    }

    /** The organisations whose peers must all endorse a change of the subject; empty if the contract's policy decides. */
    static String organisations(Harbour harbour, String subject) {
        Subject read = new Subject(subject);
        byte[] policy = harbour.ledger().policy(new CompositeKey(subject.split("/", 2)[0], read.parts()).toString());
        try {
            SignaturePolicyEnvelope envelope = SignaturePolicyEnvelope.parseFrom(policy);
            if (envelope.getRule().getNOutOf().getN() != envelope.getIdentitiesCount()) {
                throw new AssertionError("not all of them");
            }
            return envelope.getIdentitiesList().stream().map(Policies::peer).collect(Collectors.joining(" "));
        } catch (InvalidProtocolBufferException cause) {
            throw new AssertionError(cause);
        }
    }

    private static String peer(MSPPrincipal principal) {
        try {
            MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
            if (role.getRole() != MSPRole.MSPRoleType.PEER) {
                throw new AssertionError("not a peer");
            }
            return role.getMspIdentifier();
        } catch (InvalidProtocolBufferException cause) {
            throw new AssertionError(cause);
        }
    }
}
