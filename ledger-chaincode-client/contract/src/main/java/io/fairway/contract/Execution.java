package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.PublicKey256;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Signed;
import io.fairway.contract.intent.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Runs one transaction: intent, repeat, time, signatures, version, step, event; in this order, so that a repeat gets its first answer always. */
final class Execution {
    /** No intent may be signed to live longer. */
    static final Duration LONGEST_LIFE = Duration.ofDays(7);

    private static final int MOST_SIGNATURES = 8;

    private final ChaincodeStub stub;
    private final WorldState world;
    private final Transaction transaction;

    Execution(ChaincodeStub stub, WorldState world, Transaction transaction) {
        this.stub = stub;
        this.world = world;
        this.transaction = transaction;
    }

    /**
     * Runs it.
     *
     * @param arguments the intent, then the signatures
     * @return the outcome, which is also the payload of the event
     */
    Fields run(List<String> arguments) {
        Act.require(!arguments.isEmpty() && arguments.size() <= 1 + MOST_SIGNATURES, Refusal.ARGUMENTS, "expected the intent and up to 8 signatures");
        Intent intent = Intent.parse(arguments.get(0));
        Act.require(intent.action().equals(transaction.name()), Refusal.INTENT_ACTION);
        Act.require(intent.ledger().equals(stub.getChannelId()), Refusal.INTENT_LEDGER);
        Act.require(intent.subject().kind() == transaction.subject(), Refusal.INTENT_FORM, "the subject is of another kind");
        intent.checkParameters(transaction.parameters());
        List<String> event = List.of(intent.actor(), intent.event());
        Optional<Fields> earlier = world.find("event", event);
        if (earlier.isPresent()) {
            Act.require(earlier.get().says("intent", intent.digest()), Refusal.EVENT_REUSED);
            return earlier.get().without("intent");
        }
        Fields outcome = transaction.step().apply(verify(intent, arguments.subList(1, arguments.size()))).with("subject", intent.subject().text());
        world.put("event", event, outcome.with("intent", intent.digest()));
        stub.setEvent(transaction.name(), outcome.bytes());
        return outcome;
    }

    private Act verify(Intent intent, List<String> signatures) {
        LedgerTime time = LedgerTime.of(stub.getTxTimestamp(), world.find(LedgerTime.subject()));
        Act.require(!time.now().isAfter(intent.expiry()), Refusal.INTENT_EXPIRED);
        Act.require(!intent.expiry().isAfter(time.now().plus(LONGEST_LIFE)), Refusal.INTENT_LIFE);
        Submitter submitter = Submitter.of(stub);
        SortedMap<String, String> signers = new TreeMap<>();
        List<String> newKeys = new ArrayList<>();
        for (String text : signatures) {
            Signed signed = Signed.parse(text);
            if (intent.fields().find("key").map(PublicKey256::new).filter(key -> key.id().equals(signed.keyId())).isPresent()) {
                signed.check(new PublicKey256(intent.fields().text("key")), intent);
                newKeys.add(signed.keyId());
            } else {
                Fields key = signer(intent, signed);
                signers.put(key.text("party"), key.text("custody"));
            }
        }
        requireActor(intent, submitter, signers);
        Optional<Fields> before = world.find(intent.subject());
        requireVersion(intent, before);
        return new Act(intent, before, signers, newKeys, submitter, time, world);
    }

    private Fields signer(Intent intent, Signed signed) {
        Fields key = world.find("key", List.of(signed.keyId())).orElseThrow(Refusal.KEY_UNKNOWN::refused);
        Act.require(key.says("state", "active"), Refusal.KEY_RETIRED);
        signed.check(new PublicKey256(key.text("spki")), intent);
        Fields party = world.get(Subject.ofParty(key.text("party")));
        Act.require(party.says("state", "active"), Refusal.PARTY_INACTIVE);
        return key;
    }

    private void requireActor(Intent intent, Submitter submitter, SortedMap<String, String> signers) {
        if (intent.actor().startsWith("@")) {
            Act.require(intent.actor().equals("@" + submitter.organisation()) && submitter.standing() == Submitter.Standing.ADMINISTRATOR,
                    Refusal.ORGANISATION, "expected an administrator of the acting organisation");
        } else if (transaction.opening() != Transaction.Opening.OF_A_NEW_PARTY && !signers.containsKey(intent.actor())) {
            throw (signers.isEmpty() ? Refusal.SIGNATURE : Refusal.KEY_FOREIGN).refused();
        }
    }

    private void requireVersion(Intent intent, Optional<Fields> before) {
        long version = before.map(record -> record.number("version")).orElse(0L);
        boolean meets = transaction.opening() == Transaction.Opening.MEETING_AN_EARLIER_ONE && intent.version() == 0;
        Act.require(meets || intent.version() == version, Refusal.VERSION, "expected " + version + ", found " + intent.version());
    }
}
