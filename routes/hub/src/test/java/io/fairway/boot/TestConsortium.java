package io.fairway.boot;

import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import io.fairway.identity.ConfiguredParties;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** A development ledger beside the hub, with the development parties as members; and what they sign on their own side. */
public final class TestConsortium {
    /** Where the build leaves the contract. */
    public static final Path CONTRACT = Path.of("..", "..", "ledger-chaincode-client", "contract", "target").toAbsolutePath().normalize();
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestConsortium() {
    }

    /** Starts one that a hub with this home can use by a profile; the parties' keys lie where the hub's own development ledger puts them. */
    public static DevLedger start(Path ledgerHome, Path hubHome) throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        DevLedger ledger = DevLedger.start(ledgerHome, DevLedgerSettings.of("fairway", LedgerWiring.contract(CONTRACT), clock));
        new DevelopmentConsortium(DevelopmentConsortium.administrators(ledger),
                ConfiguredParties.development(Optional.empty(), ZoneOffset.UTC), keys(hubHome, "parties"),
                keys(hubHome, "custody"), new TimeOrderedIdentifiers(clock, RANDOM), clock).setUp();
        return ledger;
    }

    /** A party's signature on an intent, with the key it holds itself. */
    public static String sign(Path hubHome, String party, String intent) {
        return PartyKeys.sign(keys(hubHome, "parties").find(party).orElseThrow(() -> new IllegalArgumentException(party + " has no key here")), intent);
    }

    private static PartyKeys keys(Path hubHome, String whose) {
        return new PartyKeys(hubHome.resolve("ledger").resolve(whose), RANDOM);
    }
}
