package io.fairway.ledger.fabric;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.IntentSignature;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Query;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.proof.Digest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands of {@link LedgerMain}. Each prints what it found and gives the number to end with. */
final class LedgerCommands {
    private static final Pattern TRANSACTION = Pattern.compile("\"tx\":\"([0-9a-f]{64})\"");

    private final PrintStream out;
    private final CommandLine line;
    private final Optional<String> usualProfile;

    LedgerCommands(PrintStream out, CommandLine line, Optional<String> usualProfile) {
        this.out = out;
        this.line = line;
        this.usualProfile = usualProfile;
    }

    int run() throws IOException {
        return switch (line.word(0, "a command")) {
            case "show" -> ask(Query.of("read", line.word(1, "a subject")));
            case "ask" -> ask(new Query(line.word(1, "a query"), line.wordsFrom(2)));
            case "history" -> history(line.word(1, "a subject"));
            case "follow" -> follow();
            case "receipt" -> receipt(line.word(1, "a transaction id"));
            case "verify" -> new OfflineCheck(out, TrustFiles.read(profile())).check(Path.of(line.word(1, "a file")), line.option("--root").map(Digest::ofHex));
            case "intent" -> sign();
            case "submit" -> submit();
            case String other -> throw new CommandLine.WrongException("does not know '" + other + "'");
        };
    }

    private int ask(Query query) throws IOException {
        try (var ledger = connect()) {
            out.println(ledger.evaluate(query));
            return 0;
        }
    }

    private int history(String subject) throws IOException {
        try (var ledger = connect()) {
            var unproven = 0;
            for (var change : ledger.evaluate(Query.of("history", subject)).lines().toList()) {
                var id = TRANSACTION.matcher(change);
                var receipt = id.find() ? ledger.receipt(id.group(1)) : Optional.<Receipt>empty();
                unproven += receipt.isEmpty() ? 1 : 0;
                out.println(receipt.map(found -> "proven by block " + found.block()).orElse("NOT PROVEN") + "  " + change);
            }
            return unproven == 0 ? 0 : 1;
        }
    }

    private int follow() throws IOException {
        var from = line.option("--from").map(LedgerCommands::number).orElse(0L);
        try (var ledger = connect(); var reading = ledger.read(new Checkpoint(from, Optional.empty()))) {
            while (!out.checkError()) {
                reading.next().events().forEach(this::tell);
            }
            return 0;
        }
    }

    private void tell(RecordedEvent event) {
        out.println("block " + event.block() + "." + event.place() + "  " + event.submitter() + "  " + event.name() + "  " + event.payload()
                + "  tx " + event.transactionId());
    }

    private int receipt(String transactionId) throws IOException {
        var file = line.requiredFile("--out");
        try (var ledger = connect()) {
            var receipt = ledger.receipt(transactionId);
            if (receipt.isEmpty()) {
                out.println("the ledger holds no such transaction as valid");
                return 1;
            }
            Files.write(file, receipt.get().bytes());
            out.println(receipt.get() + ", " + receipt.get().bytes().length + " bytes in " + file);
            return 0;
        }
    }

    private int sign() throws IOException {
        if (!line.word(1, "sign").equals("sign")) {
            throw new CommandLine.WrongException("expected intent sign FILE");
        }
        var intent = IntentSignature.canonical(Files.readString(Path.of(line.word(2, "the file of an intent"))));
        var signature = IntentSignature.sign(intent, PemKeys.privateKey(line.requiredFile("--key")), PemKeys.publicKey(line.requiredFile("--public")));
        out.println(intent);
        out.println(signature);
        return 0;
    }

    private int submit() throws IOException {
        var intent = IntentSignature.canonical(Files.readString(Path.of(line.word(1, "the file of an intent"))));
        try (var ledger = connect()) {
            return switch (ledger.submit(ledger.endorse(Invocation.ofIntent(intent, line.wordsFrom(2))))) {
                case Outcome.Recorded(var receipt) -> say(0, "stands: " + receipt);
                case Outcome.Conflicted(var code, var block) -> say(1, code + " in block " + block + ": somebody else was first; nothing was done");
                case Outcome.Invalid(var code, var block) -> say(1, code + " in block " + block + "; nothing was done");
            };
        }
    }

    private int say(int end, String words) {
        out.println(words);
        return end;
    }

    private FabricLedger connect() throws IOException {
        var profile = profile();
        if (profile.network() == LedgerProfile.Network.DEVELOPMENT) {
            out.println("# development ledger, not Fabric");
        }
        return FabricLedger.of(profile, Patience.usual());
    }

    private LedgerProfile profile() throws IOException {
        var file = line.file("--profile").or(() -> usualProfile.map(Path::of))
                .orElseThrow(() -> new CommandLine.WrongException("needs --profile FILE or FAIRWAY_LEDGER_PROFILE"));
        var profile = LedgerProfile.read(file);
        return line.option("--msp").<LedgerProfile>map(msp -> profile.as(new LedgerProfile.KeyFiles(msp, line.requiredFile("--certificate"),
                line.requiredFile("--key")))).orElse(profile);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new CommandLine.WrongException("expected the number of a block, found " + text);
        }
        return Long.parseLong(text);
    }
}
