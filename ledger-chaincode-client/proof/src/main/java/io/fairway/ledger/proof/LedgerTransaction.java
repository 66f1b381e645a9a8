package io.fairway.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One endorsed transaction as it stands in a block: who asked for what, what came of it, and which peers signed the outcome.
 * Reading it checks its form; the {@code is…} methods check what it says.
 */
public final class LedgerTransaction {
    private static final int ENDORSER_TRANSACTION = 3;

    private final byte[] payload;
    private final byte[] signature;
    private final byte[] channelHeader;
    private final byte[] signatureHeader;
    private final byte[] proposalPayload;
    private final byte[] responsePayload;
    private final List<Endorsement> endorsements;
    private final WireMessage channel;
    private final SignedBy creator;
    private final byte[] nonce;
    private final WireMessage action;
    private final List<byte[]> input;

    private record Endorsement(SignedBy endorser, byte[] signature) {
        static Endorsement read(byte[] bytes) {
            var endorsement = WireMessage.read(bytes);
            return new Endorsement(SignedBy.read(endorsement.value(1)), endorsement.value(2));
        }
    }

    /**
     * What the contract said to everybody who listens.
     *
     * @param name of the event
     * @param payload as the contract wrote it
     */
    public record Event(String name, byte[] payload) {}

    private LedgerTransaction(byte[] envelope) {
        var outer = WireMessage.read(envelope);
        payload = outer.value(1);
        signature = outer.value(2);
        var inner = WireMessage.read(payload);
        var header = inner.message(1);
        channelHeader = header.value(1);
        signatureHeader = header.value(2);
        channel = WireMessage.read(channelHeader);
        if (channel.number(1) != ENDORSER_TRANSACTION) {
            throw new UnreadableException("Not a transaction of a contract: header type " + channel.number(1));
        }
        var signer = WireMessage.read(signatureHeader);
        creator = SignedBy.read(signer.value(1));
        nonce = signer.value(2);
        var actions = inner.message(2).valuesOf(1);
        if (actions.size() != 1) {
            throw new UnreadableException("A transaction holds one action, found " + actions.size());
        }
        var chaincodeAction = WireMessage.read(actions.get(0)).message(2);
        proposalPayload = chaincodeAction.value(1);
        var endorsed = chaincodeAction.message(2);
        responsePayload = endorsed.value(1);
        endorsements = endorsed.valuesOf(2).stream().map(Endorsement::read).toList();
        action = WireMessage.read(responsePayload).message(2);
        input = WireMessage.read(proposalPayload).message(1).message(1).message(3).valuesOf(1);
        if (input.isEmpty()) {
            throw new UnreadableException("A transaction names what it asks for");
        }
    }

    /**
     * Reads an envelope ({@code common.Envelope}) with one endorsed transaction.
     *
     * @throws UnreadableException if the bytes are none; so is the configuration transaction of a channel
     */
    public static LedgerTransaction read(byte[] envelope) {
        return new LedgerTransaction(envelope);
    }

    /** Whether this envelope holds a contract's transaction; blocks hold configuration too. */
    public static boolean isOne(byte[] envelope) {
        return header(envelope).number(1) == ENDORSER_TRANSACTION;
    }

    /** The transaction id that an envelope bears, without reading the rest of it. */
    static String idOf(byte[] envelope) {
        return header(envelope).text(5);
    }

    private static WireMessage header(byte[] envelope) {
        return WireMessage.read(envelope).message(1).message(1).message(1);
    }

    /** The ledger channel. */
    public String channel() {
        return channel.text(4);
    }

    /** The transaction id that the header bears. */
    public String id() {
        return channel.text(5);
    }

    /** Name of the contract that ran. */
    public String chaincode() {
        return action.message(4).text(2);
    }

    /** What was asked for: the transaction's name in the contract. */
    public String name() {
        return new String(input.get(0), StandardCharsets.UTF_8);
    }

    /** The arguments, without private values. */
    public List<byte[]> arguments() {
        return input.subList(1, input.size());
    }

    /** What the contract answered. */
    public byte[] result() {
        return action.message(3).value(3);
    }

    /** Status the contract answered with; 200 is success. */
    public int status() {
        return (int) action.message(3).number(1);
    }

    /** The event of the contract, if it raised one. */
    public Optional<Event> event() {
        var event = WireMessage.read(action.value(2));
        return event.text(3).isEmpty() ? Optional.empty() : Optional.of(new Event(event.text(3), event.value(4)));
    }

    /** Who asked. */
    public SignedBy creator() {
        return creator;
    }

    /** Whether the id belongs to this asker and this asking: lower-case hexadecimal SHA-256 over nonce and creator. */
    public boolean isNamedByItsAsker() {
        return Digest.over(nonce, creator.bytes()).hex().equals(id());
    }

    /** Whether its asker, whom a member vouches for, signed all of it. */
    public boolean isSignedByItsAsker(NetworkTrust trust) {
        return trust.member(creator).filter(known -> known.signed(signature, payload)).isPresent();
    }

    /** Whether the outcome that the peers signed is that of this very proposal. */
    public boolean isOutcomeOfItsProposal() {
        return Arrays.equals(Digest.over(channelHeader, signatureHeader, proposalPayload).bytes(), WireMessage.read(responsePayload).value(1));
    }

    /** Whether it carries this proposal and no other: {@code protos.Proposal} with the same headers and, private values left out, the same payload. */
    public boolean carries(byte[] proposal) {
        var own = WireMessage.read(proposal);
        var header = own.message(1);
        var asked = WireMessage.read(own.value(2)).value(1);
        return Arrays.equals(header.value(1), channelHeader) && Arrays.equals(header.value(2), signatureHeader)
                && Arrays.equals(asked, WireMessage.read(proposalPayload).value(1))
                && WireMessage.read(proposalPayload).valuesOf(2).isEmpty();
    }

    /** The members a peer of which signed the outcome, by MSP id, sorted; signatures that do not stand count for nobody. */
    public List<String> endorsers(NetworkTrust trust) {
        return endorsements.stream()
                .filter(endorsement -> trust.peer(endorsement.endorser())
                        .filter(known -> known.signed(endorsement.signature(), responsePayload, known.bytes())).isPresent())
                .map(endorsement -> endorsement.endorser().mspId()).distinct().sorted().toList();
    }
}
