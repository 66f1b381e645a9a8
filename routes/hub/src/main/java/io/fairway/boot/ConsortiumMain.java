package io.fairway.boot;

import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import io.fairway.identity.ConfiguredParties;
import io.fairway.ledger.LedgerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * A ledger outside the hub for the demo, reached by profiles as a consortium's network is: {@code serve FOLDER} runs the development ledger as a
 * process of its own; {@code found FOLDER} enters charter and development parties on whatever network the folder's profiles lead to, and leaves the
 * parties' keys under {@code FAIRWAY_HOME}. A folder has {@code NAME.properties} and {@code NAME-admin.properties} for carrier, port and bank.
 */
public final class ConsortiumMain {
    private static final List<String> ORGANISATIONS = List.of("carrier", "port", "bank");
    private static final int WRONG_USE = 64;

    private ConsortiumMain() {
    }

    /** The program. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments.length == 2 ? arguments[0] : "") {
            case "serve" -> serve(Path.of(arguments[1]));
            case "found" -> found(Path.of(arguments[1]), HubHome.named().path());
            default -> {
                System.err.println("usage: serve FOLDER | found FOLDER");
                System.exit(WRONG_USE);
            }
        }
    }

    private static void serve(Path folder) throws IOException, InterruptedException {
        String contract = Optional.ofNullable(System.getenv("FAIRWAY_LEDGER_CONTRACT")).orElse("ledger-chaincode-client/contract/target");
        DevLedger ledger = serve(folder, Path.of(contract));
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::close, "ledger-ending"));
        System.out.println("The development ledger serves; not Fabric. Profiles: " + folder);
        new CountDownLatch(1).await();
    }

    /** Starts it, and writes the profiles; that of the port's administrator last. */
    static DevLedger serve(Path folder, Path contract) throws IOException, InterruptedException {
        DevLedger ledger = DevLedger.start(folder.resolve("development"),
                DevLedgerSettings.of("fairway", LedgerWiring.contract(contract), InstantSource.system()));
        Map<String, LedgerProfile> administrators = DevelopmentConsortium.administrators(ledger);
        for (String name : List.of("carrier", "bank", "port")) {
            ledger.profile(name).write(folder.resolve(name + ".properties"));
            Path file = folder.resolve(name + "-admin.properties");
            Path begun = folder.resolve(name + "-admin.part");
            Optional.ofNullable(administrators.get(name)).orElseThrow().write(begun);
            Files.move(begun, file);
        }
        return ledger;
    }

    /** Enters charter and parties; what is there is left as it is. */
    static void found(Path folder, Path home) throws IOException {
        Map<String, LedgerProfile> administrators = new TreeMap<>();
        for (String name : ORGANISATIONS) {
            administrators.put(name, LedgerProfile.read(folder.resolve(name + "-admin.properties")));
        }
        var random = new SecureRandom();
        var clock = InstantSource.system();
        Path keys = home.resolve("ledger");
        new DevelopmentConsortium(administrators, ConfiguredParties.development(Optional.empty(), ZoneOffset.UTC),
                new PartyKeys(keys.resolve("parties"), random), new PartyKeys(keys.resolve("custody"), random),
                new TimeOrderedIdentifiers(clock, random), clock).setUp();
    }
}
