package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** Private data: who keeps it, who reads it, what everybody sees of it. */
public interface PrivateConformance {
    /** The network. */
    LedgerUnderTest ledger();

    @Test
    default void aSharedPrivateValueIsReadByItsMembersAndItsHashByAll() throws GatewayException {
        var key = ledger().newKey();
        assertThat(putPrivate("shared", key, "420 EUR").getCode()).isEqualTo(TxValidationCode.VALID);

        for (var organisation : List.of(LedgerUnderTest.CARRIER, LedgerUnderTest.PORT, LedgerUnderTest.BANK)) {
            Eventually.equal("420 EUR", () -> ledger().party(organisation).read("getPrivate", "shared", key));
            Eventually.equal(sha256("420 EUR"), () -> ledger().party(organisation).read("getPrivateHash", "shared", key));
        }
        assertThat(ledger().party(LedgerUnderTest.CARRIER).read("listPrivate", "shared").lines()).contains(key + "=420 EUR");
    }

    @Test
    default void aCollectionOfOneIsEndorsedByThatOneAndOthersSeeOnlyTheHash() throws GatewayException {
        var key = ledger().newKey();
        assertThat(putPrivate("carrierOnly", key, "secret").getCode()).isEqualTo(TxValidationCode.VALID);

        assertThat(ledger().party(LedgerUnderTest.CARRIER).read("getPrivate", "carrierOnly", key)).isEqualTo("secret");
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> ledger().party(LedgerUnderTest.PORT).read("getPrivate", "carrierOnly", key));
        Eventually.equal(sha256("secret"), () -> ledger().party(LedgerUnderTest.PORT).read("getPrivateHash", "carrierOnly", key));
    }

    @Test
    default void aPrivateValueIsDeletedWithItsHash() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        putPrivate("shared", key, "for a while");

        assertThat(carrier.submit("deletePrivate", "shared", key).getCode()).isEqualTo(TxValidationCode.VALID);

        assertThat(carrier.read("getPrivate", "shared", key)).isEmpty();
        assertThat(carrier.read("getPrivateHash", "shared", key)).isEmpty();
    }

    @Test
    default void aCollectionThatIsNotDefinedIsRefused() {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> putPrivate("nowhere", ledger().newKey(), "x"));
    }

    @Test
    default void privateValuesAreDeliveredToTheirMembersWithTheBlock() throws GatewayException {
        var key = ledger().newKey();
        var status = putPrivate("carrierOnly", key, "delivered");

        assertThat(privateBytes(LedgerUnderTest.CARRIER, status)).contains("delivered");
        assertThat(privateBytes(LedgerUnderTest.BANK, status)).doesNotContain("delivered");
    }

    private Status putPrivate(String collection, String key, String value) throws GatewayException {
        var transaction = ledger().party(LedgerUnderTest.CARRIER).contract().newProposal("putPrivate")
                .addArguments(collection, key).putTransient("value", value).build().endorse();
        return Party.submit(transaction);
    }

    private String privateBytes(String organisation, Status status) {
        var network = ledger().party(organisation).network();
        try (var blocks = network.newBlockAndPrivateDataEventsRequest().startBlock(status.getBlockNumber()).build().getEvents()) {
            return blocks.next().getPrivateDataMapMap().toString();
        }
    }

    private static String sha256(String value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
