package io.fairway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.fairway.architecture.House.library;
import static io.fairway.architecture.House.plainJava;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/** What each room may use besides itself and plain Java. Whoever is not named may not be used. */
final class RoomRules {
    private static final DescribedPredicate<JavaClass> XML = library("javax.xml..", "org.w3c.dom..", "org.xml.sax..");
    private static final DescribedPredicate<JavaClass> CRYPTOGRAPHY =
            library("org.bouncycastle..", "javax.crypto..", "javax.security..");
    private static final DescribedPredicate<JavaClass> LOG = library("org.slf4j..");
    private static final DescribedPredicate<JavaClass> JSON = library("com.fasterxml.jackson..");

    private final House house;

    RoomRules(House house) {
        this.house = house;
    }

    List<HouseRule> all() {
        return Stream.of(documents(), evidence(), ledger(), edges(), hub()).flatMap(List::stream).toList();
    }

    private List<HouseRule> documents() {
        return List.of(
                room("fixture", house.in("fixture.."), house.anyLibrary()),
                room("document", house.in("document.."), house.nowhere()),
                room("edifact", house.in("edifact..").and(not(house.in("edifact.mapping.."))), house.in("document..")),
                room("edifact.mapping", house.in("edifact.mapping.."), house.in("document..", "edifact..")),
                room("xml", house.in("xml..").and(not(house.in("xml.mapping.."))), house.in("document..").or(XML)),
                room("xml.mapping", house.in("xml.mapping.."), house.in("document..", "xml..").or(XML)),
                room("command", house.in("command.."), house.in("document..", "edifact..", "xml..", "json..", "smooks..", "dialect..")),
                room("json", house.in("json..").and(not(house.in("json.mapping.."))), house.in("document..").or(JSON)),
                room("json.mapping", house.in("json.mapping.."), house.in("document..", "json..").or(JSON)),
                room("smooks", house.in("smooks.."), house.in("document..", "edifact", "xml").or(XML)
                        .or(library("org.smooks..", "freemarker.."))),
                room("dialect", house.in("dialect.."), house.in("document..", "edifact..", "xml..", "json..", "smooks..")),
                room("clearance", house.in("clearance.."), house.in("document..")));
    }

    private List<HouseRule> evidence() {
        return List.of(
                room("signing", house.in("signing.."), CRYPTOGRAPHY.or(XML).or(LOG)
                        .or(library("org.apache.pdfbox..", "org.apache.xmpbox..", "java.awt.color..", "org.apache.xml.security..", "com.google.zxing..",
                                "java.net.http.."))),
                room("verifier", house.in("verifier.."),
                        house.in("signing..", "ledger.proof..").or(CRYPTOGRAPHY).or(XML)));
    }

    private List<HouseRule> ledger() {
        var fabric = library("org.hyperledger.fabric..", "io.grpc..", "com.google.protobuf..");
        return List.of(
                room("contract", house.in("contract.."), library("org.hyperledger.fabric..", "javax.security.auth.x500..")),
                room("ledger", house.in("ledger"), house.nowhere()),
                room("ledger.fabric", house.in("ledger.fabric.."), house.in("ledger", "ledger.proof..").or(fabric).or(LOG).or(CRYPTOGRAPHY)),
                room("ledger.proof", house.in("ledger.proof.."), library("javax.security.auth.x500..")),
                room("ledger.conformance", house.in("ledger.conformance.."), house.in("ledger", "ledger.fabric..", "ledger.proof..")
                        .or(fabric).or(library("org.junit.jupiter..", "org.assertj.."))),
                room("devledger", house.in("devledger.."),
                        house.in("ledger", "ledger.proof..").or(fabric).or(CRYPTOGRAPHY)
                                .or(library("com.google.rpc..", "org.h2.mvstore.."))));
    }

    private List<HouseRule> edges() {
        var protocols = JSON.or(XML).or(LOG)
                .or(library("java.net.http..", "javax.net..", "org.apache.cxf..", "org.apache.wss4j..", "javax.security.auth.callback..", "org.apache.hc..",
                        "jakarta.xml..", "org.eclipse.paho..", "org.apache.sshd.."));
        var counterparts = Stream.of("customs", "maritime", "border", "transport", "port", "bank", "gate")
                .map(name -> room("connector." + name, house.in("connector." + name + ".."),
                        house.in("document..", "connector").or(protocols)));
        return Stream.concat(counterparts, Stream.of(
                room("connector", house.in("connector"), house.in("document..").or(protocols)),
                room("agent", house.in("agent.."), house.in("clearance..", "document..", "signing..", "connector", "connector.gate..")
                        .or(protocols).or(CRYPTOGRAPHY)))).toList();
    }

    private List<HouseRule> hub() {
        var pure = house.in("usecase..", "clearance..", "document..");
        var spring = library("org.springframework..");
        var readers = house.in("edifact..", "xml..", "smooks..");
        return List.of(
                room("usecase", house.in("usecase.."), pure.or(house.in("signing..", "ledger", "ledger.proof.."))),
                room("flow", house.in("flow.."), pure.or(readers).or(house.in("connector..", "signing..")).or(LOG)
                        .or(library("org.apache.camel..", "org.smooks", "org.springframework.dao..", "org.springframework.transaction.."))),
                room("store", house.in("store.."), pure.or(house.in("ledger")).or(JSON).or(LOG)
                        .or(library("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao..",
                                "org.springframework.transaction..", "com.zaxxer.hikari..", "org.flywaydb..", "org.postgresql..",
                                "io.zonky..", "org.apache.commons.compress.."))),
                room("web", house.in("web.."), pure.or(house.in("identity", "signing..")).or(spring).or(JSON).or(XML).or(LOG)
                        .or(library("jakarta..", "org.apache.catalina..", "org.apache.cxf..", "org.apache.wss4j..", "org.apache.xml.security..",
                                "javax.security.auth.callback..", "org.yaml.snakeyaml..", "freemarker.."))),
                room("identity", house.in("identity"), pure.or(spring).or(JSON).or(LOG).or(CRYPTOGRAPHY)
                        .or(library("com.nimbusds..", "jakarta.servlet..", "org.yaml.snakeyaml.."))),
                room("identity.keycloak", house.in("identity.keycloak.."), pure.or(house.in("identity")).or(spring).or(JSON).or(LOG)
                        .or(library("java.net.http.."))));
    }

    private static HouseRule room(String name, DescribedPredicate<JavaClass> own, DescribedPredicate<JavaClass> others) {
        return HouseRule.named(name + " uses only what it may",
                classes().that(own).should().onlyDependOnClassesThat(own.or(others).or(plainJava())));
    }
}
