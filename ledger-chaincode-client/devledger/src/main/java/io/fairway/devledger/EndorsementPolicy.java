package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A signature policy: who must have signed. Each signer counts once, as in Fabric. */
record EndorsementPolicy(SignaturePolicyEnvelope envelope) {

    /** A policy as it was stored as validation parameter of a key. */
    static EndorsementPolicy parse(ByteString bytes) {
        try {
            return new EndorsementPolicy(SignaturePolicyEnvelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(Status.Code.ABORTED, "the validation parameter of the key is not a signature policy", e);
        }
    }

    boolean isSatisfiedBy(Collection<Member> signers) {
        var distinct = List.copyOf(new HashSet<>(signers));
        return satisfied(envelope.getRule(), distinct, new HashSet<>());
    }

    private boolean satisfied(SignaturePolicy rule, List<Member> signers, Set<Member> used) {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> takeSigner(rule.getSignedBy(), signers, used);
            case N_OUT_OF -> enough(rule.getNOutOf(), signers, used);
            case TYPE_NOT_SET -> false;
        };
    }

    private boolean takeSigner(int index, List<Member> signers, Set<Member> used) {
        if (index < 0 || index >= envelope.getIdentitiesCount()) {
            return false;
        }
        var principal = envelope.getIdentities(index);
        var signer = signers.stream().filter(member -> !used.contains(member) && is(member, principal)).findFirst();
        signer.ifPresent(used::add);
        return signer.isPresent();
    }

    private boolean enough(SignaturePolicy.NOutOf rule, List<Member> signers, Set<Member> used) {
        int satisfied = 0;
        for (var part : rule.getRulesList()) {
            var attempt = new HashSet<>(used);
            if (satisfied(part, signers, attempt)) {
                satisfied++;
                used.addAll(attempt);
            }
        }
        return satisfied >= rule.getN();
    }

    static boolean is(Member member, MSPPrincipal principal) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> {
                    var role = MSPRole.parseFrom(principal.getPrincipal());
                    yield member.mspId().equals(role.getMspIdentifier()) && member.role().is(role.getRole());
                }
                case ORGANIZATION_UNIT -> {
                    var unit = OrganizationUnit.parseFrom(principal.getPrincipal());
                    yield member.mspId().equals(unit.getMspIdentifier()) && hasUnit(member, unit.getOrganizationalUnitIdentifier());
                }
                case IDENTITY -> member.identity().equals(principal.getPrincipal());
                case ANONYMITY, COMBINED, UNRECOGNIZED -> false;
            };
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /** Whether a principal is one of this organisation. */
    static boolean isOf(String mspId, MSPPrincipal principal) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier().equals(mspId);
                case ORGANIZATION_UNIT -> OrganizationUnit.parseFrom(principal.getPrincipal()).getMspIdentifier().equals(mspId);
                case IDENTITY -> SerializedIdentity.parseFrom(principal.getPrincipal()).getMspid().equals(mspId);
                case ANONYMITY, COMBINED, UNRECOGNIZED -> false;
            };
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean hasUnit(Member member, String wanted) {
        for (var unit : X500Name.getInstance(member.certificate().getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.OU)) {
            if (IETFUtils.valueToString(unit.getFirst().getValue()).equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
