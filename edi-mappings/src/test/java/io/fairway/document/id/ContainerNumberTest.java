package io.fairway.document.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054383", "HUBU2000016", "HUBU2000021", "HUBU3007777"})
    void acceptsNumbersWhoseCheckDigitIsRight(String value) {
        assertThat(new ContainerNumber(value)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"AAAU0000000, 10", "BBBU0000000, 12", "KKKU0000000, 21", "LLLU0000000, 23", "UUUU0000000, 32", "VVVU0000000, 34",
            "ZZZU0000000, 38"})
    void countsLettersWithoutTheMultiplesOfEleven(String serial, int letterValue) {
        int sum = letterValue * (1 + 2 + 4) + 32 * 8;
        String expected = serial.substring(0, 10) + sum % 11 % 10;

        assertThat(new ContainerNumber(expected)).hasToString(expected);
    }

    @Test
    void writesARemainderOfTenAsZero() {
        String withRemainderTen = serialWithRemainder(10);

        assertThat(new ContainerNumber(withRemainderTen + "0")).hasToString(withRemainderTen + "0");
    }

    @ParameterizedTest
    @CsvSource({"CSQU3054384, CSQU3054383", "HUBU2000011, HUBU2000016"})
    void refusesAWrongCheckDigitAndProposesTheRightOne(String wrong, String right) {
        assertThatThrownBy(() -> new ContainerNumber(wrong)).asInstanceOf(type(RefusedValueException.class)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("CONTAINER_CHECK_DIGIT");
            assertThat(refused.expected()).contains("check digit " + right.charAt(10));
            assertThat(refused.proposal()).contains(right);
        });
    }

    @Test
    void detectsEveryWrongCheckDigit() {
        for (char digit = '0'; digit <= '9'; digit++) {
            String value = "CSQU305438" + digit;
            if (digit != '3') {
                assertThatThrownBy(() -> new ContainerNumber(value)).isInstanceOf(RefusedValueException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"CSQU 305438-3, CSQU3054383", "csqu3054383, CSQU3054383", "CSQU3O54383, CSQU3054383", "C5QU3054383, CSQU3054383"})
    void proposesWhatAMisspeltNumberWasMeantToBe(String misspelt, String meant) {
        assertThatThrownBy(() -> new ContainerNumber(misspelt)).asInstanceOf(type(RefusedValueException.class)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("CONTAINER_NUMBER_FORM");
            assertThat(refused.proposal()).contains(meant);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CSQ3054383", "CSQA3054383", "CSQU30543", "CSQU30543831", "集装箱"})
    void proposesNothingWhenTheFormIsBeyondGuessing(String value) {
        assertThatThrownBy(() -> new ContainerNumber(value)).asInstanceOf(type(RefusedValueException.class))
                .satisfies(refused -> assertThat(refused.proposal()).isEmpty());
    }

    /** The first serial of AAAU whose weighted sum leaves the remainder, by the arithmetic of ISO 6346 annex A. */
    private static String serialWithRemainder(int remainder) {
        for (int serial = 0; serial < 1000; serial++) {
            String digits = "%06d".formatted(serial);
            int sum = 10 * 7 + 32 * 8;
            for (int i = 0; i < 6; i++) {
                sum += (digits.charAt(i) - '0') << i + 4;
            }
            if (sum % 11 == remainder) {
                return "AAAU" + digits;
            }
        }
        throw new IllegalStateException("no serial leaves the remainder " + remainder);
    }
}
