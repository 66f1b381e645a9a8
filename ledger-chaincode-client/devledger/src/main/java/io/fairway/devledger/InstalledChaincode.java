package io.fairway.devledger;

import io.fairway.devledger.CollectionDefinition.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** A chaincode definition with its policies read. */
record InstalledChaincode(ChaincodeDefinition definition, EndorsementPolicy endorsement, Map<String, Collection> collections) {

    /** A private data collection with its policies read. */
    record Collection(CollectionDefinition definition, EndorsementPolicy members, Optional<EndorsementPolicy> endorsement) {
        boolean isKeptBy(String mspId) {
            return members.envelope().getIdentitiesList().stream().anyMatch(principal -> EndorsementPolicy.isOf(mspId, principal));
        }

        boolean mayRead(Member client) {
            return !isReadByMembersOnly() || isKeptBy(client.mspId());
        }

        boolean mayWrite(Member client) {
            return !isWrittenByMembersOnly() || isKeptBy(client.mspId());
        }

        boolean isReadByMembersOnly() {
            return definition.access() != Access.ANYBODY;
        }

        boolean isWrittenByMembersOnly() {
            return definition.access() == Access.MEMBERS;
        }
    }

    static InstalledChaincode of(ChaincodeDefinition definition, List<String> organisations) {
        Function<String, EndorsementPolicy> read = text -> new EndorsementPolicy(policy(definition, text, organisations));
        var collections = definition.collections().stream().collect(Collectors.toMap(CollectionDefinition::name,
                one -> new Collection(one, read.apply(one.members()), one.endorsement().map(read))));
        return new InstalledChaincode(definition, read.apply(definition.endorsement()), Map.copyOf(collections));
    }

    String name() {
        return definition.name();
    }

    Collection collection(String name) {
        var collection = collections.get(name);
        if (collection == null) {
            throw Refusal.aborted("collection " + name() + "/" + name + " could not be found");
        }
        return collection;
    }

    private static SignaturePolicyEnvelope policy(ChaincodeDefinition definition, String text, List<String> organisations) {
        try {
            return PolicyText.parse(text, organisations);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Chaincode " + definition.name() + ": " + e.getMessage(), e);
        }
    }
}
