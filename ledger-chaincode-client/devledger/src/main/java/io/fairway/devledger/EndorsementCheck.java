package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which policies the writes of a transaction must satisfy: that of each key that has one, else that of the collection, else that of the
 * chaincode. A transaction that writes nothing falls under the chaincode's.
 */
final class EndorsementCheck {
    private final Channel channel;

    EndorsementCheck(Channel channel) {
        this.channel = channel;
    }

    /** @param validation the endorsement policy stored with a key, empty if none */
    List<EndorsementPolicy> policies(Results results, String invoked, Function<Place, ByteString> validation) {
        var policies = new ArrayList<EndorsementPolicy>();
        for (var part : results.parts()) {
            if (part.hasWrites() || part.chaincode().equals(invoked)) {
                policies.addAll(policies(part, validation));
            }
        }
        return policies;
    }

    private Collection<EndorsementPolicy> policies(Results.Part part, Function<Place, ByteString> validation) {
        if (part.chaincode().equals(Lifecycle.NAMESPACE)) {
            return List.of(Lifecycle.policy(channel.organisations()));
        }
        var chaincode = channel.chaincode(part.chaincode());
        Set<EndorsementPolicy> policies = new HashSet<>();
        part.forEachWrite((place, write) -> {
            var own = validation.apply(place);
            policies.add(own.isEmpty() ? general(chaincode, place) : EndorsementPolicy.parse(own));
        });
        return policies.isEmpty() ? List.of(chaincode.endorsement()) : policies;
    }

    private static EndorsementPolicy general(InstalledChaincode chaincode, Place place) {
        var collection = place.collection().isEmpty() ? Optional.<EndorsementPolicy>empty()
                : chaincode.collection(place.collection()).endorsement();
        return collection.orElse(chaincode.endorsement());
    }
}
