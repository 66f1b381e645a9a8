package io.fairway.devledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderOfBytesTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0000", "1, 0, 010100", "255, 1, 01ff0101", "256, 300, 02010002012c"})
    void versionsKeepTheirOrderAsBytes(long block, int transaction, String expected) {
        var bytes = new Version(block, transaction).orderedBytes();

        assertThat(HexFormat.of().formatHex(bytes.toByteArray())).isEqualTo(expected);
    }

    @Test
    void aReadWriteSetIsInTheOrderOfKeysHoweverItCameAbout() {
        var one = new ReadWriteSet();
        one.write("b", ByteString.copyFromUtf8("2"));
        one.write("a", ByteString.copyFromUtf8("1"));
        var other = new ReadWriteSet();
        other.write("a", ByteString.copyFromUtf8("1"));
        other.write("b", ByteString.copyFromUtf8("2"));

        assertThat(one.asPublic().build().toByteString()).isEqualTo(other.asPublic().build().toByteString());
        assertThat(one.asHashed().toByteString()).isEqualTo(other.asHashed().toByteString());
    }
}
