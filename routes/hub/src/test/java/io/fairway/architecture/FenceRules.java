package io.fairway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.fairway.architecture.House.library;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What belongs to one room only, and what no room may do. */
final class FenceRules {
    private static final Set<String> CLOCKS = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalTime",
            "java.time.LocalDateTime", "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.Year");
    private static final String[] WIRING = {"org.springframework.context.annotation.Configuration",
        "org.springframework.context.annotation.Bean", "org.springframework.stereotype.Component",
        "org.springframework.stereotype.Service", "org.springframework.stereotype.Repository",
        "org.springframework.beans.factory.annotation.Autowired", "org.springframework.boot.autoconfigure.SpringBootApplication"};

    private final House house;

    FenceRules(House house) {
        this.house = house;
    }

    List<HouseRule> all() {
        return List.of(
                HouseRule.named("every class has a room", everyClassHasARoom()),
                HouseRule.named("rooms form no cycle", slices().matching(house.root() + ".(*)..").should().beFreeOfCycles()),
                HouseRule.named("packages are null-marked", packagesAreNullMarked()),
                HouseRule.named("Camel lives in flow", only(house.in("flow.."), butNot("org.apache.camel.CamelContext", library("org.apache.camel..")))),
                HouseRule.named("SQL lives in store", sqlLivesInStore()),
                HouseRule.named("HTTP is served by web", httpIsServedByWeb()),
                HouseRule.named("wiring lives in boot", wiringLivesInBoot()),
                HouseRule.named("time is read in boot", calledOnlyIn(mainClasses(), describe("read the clock", FenceRules::readsTheClock))),
                HouseRule.named("identifiers are made in boot", calledOnlyIn(mainClasses().or(house.in("fixture..")),
                        describe("make up an identifier", FenceRules::makesUpAnIdentifier))),
                HouseRule.named("no static state", fields().that().areStatic().should().beFinal()));
    }

    private ArchRule everyClassHasARoom() {
        return classes().should().resideInAnyPackage(Stream.of("fixture..", "document..", "edifact..", "xml..", "json..", "dialect..",
                "smooks..", "command..", "clearance..", "signing..", "verifier..", "contract..", "ledger", "ledger.fabric..", "ledger.proof..",
                "ledger.conformance..", "devledger..", "connector", "connector.customs..", "connector.maritime..", "connector.border..",
                "connector.transport..", "connector.port..", "connector.bank..", "connector.gate..", "agent..", "usecase..", "flow..",
                "store..", "web..", "identity", "identity.keycloak..", "boot..")
                .map(room -> house.root() + "." + room).toArray(String[]::new));
    }

    private static ArchRule packagesAreNullMarked() {
        return classes().should(ArchCondition.from(describe("live in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
    }

    private ArchRule sqlLivesInStore() {
        var sql = library("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..", "org.flywaydb..",
                "com.zaxxer.hikari..", "io.zonky..");
        return only(house.in("store.."), butNot("javax.sql.DataSource", sql));
    }

    /** Boot sets the server up; what is served, and everything else that listens, is web's. */
    private ArchRule httpIsServedByWeb() {
        var setUp = library("org.apache.catalina..", "org.springframework.web.servlet.config..")
                .or(describe("interceptors", type -> type.getName().equals("org.springframework.web.servlet.HandlerInterceptor")));
        var serving = library("com.sun.net.httpserver..", "org.apache.catalina..", "org.springframework.web.bind..",
                "org.springframework.web.servlet..", "io.undertow..", "org.eclipse.jetty..");
        var webAndFixture = house.in("web..", "fixture..");
        return CompositeArchRule.of(only(webAndFixture.or(house.in("boot..")), serving)).and(only(webAndFixture, serving.and(not(setUp))));
    }

    private ArchRule wiringLivesInBoot() {
        return only(house.in("boot.."), describe("wiring", type -> Set.of(WIRING).contains(type.getName())));
    }

    private DescribedPredicate<JavaClass> mainClasses() {
        return house.in("boot..").or(simpleNameEndingWith("Main"));
    }

    private ArchRule only(DescribedPredicate<JavaClass> room, DescribedPredicate<JavaClass> things) {
        return noClasses().that(house.anywhere().and(not(room))).should().dependOnClassesThat(things);
    }

    /** Boot passes the handle from room to room; the lists of the other rooms leave it out. */
    private static DescribedPredicate<JavaClass> butNot(String handle, DescribedPredicate<JavaClass> things) {
        return things.and(not(describe(handle, type -> type.getName().equals(handle))));
    }

    private ArchRule calledOnlyIn(DescribedPredicate<JavaClass> room, DescribedPredicate<JavaCall<?>> call) {
        return noClasses().that(house.anywhere().and(not(room))).should().callCodeUnitWhere(call);
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean asksThePort = target.getRawParameterTypes().stream().anyMatch(type -> type.getName().equals("java.time.Clock"));
        return CLOCKS.contains(owner) && name.equals("now") && !asksThePort
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || Set.of("java.time.Clock", "java.time.InstantSource").contains(owner) && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.util.Date") && name.equals("<init>") && target.getRawParameterTypes().isEmpty();
    }

    private static boolean makesUpAnIdentifier(JavaCall<?> call) {
        return call.getTarget().getOwner().getName().equals("java.util.UUID") && call.getTarget().getName().equals("randomUUID");
    }
}
