package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** RFC 8785, appendix B, by bit pattern. */
    @ParameterizedTest
    @CsvSource({"0000000000000000,0", "8000000000000000,0", "0000000000000001,5e-324", "8000000000000001,-5e-324",
        "7fefffffffffffff,1.7976931348623157e+308", "ffefffffffffffff,-1.7976931348623157e+308", "4340000000000000,9007199254740992",
        "c340000000000000,-9007199254740992", "4430000000000000,295147905179352830000", "44b52d02c7e14af5,9.999999999999997e+22",
        "44b52d02c7e14af6,1e+23", "44b52d02c7e14af7,1.0000000000000001e+23", "444b1ae4d6e2ef4e,999999999999999700000",
        "444b1ae4d6e2ef4f,999999999999999900000", "444b1ae4d6e2ef50,1e+21", "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d,0.000001", "41b3de4355555553,333333333.3333332", "41b3de4355555554,333333333.33333325",
        "41b3de4355555555,333333333.3333333", "41b3de4355555556,333333333.3333334", "41b3de4355555557,333333333.33333343",
        "becbf647612f3696,-0.0000033333333333333333", "43143ff3c1cb0959,1424953923781206.2"})
    void writesNumbersAsTheStandardsTableDoes(String bits, String expected) {
        assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(expected);
    }

    @Test
    void sortsNamesByTheirUtf16CodeUnits() {
        assertThat(canonical("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}"))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void writesTheSameForEveryWayOfWriting() {
        assertThat(canonical(" { \"b\" : [ 1.0 , true , null , \"\\u0041\\/\" ] ,\n\"a\" : 1e2 } ")).isEqualTo("{\"a\":100,\"b\":[1,true,null,\"A/\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.", "+1", ".5", "NaN", "1e999", "9007199254740993", "\"\\x\"",
        "\"\\ud800\"", "\"\t\"", "{a:1}", "[1] 2", "'a'", "tru", "-", "\"\\u12\"", "1e"})
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> canonical(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesEndlessNestingAndOtherCharsets() {
        assertThatThrownBy(() -> canonical("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new byte[] {'"', (byte) 0xe9, '"'})).isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String text) {
        return new String(CanonicalJson.of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
