package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {
    private static final String HEAD = "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n";
    private static final String FIELDS = "Content-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: <1@x>\r\n"
            + "Disposition: automatic-action/MDN-sent-automatically; Processed\r\nReceived-Content-MIC: AAAA, SHA-256\r\n";

    @Test
    void readsWhichMessageWhatBecameOfItAndTheDigest() {
        assertThat(of(HEAD + "--b\r\n" + FIELDS + "\r\n--b--\r\n"))
                .contains(new Disposition("<1@x>", "processed", Optional.of(new Disposition.Mic("AAAA", "sha256"))));
    }

    @Test
    void readsItAlsoWhenItIsEncodedAndOthersStandAround() {
        String encoded = "Content-Type: message/disposition-notification\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getEncoder()
                .encodeToString("Disposition: a/b;\r\n processed/error: x\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(of(HEAD + "before\r\n--b \r\nno headers here\r\n--b\r\n" + encoded + "\r\n--b\r\nContent-Type: text/plain\r\n\r\nlast\r\n--b--"))
                .contains(new Disposition("", "processed/error: x", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processed", "processed/warning: duplicate-document"})
    void takesAMessageWithAWarningForTaken(String outcome) {
        assertThat(new Disposition("", outcome, Optional.empty()).isProcessed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "failed", "processed/error: decryption-failed", "processed/failure", "processedish", "failed/failure: unsupported format"})
    void takesNothingElseForTaken(String outcome) {
        assertThat(new Disposition("", outcome, Optional.empty()).isProcessed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--b--", "--b", "--b\r\n", "--c\r\n\r\n--c--", "x--b\r\n\r\n--b--"})
    void findsNoneInWhatIsNotAReport(String content) {
        assertThat(of(HEAD + content)).isEmpty();
        assertThat(of(content)).isEmpty();
    }

    @Test
    void findsNoneWithoutABoundaryAnEndOrADisposition() {
        assertThat(of(HEAD.replace("; boundary=b", "") + "--b\r\n" + FIELDS + "\r\n--b--")).isEmpty();
        assertThat(of(HEAD + "--b\r\n" + FIELDS)).isEmpty();
        assertThat(of(HEAD + "--b\r\n" + FIELDS.replace(";", ":") + "\r\n--b--")).isEmpty();
        assertThat(of(HEAD + ("--b\r\n" + FIELDS + "\r\n").repeat(11) + "--b--")).as("too many parts").isEmpty();
    }

    @Test
    void livesThroughDamagedReports() {
        byte[] report = (HEAD + "--b\r\n" + FIELDS + "\r\n--b--\r\n").getBytes(StandardCharsets.US_ASCII);
        var random = new Random(20);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = report.clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(Disposition.of(damaged)).isNotNull();
        }
    }

    private static Optional<Disposition> of(String report) {
        return Disposition.of(report.getBytes(StandardCharsets.ISO_8859_1));
    }
}
