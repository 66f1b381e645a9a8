package io.fairway.ledger.conformance;

import io.fairway.ledger.LedgerProfile;
import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;

/**
 * A client of one organisation.
 *
 * @param profile how it connected
 * @param gateway its connection
 * @param channel below the gateway
 */
public record Party(LedgerProfile profile, Gateway gateway, ManagedChannel channel) implements AutoCloseable {

    /** The ledger channel. */
    public Network network() {
        return gateway.getNetwork(profile.channel());
    }

    /** The conformance chaincode. */
    public Contract contract() {
        return network().getContract(profile.chaincode());
    }

    /** Endorsed as the gateway plans, submitted, and waited for. */
    public Status submit(String function, String... arguments) throws EndorseException, SubmitException, CommitStatusException {
        return submit(endorse(List.of(), function, arguments));
    }

    /** Submitted and waited for. */
    public static Status submit(Transaction transaction) throws SubmitException, CommitStatusException {
        return transaction.submitAsync().getStatus();
    }

    /** @param mspIds who must endorse; empty leaves it to the gateway */
    public Transaction endorse(List<String> mspIds, String function, String... arguments) throws EndorseException {
        var proposal = contract().newProposal(function).addArguments(arguments);
        if (!mspIds.isEmpty()) {
            proposal.setEndorsingOrganizations(mspIds.toArray(String[]::new));
        }
        return proposal.build().endorse();
    }

    /** What the chaincode answers, without a transaction. */
    public String read(String function, String... arguments) throws GatewayException {
        return new String(contract().newProposal(function).addArguments(arguments).build().evaluate(), StandardCharsets.UTF_8);
    }

    /** What the gateway says in the details of a refusal. */
    public static String reason(GatewayException refusal) {
        return refusal.getDetails().stream().map(detail -> detail.getMessage()).findFirst()
                .orElse(String.valueOf(refusal.getStatus().getDescription()));
    }

    @Override
    public void close() {
        LedgerUnderTest.close(gateway, channel);
    }
}
