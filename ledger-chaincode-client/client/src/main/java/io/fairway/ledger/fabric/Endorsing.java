package io.fairway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.SignedTransaction;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.ledger.proof.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;

/**
 * Gets an invocation endorsed and signs what came back, after looking at it: the client library would sign whatever the peer gives it.
 */
final class Endorsing {
    private final Gateway gateway;
    private final Contract contract;
    private final Signer signer;
    private final NetworkTrust trust;

    Endorsing(Gateway gateway, Contract contract, Signer signer, NetworkTrust trust) {
        this.gateway = gateway;
        this.contract = contract;
        this.signer = signer;
        this.trust = trust;
    }

    SignedTransaction endorse(Invocation invocation) {
        var proposal = proposal(invocation);
        try {
            var transaction = proposal.endorse();
            requireOwn(proposal, transaction);
            var signed = gateway.newSignedTransaction(transaction.getBytes(), signer.sign(transaction.getDigest()));
            return new SignedTransaction(signed.getTransactionId(), signed.getBytes());
        } catch (EndorseException e) {
            throw GatewayFailures.asked(invocation.transaction() + " of " + invocation.event() + " was not endorsed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of this identity cannot sign", e);
        }
    }

    private Proposal proposal(Invocation invocation) {
        var proposal = contract.newProposal(invocation.transaction()).addArguments(invocation.arguments().toArray(String[]::new));
        invocation.unrecorded().forEach((name, value) -> proposal.putTransient(name, value.getBytes(StandardCharsets.UTF_8)));
        if (!invocation.endorsers().isEmpty()) {
            proposal.setEndorsingOrganizations(invocation.endorsers().toArray(String[]::new));
        }
        return proposal.build();
    }

    private void requireOwn(Proposal proposal, Transaction transaction) {
        try {
            var proposed = ProposedTransaction.parseFrom(proposal.getBytes()).getProposal().getProposalBytes().toByteArray();
            var prepared = PreparedTransaction.parseFrom(transaction.getBytes());
            var endorsed = LedgerTransaction.read(prepared.getEnvelope().toByteArray());
            require(endorsed.carries(proposed), "it carries another proposal than the one it was asked for");
            require(endorsed.id().equals(proposal.getTransactionId()) && prepared.getTransactionId().equals(endorsed.id()), "it bears another id");
            require(endorsed.isOutcomeOfItsProposal(), "what the peers signed is the outcome of something else");
            require(endorsed.status() == 200, "the contract answered " + endorsed.status());
            var endorsers = endorsed.endorsers(trust);
            require(endorsers.size() >= trust.leastEndorsers(),
                    "expected signatures of " + trust.leastEndorsers() + " members, found " + endorsers);
        } catch (InvalidProtocolBufferException | UnreadableException e) {
            throw new UntrustedLedgerException("The gateway gave an envelope that cannot be read", e);
        }
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new UntrustedLedgerException("The gateway gave an envelope that is not signed by us: " + found);
        }
    }
}
