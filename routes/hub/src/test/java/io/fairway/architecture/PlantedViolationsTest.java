package io.fairway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is seen failing in a second, badly kept house; a rule that cannot fail protects nothing. */
class PlantedViolationsTest {
    private static final String ROOT = "io.fairway.planted";
    private static final Map<String, HouseRule> RULES = rules().stream()
            .collect(Collectors.toMap(HouseRule::name, Function.identity()));
    private static final List<String> KEPT_WELL = List.of("document.Paper", "edifact.Engine", "edifact.mapping.Mapping", "xml.XmlText",
            "usecase.Intake", "store.Rows", "ledger.Ledger", "ledger.fabric.Gateway", "connector.customs.CustomsLink", "web.Page");
    private static JavaClasses planted;

    @BeforeAll
    static void readThePlantedHouse() {
        planted = new ClassFileImporter().importPackages(ROOT);
    }

    static List<HouseRule> rules() {
        return ArchitectureTest.allRules(new House(ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fixture uses only what it may           | fixture.PeeksIntoTheHub
            document uses only what it may          | document.KnowsTheEngine
            edifact uses only what it may           | edifact.KnowsAMapping
            edifact.mapping uses only what it may   | edifact.mapping.SpeaksXml
            xml uses only what it may               | xml.KnowsSegments
            xml.mapping uses only what it may       | xml.mapping.FetchesFromTheNet
            json uses only what it may              | json.KnowsAMapping
            json.mapping uses only what it may      | json.mapping.SpeaksXml
            dialect uses only what it may           | dialect.WritesSql
            smooks uses only what it may            | smooks.StoresRows
            command uses only what it may           | command.AsksTheHub
            clearance uses only what it may         | clearance.CallsTheIntake
            signing uses only what it may           | signing.ReadsADocument
            verifier uses only what it may          | verifier.AsksTheHub
            contract uses only what it may          | contract.KnowsTheClient
            ledger uses only what it may            | ledger.KnowsFabric
            ledger.fabric uses only what it may     | ledger.fabric.ReadsADocument
            ledger.proof uses only what it may      | ledger.proof.NeedsALibrary
            ledger.conformance uses only what it may | ledger.conformance.ReadsADocument
            devledger uses only what it may         | devledger.WritesSql
            connector uses only what it may         | connector.KnowsCustoms
            connector.customs uses only what it may | connector.customs.WritesSql
            connector.maritime uses only what it may  | connector.maritime.AsksCustoms
            connector.border uses only what it may  | connector.border.AsksCustoms
            connector.transport uses only what it may | connector.transport.AsksCustoms
            connector.port uses only what it may    | connector.port.AsksCustoms
            connector.bank uses only what it may    | connector.bank.AsksCustoms
            connector.gate uses only what it may    | connector.gate.AsksCustoms
            agent uses only what it may             | agent.ReadsTheHubsDatabase
            usecase uses only what it may           | usecase.KnowsTheStore
            flow uses only what it may              | flow.KnowsTheStore
            store uses only what it may             | store.KnowsAPage
            web uses only what it may               | web.KnowsTheStore
            identity uses only what it may          | identity.KnowsAPage
            identity.keycloak uses only what it may | identity.keycloak.KnowsTheStore
            every class has a room                  | attic.Leftovers
            rooms form no cycle                     | identity.KnowsAPage
            packages are null-marked                | attic.Leftovers
            Camel lives in flow                     | usecase.Routes
            SQL lives in store                      | devledger.WritesSql
            HTTP is served by web                   | boot.ServesPages
            wiring lives in boot                    | web.WiresItself
            time is read in boot                    | store.LooksAtTheClock
            identifiers are made in boot            | store.MakesUpAnIdentifier
            no static state                         | boot.KeepsState
            """)
    void isSeenFailing(String rule, String violation) {
        EvaluationResult result = RULES.get(rule).rule().evaluate(planted);

        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(ROOT + "." + violation));
    }

    @Test
    void plantsAgainstEveryRule() throws NoSuchMethodException {
        String planting = PlantedViolationsTest.class.getDeclaredMethod("isSeenFailing", String.class, String.class)
                .getAnnotation(CsvSource.class).textBlock();

        assertThat(planting.lines().map(line -> line.split("\\|")[0].strip())).containsAll(RULES.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesInPeaceWhatIsKeptWell(HouseRule rule) {
        List<String> accused = rule.rule().evaluate(planted).getFailureReport().getDetails();

        assertThat(KEPT_WELL).noneSatisfy(kept -> assertThat(accused)
                .anyMatch(detail -> detail.startsWith("Class <" + ROOT + "." + kept + ">")
                        || detail.startsWith("Method <" + ROOT + "." + kept + ".")));
    }
}
