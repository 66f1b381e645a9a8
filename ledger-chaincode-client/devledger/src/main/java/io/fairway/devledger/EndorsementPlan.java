package io.fairway.devledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which peers must sign: the fewest that satisfy all policies together, the gateway's own before others. */
final class EndorsementPlan {
    private EndorsementPlan() {}

    /** @param peers the preferred first; at most 16 */
    static Optional<List<Peer>> choose(List<Peer> peers, List<EndorsementPolicy> policies) {
        if (peers.size() > 16) {
            throw new IllegalArgumentException("At most 16 organisations, found " + peers.size());
        }
        var combinations = new ArrayList<List<Peer>>();
        for (int bits = 1; bits < 1 << peers.size(); bits++) {
            var combination = new ArrayList<Peer>();
            for (int i = 0; i < peers.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    combination.add(peers.get(i));
                }
            }
            combinations.add(combination);
        }
        return combinations.stream().sorted(Comparator.comparingInt(List::size))
                .filter(combination -> satisfy(combination, policies)).findFirst();
    }

    private static boolean satisfy(List<Peer> peers, List<EndorsementPolicy> policies) {
        var signers = peers.stream().map(peer -> peer.identity().member()).toList();
        return policies.stream().allMatch(policy -> policy.isSatisfiedBy(signers));
    }
}
