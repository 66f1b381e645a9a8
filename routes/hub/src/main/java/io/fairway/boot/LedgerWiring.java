package io.fairway.boot;

import io.fairway.devledger.ChaincodeDefinition;
import io.fairway.devledger.ChaincodeHost;
import io.fairway.devledger.CollectionDefinition;
import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import io.fairway.identity.OwnerFile;
import io.fairway.ledger.BlockFollower;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.store.ActRows;
import io.fairway.store.JdbcBlockFollower;
import io.fairway.store.JdbcClashes;
import io.fairway.store.JdbcLedgerNews;
import io.fairway.store.JdbcPledges;
import io.fairway.store.JdbcRedemptions;
import io.fairway.store.JdbcRights;
import io.fairway.store.JdbcSubmissionLog;
import io.fairway.usecase.ApplyLedgerNews;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Wakeups;
import io.fairway.usecase.anchor.AnchorDigests;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.usecase.title.Acts;
import io.fairway.usecase.title.ActsInCustody;
import io.fairway.usecase.title.AttestFacts;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.Custody;
import io.fairway.usecase.title.DraftIntent;
import io.fairway.usecase.title.RedeemReleases;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.title.SubmitIntent;
import io.fairway.usecase.title.TwoPersonAct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The ledger: {@code FAIRWAY_LEDGER_PROFILE} names a profile (docs/fabric.md); absent, the embedded development ledger runs under
 * FAIRWAY_HOME; {@code off}, there is none and acts wait.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerWiring {
    private static final String DEVELOPMENT_CHANNEL = "fairway";
    private static final String OFF = "off";

    /** Which ledger. @param profile empty for the embedded one */
    record Choice(String network, String channel, Optional<LedgerProfile> profile) {
        boolean isOff() {
            return channel.equals(OFF);
        }
    }

    @Bean
    Choice ledgerChoice(Environment environment) throws IOException {
        String named = environment.getProperty("FAIRWAY_LEDGER_PROFILE", "");
        if (named.equals(OFF)) {
            return new Choice("no ledger", OFF, Optional.empty());
        }
        if (named.isEmpty()) {
            return new Choice("development ledger, not Fabric", DEVELOPMENT_CHANNEL, Optional.empty());
        }
        LedgerProfile profile = LedgerProfile.read(Path.of(named));
        return new Choice(switch (profile.network()) {
            case DEVELOPMENT -> "development ledger, not Fabric";
            case FABRIC -> "Hyperledger Fabric, channel " + profile.channel() + " by way of " + profile.peer().address();
        }, profile.channel(), Optional.of(profile));
    }

    @Bean
    Commitments commitments(HubHome home, Environment environment, SecureRandom random) {
        String key = environment.getProperty("FAIRWAY_CONSORTIUM_KEY", "");
        return ConsortiumKey.open(new OwnerFile(key.isEmpty() ? home.folder("ledger").resolve("consortium.key") : Path.of(key)), random);
    }

    @Bean
    Acts acts() {
        return new ActRows();
    }

    @Bean
    Rights rights(Transactions transactions) {
        return new JdbcRights(transactions);
    }

    @Bean
    Clashes clashes(Transactions transactions) {
        return new JdbcClashes(transactions);
    }

    @Bean
    JdbcSubmissionLog submissionLog(Transactions transactions, InstantSource clock) {
        return new JdbcSubmissionLog(transactions, clock);
    }

    @Bean
    BlockFollower blockFollower(Transactions transactions, Identifiers identifiers, InstantSource clock) {
        return new JdbcBlockFollower(transactions, identifiers, clock);
    }

    @Bean
    DraftIntent draftIntent(Rights rights, Acts acts, Commitments commitments, Transactions transactions, Identifiers identifiers,
                            InstantSource clock, Choice choice, SecureRandom salts) {
        return new DraftIntent(rights, acts, commitments, transactions, identifiers, clock, choice.channel(), salts);
    }

    @Bean
    SubmitIntent submitIntent(Acts acts, Rights rights, Custody custody, Transactions transactions, Identifiers identifiers, InstantSource clock,
                              LedgerLink link, FourEyes fourEyes) {
        return new SubmitIntent(acts, rights, custody, transactions, identifiers, clock, link::wake, fourEyes);
    }

    @Bean
    SensitiveAct revokeRelease(Acts acts, InstantSource clock, LedgerLink link) {
        return new TwoPersonAct(TwoPersonAct.Kind.REVOKE_RELEASE, acts, clock, link::wake);
    }

    @Bean
    SensitiveAct voidBill(Acts acts, InstantSource clock, LedgerLink link) {
        return new TwoPersonAct(TwoPersonAct.Kind.VOID_BILL, acts, clock, link::wake);
    }

    @Bean
    LedgerPartyKeys ledgerPartyKeys(HubHome home, SecureRandom random) {
        return new LedgerPartyKeys(new PartyKeys(home.folder("ledger").resolve("parties"), random),
                new PartyKeys(home.folder("ledger").resolve("custody"), random));
    }

    /** @param held what development parties hold themselves @param custody what parties left with the hub */
    record LedgerPartyKeys(PartyKeys held, PartyKeys custody) {
    }

    /** The hub serves first, then its ledger is opened. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> ledgerStarter(LedgerLink link) {
        return ready -> link.start();
    }

    @Bean
    LedgerLink ledgerLink(Choice choice, HubHome home, Environment environment, JdbcSubmissionLog log, BlockFollower follower,
                          Parties parties, LedgerPartyKeys keys, PublishedTrust trust, Identifiers identifiers, InstantSource clock) {
        if (choice.isOff()) {
            return LedgerLink.none(log, follower, log::pending);
        }
        LedgerLink.Opening opening = choice.profile().<LedgerLink.Opening>map(profile -> closing -> {
            trust.ledger(profile);
            return FabricLedger.of(profile, Patience.usual());
        })
                .orElse(closing -> {
                    var contract = contract(Path.of(environment.getProperty("FAIRWAY_LEDGER_CONTRACT", "ledger-chaincode-client/contract/target")));
                    var ledger = DevLedger.start(home.folder("ledger").resolve("development"),
                            DevLedgerSettings.of(DEVELOPMENT_CHANNEL, contract, clock));
                    closing.push(ledger::close);
                    new DevelopmentConsortium(DevelopmentConsortium.administrators(ledger), parties, keys.held(), keys.custody(), identifiers,
                            clock).setUp();
                    trust.ledger(ledger.profile("port"));
                    return FabricLedger.of(ledger.profile("port"), Patience.usual());
                });
        return new LedgerLink(choice.network(), closing -> {
            var ledger = opening.open(closing);
            closing.push(ledger::close);
            return ledger;
        }, log, follower, log::pending);
    }

    @Bean
    ApplyLedgerNews applyLedgerNews(Transactions transactions, Consignments consignments, Parties parties, TellCounterparts tell, Wakeups wakeups) {
        return new ApplyLedgerNews(transactions, new JdbcLedgerNews(), consignments, parties, new JdbcPledges(), tell, wakeups);
    }

    @Bean
    Custody ledgerCustody(LedgerPartyKeys keys) {
        return (party, intent) -> keys.custody().find(party.value()).map(key -> PartyKeys.sign(key, intent));
    }

    @Bean
    ActsInCustody actsInCustody(Acts acts, Custody custody, Identifiers identifiers, InstantSource clock, Choice choice) {
        return new ActsInCustody(acts, custody, identifiers, clock, choice.channel());
    }

    @Bean
    RedeemReleases redeemReleases(ActsInCustody acts, Commitments commitments, Transactions transactions) {
        return new RedeemReleases(new JdbcRedemptions(), acts, commitments, transactions);
    }

    @Bean(initMethod = "start")
    LedgerErrands ledgerErrands(ApplyLedgerNews news, RedeemReleases redemptions, AnchorDigests anchors, AttestFacts attestations,
                                LedgerLink link) {
        return new LedgerErrands(news, redemptions, anchors, attestations, link::wake);
    }

    static ChaincodeDefinition contract(Path folder) throws IOException {
        Path jar = folder.resolve("contract.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IOException("The contract is not at " + jar + "; FAIRWAY_LEDGER_CONTRACT names the folder that has contract.jar and lib");
        }
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            var classPath = Stream.concat(Stream.of(jar), libraries.map(Path::toAbsolutePath).sorted()).toList();
            var host = new ChaincodeHost.Started(classPath, "io.fairway.contract.ContractMain",
                    List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            var quantities = new CollectionDefinition("releaseQuantities", "OR('CarrierMSP.member','PortMSP.member')", Optional.empty(),
                    CollectionDefinition.Access.MEMBERS);
            return new ChaincodeDefinition("fairway", "1", "MAJORITY", List.of(quantities), host);
        }
    }
}
