package io.fairway.contract.intent;

/** Every way in which the contract says no. The code stands at the start of the message, because Fabric hands clients nothing but text. */
public enum Refusal {
    /** No such transaction or query. */
    FUNCTION("unknown function"),
    /** Too few, too many or unreadable arguments. */
    ARGUMENTS("arguments missing, superfluous or malformed"),
    /** The intent is not in canonical form, or a member is missing, unknown or malformed. */
    INTENT_FORM("the intent is not canonical, or a member is missing, unknown or malformed"),
    /** The intent orders another action than the called function. */
    INTENT_ACTION("the intent orders another action"),
    /** The intent was signed for another ledger channel. */
    INTENT_LEDGER("the intent is for another ledger channel"),
    /** The intent's time is over. */
    INTENT_EXPIRED("the intent has expired"),
    /** The intent would live longer than an intent may. */
    INTENT_LIFE("the intent would live longer than seven days"),
    /** The event id was used by this actor for something else. */
    EVENT_REUSED("this actor used the event id for other content"),
    /** A signature is missing, malformed or wrong. */
    SIGNATURE("signature missing, malformed or wrong"),
    /** Not a P-256 public key in its one canonical encoding, or not possessed by the sender. */
    KEY_FORM("not a P-256 public key in canonical SPKI form"),
    /** The key is not in the registry. */
    KEY_UNKNOWN("the key is not registered"),
    /** The key was rotated out or revoked. */
    KEY_RETIRED("the key is retired"),
    /** The key belongs to another party. */
    KEY_FOREIGN("the key belongs to another party"),
    /** The key is already in the registry. */
    KEY_TAKEN("the key is already registered"),
    /** The party would have no or too many keys. */
    KEY_COUNT("a party has between one and twenty keys"),
    /** The party is not in the registry. */
    PARTY_UNKNOWN("the party is not registered"),
    /** The party is proposed or suspended. */
    PARTY_INACTIVE("the party is not active"),
    /** The party lacks the role. */
    ROLE("the party lacks the role"),
    /** The submitter's organisation may not do this, or its identity is no administrator's. */
    ORGANISATION("the submitting organisation or identity may not do this"),
    /** The charter of the consortium is missing, not ratified, or says otherwise. */
    CHARTER("the charter is missing, not ratified or says otherwise"),
    /** The actor is not the one whose act this is: not holder, nominee, carrier, pledgee. */
    NOT_ENTITLED("this act belongs to another party"),
    /** The recipient is not one who can receive this. */
    RECIPIENT("the recipient cannot receive this"),
    /** A further party has to sign the same intent. */
    CONSENT("a further party must sign the same intent"),
    /** The subject is at another version. */
    VERSION("the subject is at another version"),
    /** There is no such subject. */
    SUBJECT_UNKNOWN("no such subject"),
    /** The subject is there already. */
    SUBJECT_EXISTS("the subject exists"),
    /** The subject's state does not allow this. */
    STATE("the state of the subject does not allow this"),
    /** A live record stands for this carrier and bill number. */
    BILL_LIVE("a live bill stands for this carrier and number"),
    /** The form of the bill does not allow this. */
    BILL_FORM("the form of the bill does not allow this"),
    /** The bill is pledged, or not pledged where it should be. */
    PLEDGE("the pledge does not allow this"),
    /** A date lies too early, too late, or has or has not passed. */
    DEADLINE("the deadline does not allow this"),
    /** An authority or the carrier holds the release. */
    HELD("the release is on hold"),
    /** No such hold, or it was placed by another party. */
    HOLD_UNKNOWN("no such hold of this party"),
    /** A condition of the release is open. */
    CONDITION("a condition of the release is open, or unknown"),
    /** Charges are due. */
    CHARGES("charges are due"),
    /** The haulier is not the nominated one, or has not accepted. */
    HAULIER("this haulier is not the one nominated and accepted"),
    /** The unit is not in the release. */
    UNIT_UNKNOWN("the unit is not part of the release"),
    /** The unit was redeemed, or another release has it. */
    UNIT_TAKEN("the unit was redeemed or belongs to another release"),
    /** The quantity is missing, malformed, zero or more than is left. */
    QUANTITY("the quantity is missing, malformed, zero or more than is left"),
    /** A private value does not open its commitment. */
    COMMITMENT("the private value does not open its commitment"),
    /** Batches of an anchor stream do not join. */
    ANCHOR_GAP("the batch does not join the one before it"),
    /** The claimed time lies before the ledger's clock, or the clock would jump or go back. */
    CLOCK("the time does not agree with the clock of the ledger");

    private final String meaning;

    Refusal(String meaning) {
        this.meaning = meaning;
    }

    /** The code clients branch on, for example {@code FW-VERSION}. */
    public String code() {
        return "FW-" + name().replace('_', '-');
    }

    /** One short sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The refusal in its general words. */
    public RefusedException refused() {
        return new RefusedException(this, meaning);
    }

    /**
     * The refusal with particulars.
     *
     * @param particulars what was expected and found; never a business value
     */
    public RefusedException refused(String particulars) {
        return new RefusedException(this, meaning + ": " + particulars);
    }
}
