package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** What a chaincode reads and writes: keys, ranges, pages, composite keys, history. */
public interface StateConformance {
    /** The network. */
    LedgerUnderTest ledger();

    @Test
    default void aRunDoesNotSeeItsOwnWrites() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("put", key, "before");

        var transaction = carrier.endorse(List.of(), "putAndRead", key, "after");

        assertThat(transaction.getResult()).asString().isEqualTo("before");
        assertThat(Party.submit(transaction).getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(carrier.read("get", key)).isEqualTo("after");
    }

    @Test
    default void aDeletedKeyIsGone() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("put", key, "soon gone");

        carrier.submit("delete", key);

        assertThat(carrier.read("get", key)).isEmpty();
        assertThat(carrier.read("range", key, key + "~")).isEmpty();
    }

    @Test
    default void rangesAreInTheOrderOfUtf8BytesWithoutTheirEnd() throws GatewayException {
        var prefix = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        // U+1F6A2 sorts before U+FFFD as UTF-16, after it as UTF-8
        for (var name : List.of("b", "a", "\uFFFD", "\uD83D\uDEA2", "ü", "z")) {
            carrier.submit("put", prefix + name, "1");
        }

        assertThat(carrier.read("range", prefix, prefix + "\uD83D\uDEA3").lines().map(line -> line.substring(prefix.length())))
                .containsExactly("a=1", "b=1", "z=1", "ü=1", "\uFFFD=1", "\uD83D\uDEA2=1");
        assertThat(carrier.read("range", prefix + "a", prefix + "z").lines()).hasSize(2);
    }

    @Test
    default void aLongRangeComesWhole() throws GatewayException {
        var prefix = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("putMany", prefix, "251");

        assertThat(carrier.read("range", prefix, prefix + "~").lines())
                .containsExactlyElementsOf(IntStream.range(0, 251).mapToObj(i -> "%s%04d=%d".formatted(prefix, i, i)).toList());
    }

    @Test
    default void aRangeIsReadPageByPage() throws GatewayException {
        var prefix = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("putMany", prefix, "5");

        var first = carrier.read("page", prefix, prefix + "~", "2", "").split("\n", -1);
        var second = carrier.read("page", prefix, prefix + "~", "2", first[3]).split("\n", -1);
        var third = carrier.read("page", prefix, prefix + "~", "2", second[3]).split("\n", -1);

        assertThat(first).containsExactly(prefix + "0000=0", prefix + "0001=1", "2", prefix + "0002");
        assertThat(second).containsExactly(prefix + "0002=2", prefix + "0003=3", "2", prefix + "0004");
        assertThat(third).containsExactly(prefix + "0004=4", "1", "");
    }

    @Test
    default void aRunThatPagesMayNotWrite() {
        var carrier = ledger().party(LedgerUnderTest.CARRIER);

        assertThatExceptionOfType(EndorseException.class).isThrownBy(() -> carrier.submit("pageAndPut", "a", "b", ledger().newKey()));
    }

    @Test
    default void compositeKeysAreListedByTheirFirstPartsAndNotAmongPlainKeys() throws GatewayException {
        var kind = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("putComposite", kind, "first", "1");
        carrier.submit("putComposite", kind, "second", "2");
        carrier.submit("putComposite", kind + "other", "third", "3");

        assertThat(carrier.read("listComposite", kind).lines()).containsExactly("first=1", "second=2");
        assertThat(carrier.read("range", "", "").lines()).noneMatch(line -> line.endsWith("first=1"));
    }

    @Test
    default void theHistoryOfAKeyIsToldFromTheNewestOn() throws GatewayException {
        var key = ledger().newKey();
        var carrier = ledger().party(LedgerUnderTest.CARRIER);
        carrier.submit("put", key, "one");
        carrier.submit("put", key, "two");
        carrier.submit("delete", key);
        carrier.submit("put", key, "three");

        assertThat(carrier.read("history", key).lines()).containsExactly("three", "deleted", "two", "one");
        assertThat(carrier.read("history", key + "-never")).isEmpty();
    }

    @Test
    default void theChaincodeSeesWhoSigned() throws GatewayException {
        assertThat(ledger().party(LedgerUnderTest.BANK).read("creator")).contains("BankMSP", "BEGIN CERTIFICATE");
    }
}
