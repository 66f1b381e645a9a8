package io.fairway.devledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.devledger.Transactions.Endorsed;
import io.fairway.devledger.Transactions.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Decides which transactions of a block are valid, in Fabric's order: form and signatures, repeated transaction ids, endorsement policies,
 * then versions of what was read, ranges, and hashes of private values. Transactions of one block see the valid ones before them.
 */
final class BlockValidator {
    private final Channel channel;
    private final WorldState state;
    private final EndorsementCheck endorsements;

    BlockValidator(Channel channel, WorldState state) {
        this.channel = channel;
        this.state = state;
        this.endorsements = new EndorsementCheck(channel);
    }

    /** A transaction of the block, with what was found about it before any other was looked at. */
    private record Candidate(Transactions.Reading reading, List<Member> signers) {}

    /** @return the validation code of each transaction; their updates are in {@code updates} */
    List<TxValidationCode> validate(long number, List<ByteString> transactions, BlockUpdates updates) {
        var candidates = transactions.parallelStream().map(this::candidate).toList();
        try (var committed = state.snapshot()) {
            var round = new Round(number, updates, committed);
            for (int i = 0; i < candidates.size(); i++) {
                round.decide(i, candidates.get(i));
            }
            return List.copyOf(round.codes);
        }
    }

    private Candidate candidate(ByteString bytes) {
        var reading = Transactions.read(bytes, channel.name(), channel.msp());
        return switch (reading) {
            case Invalid invalid -> new Candidate(invalid, List.of());
            case Endorsed endorsed -> new Candidate(endorsed, signers(endorsed));
        };
    }

    /** Those whose signature stands; a wrong one counts for nothing. */
    private List<Member> signers(Endorsed endorsed) {
        return endorsed.endorsements().stream().flatMap(endorsement -> {
            try {
                var member = channel.msp().member(endorsement.getEndorser());
                return member.signed(endorsement.getSignature(), endorsed.responsePayload(), endorsement.getEndorser())
                        ? java.util.stream.Stream.of(member) : java.util.stream.Stream.<Member>empty();
            } catch (Refusal refusal) {
                return java.util.stream.Stream.empty();
            }
        }).toList();
    }

    private final class Round {
        private final long number;
        private final BlockUpdates updates;
        private final Snapshot committed;
        private final java.util.ArrayList<TxValidationCode> codes = new java.util.ArrayList<>();
        private final Set<String> txIds = new HashSet<>();
        private final Set<Place> policiesChanged = new HashSet<>();

        Round(long number, BlockUpdates updates, Snapshot committed) {
            this.number = number;
            this.updates = updates;
            this.committed = committed;
        }

        void decide(int index, Candidate candidate) {
            codes.add(switch (candidate.reading()) {
                case Invalid invalid -> invalid.code();
                case Endorsed endorsed -> decide(new Version(number, index), endorsed, candidate.signers());
            });
        }

        private TxValidationCode decide(Version version, Endorsed endorsed, List<Member> signers) {
            if (!txIds.add(endorsed.txId()) || committed.transaction(endorsed.txId()).isPresent()) {
                return TxValidationCode.DUPLICATE_TXID;
            }
            try {
                var results = Results.read(endorsed.results());
                var fault = endorsementFault(results, endorsed.chaincode(), signers).or(() -> conflict(results));
                if (fault.isEmpty()) {
                    results.parts().forEach(part -> part.forEachWrite((place, write) -> updates.add(place, write, version)));
                }
                return fault.orElse(TxValidationCode.VALID);
            } catch (InvalidProtocolBufferException e) {
                return TxValidationCode.BAD_RWSET;
            }
        }

        private Optional<TxValidationCode> endorsementFault(Results results, String invoked, List<Member> signers) {
            if (!invoked.equals(Lifecycle.NAMESPACE) && !channel.chaincodes().containsKey(invoked)) {
                return Optional.of(TxValidationCode.INVALID_CHAINCODE);
            }
            if (results.parts().stream().anyMatch(part -> part.hasWrites() && !part.chaincode().equals(invoked))) {
                return Optional.of(TxValidationCode.ILLEGAL_WRITESET);
            }
            try {
                var written = new HashSet<Place>();
                var renewed = new HashSet<Place>();
                results.parts().forEach(part -> part.forEachWrite((place, write) -> {
                    written.add(place);
                    write.policy().ifPresent(policy -> renewed.add(place));
                }));
                if (written.stream().anyMatch(policiesChanged::contains)) {
                    return Optional.of(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
                }
                var policies = endorsements.policies(results, invoked, this::committedPolicy);
                if (!policies.stream().allMatch(policy -> policy.isSatisfiedBy(signers))) {
                    return Optional.of(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
                }
                policiesChanged.addAll(renewed);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
            }
        }

        private ByteString committedPolicy(Place place) {
            return committed.get(place.space(), place.key()).map(StateEntry::validation).orElse(ByteString.EMPTY);
        }

        private Optional<TxValidationCode> conflict(Results results) {
            for (var part : results.parts()) {
                if (!part.open().getReadsList().stream().allMatch(read -> stands(part.chaincode(), read))) {
                    return Optional.of(TxValidationCode.MVCC_READ_CONFLICT);
                }
                if (!part.open().getRangeQueriesInfoList().stream().allMatch(query -> stands(part.chaincode(), query))) {
                    return Optional.of(TxValidationCode.PHANTOM_READ_CONFLICT);
                }
                for (var collection : part.collections()) {
                    if (!collection.set().getHashedReadsList().stream().allMatch(read -> stands(part.chaincode(), collection.name(), read))) {
                        return Optional.of(TxValidationCode.MVCC_READ_CONFLICT);
                    }
                }
            }
            return Optional.empty();
        }

        private boolean stands(String chaincode, KVRead read) {
            return isUnchanged(new Place(chaincode, "", read.getKeyBytes()),
                    read.hasVersion() ? Optional.of(Version.of(read.getVersion())) : Optional.empty());
        }

        private boolean stands(String chaincode, String collection, KVReadHash read) {
            return isUnchanged(new Place(chaincode, collection, read.getKeyHash()),
                    read.hasVersion() ? Optional.of(Version.of(read.getVersion())) : Optional.empty());
        }

        private boolean isUnchanged(Place place, Optional<Version> seen) {
            return !updates.touches(place) && committed.get(place.space(), place.key()).map(StateEntry::version).equals(seen);
        }

        /** Reads the range again and compares; a range that was not read to its end includes its last key. */
        private boolean stands(String chaincode, RangeQueryInfo query) {
            var end = query.getItrExhausted() ? query.getEndKey() : query.getEndKey() + '\0';
            var digest = new RangeDigest();
            updates.range(committed, chaincode, query.getStartKey(), end).forEachRemaining(one ->
                    digest.add(KVRead.newBuilder().setKey(one.key()).setVersion(one.entry().version().proto()).build()));
            var again = query.toBuilder();
            digest.writeTo(again);
            return again.build().equals(query);
        }
    }
}
