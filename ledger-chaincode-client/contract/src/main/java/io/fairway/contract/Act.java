package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An intent whose signatures were checked, about to change the ledger.
 *
 * @param intent    what was ordered
 * @param before    the subject's record as it is, none if it is not there yet
 * @param signers   the parties whose registered keys signed the intent, with the custody of the key; the actor among them unless it is an organisation
 * @param newKeys   ids of keys that signed and are in nobody's name yet: proofs of possession
 * @param submitter the Fabric identity that submitted it
 * @param time      what time it is
 * @param world     the ledger
 */
record Act(Intent intent, Optional<Fields> before, SortedMap<String, String> signers, List<String> newKeys, Submitter submitter, LedgerTime time,
                  WorldState world) {
    /** Takes the list as it is now. */
    Act {
        newKeys = List.copyOf(newKeys);
    }

    /** The subject. */
    Subject subject() {
        return intent.subject();
    }

    /** The actor's id. */
    String actor() {
        return intent.actor();
    }

    /** A parameter that must be there. */
    String text(String name) {
        return intent.fields().text(name);
    }

    /** A parameter that may be absent. */
    Optional<String> find(String name) {
        return intent.fields().find(name);
    }

    /** A parameter that is a moment. */
    Instant moment(String name) {
        return Intent.moment(text(name));
    }

    /** The record as it is; refuses if there is none. */
    Fields existing() {
        return before.orElseThrow(Refusal.SUBJECT_UNKNOWN::refused);
    }

    /** Refuses if there is a record already. */
    void requireNew() {
        require(before.isEmpty(), Refusal.SUBJECT_EXISTS);
    }

    /** Refuses unless the actor is this party. */
    void requireActor(String party) {
        require(actor().equals(party), Refusal.NOT_ENTITLED);
    }

    /** Refuses unless the actor has this role. */
    void requireRole(Role role) {
        require(party(actor()).list("roles").contains(role.word()), Refusal.ROLE, role.word());
    }

    /** Refuses unless this party signed the intent too. */
    void requireConsent(String party) {
        require(signers.containsKey(party), Refusal.CONSENT);
    }

    /** Whether somebody with this role signed the intent. */
    boolean isSignedBy(Role role) {
        return signers.keySet().stream().anyMatch(signer -> party(signer).list("roles").contains(role.word()));
    }

    /** The record of an active party; refuses strangers and suspended ones. */
    Fields party(String id) {
        Fields party = world.find(Subject.ofParty(id)).orElseThrow(Refusal.PARTY_UNKNOWN::refused);
        require(party.says("state", "active"), Refusal.PARTY_INACTIVE);
        return party;
    }

    /** The recipient, who must be an active party and not the actor. */
    String recipient() {
        String recipient = text("recipient");
        party(recipient);
        require(!recipient.equals(actor()), Refusal.RECIPIENT);
        return recipient;
    }

    /** The recipient, who must have this role. */
    String recipientWith(Role role) {
        String recipient = recipient();
        require(party(recipient).list("roles").contains(role.word()), Refusal.RECIPIENT, "expected role " + role.word());
        return recipient;
    }

    /** Writes the subject's record, marked with who did what by which custody. */
    Fields write(Fields record) {
        return write(subject(), record, intent.version() + 1);
    }

    /** Writes the record of a second subject, marked alike. */
    Fields write(Subject other, Fields record, long version) {
        List<String> consents = signers.keySet().stream().filter(signer -> !signer.equals(actor())).toList();
        Fields marked = record.with("version", version).with("by", actor()).with("action", intent.action()).with("event", intent.event())
                .with("custody", Optional.ofNullable(signers.get(actor())).or(this::custodyOfANewParty).orElse("organisation"))
                .with("consent", consents)
                .with("consentInHubCustody", consents.stream().filter(signer -> !Registry.PARTY_HELD.equals(signers.get(signer))).toList())
                .with("submitter", submitter.organisation()).with("claimed", time.claimed().toString());
        world.put(other, marked);
        return marked;
    }

    private Optional<String> custodyOfANewParty() {
        return actor().startsWith("@") ? Optional.empty() : find("custody");
    }

    /** Refuses unless a condition holds. */
    static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw refusal.refused();
        }
    }

    /** Refuses unless a condition holds, and says more. */
    static void require(boolean condition, Refusal refusal, String particulars) {
        if (!condition) {
            throw refusal.refused(particulars);
        }
    }
}
