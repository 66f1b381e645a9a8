package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Parameter;
import io.fairway.contract.intent.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/contract.md} says of every transaction, query and code what the code says. What it should say is left in {@code target}. */
class ContractDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "contract.md");

    @ParameterizedTest
    @ValueSource(strings = {"transactions", "queries", "codes"})
    void saysWhatTheCodeSays(String chapter) throws IOException {
        String expected = switch (chapter) {
            case "transactions" -> transactions();
            case "queries" -> queries();
            default -> codes();
        };
        Files.writeString(Path.of("target", "contract-" + chapter + ".md"), expected);

        assertThat(between(Files.readString(DOCUMENT), chapter)).isEqualTo(expected);
    }

    @Test
    void describesEveryTransactionInFull() {
        assertThat(Catalogue.all()).allSatisfy(transaction -> {
            assertThat(transaction.callers()).isNotBlank();
            assertThat(transaction.guards()).isNotBlank();
            assertThat(transaction.refusals()).doesNotHaveDuplicates().isNotEmpty();
        });
    }

    private static String transactions() {
        return "| function | on | members of its own | who | what must be so | codes |\n|---|---|---|---|---|---|\n"
                + Catalogue.all().stream().map(transaction -> "| `%s` | %s | %s | %s | %s | %s |\n".formatted(transaction.name(),
                        transaction.subject().name().toLowerCase(Locale.ROOT),
                        transaction.parameters().isEmpty() ? "none" : transaction.parameters().stream().map(ContractDocumentTest::parameter)
                                .collect(Collectors.joining(", ")),
                        transaction.callers(), transaction.guards(),
                        transaction.refusals().stream().map(Refusal::code).sorted().collect(Collectors.joining(" ")))).collect(Collectors.joining());
    }

    private static String parameter(Parameter parameter) {
        return "`" + parameter.name() + "` " + parameter.format() + (parameter.need() == Parameter.Need.OPTIONAL ? " (optional)" : "");
    }

    private static String queries() {
        return "| function | arguments | answer |\n|---|---|---|\n" + Arrays.stream(Queries.values())
                .map(query -> "| `%s` | %s | %s |\n".formatted(query.function(), query.arguments(), query.answerInWords())).collect(Collectors.joining());
    }

    private static String codes() {
        return "| code | means |\n|---|---|\n" + Arrays.stream(Refusal.values())
                .map(refusal -> "| `%s` | %s |\n".formatted(refusal.code(), refusal.meaning())).collect(Collectors.joining());
    }

    private static String between(String text, String chapter) {
        String opening = "<!-- " + chapter + " -->\n";
        return text.substring(text.indexOf(opening) + opening.length(), text.indexOf("<!-- /" + chapter + " -->"));
    }
}
