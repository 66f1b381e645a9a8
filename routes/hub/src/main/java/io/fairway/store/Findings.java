package io.fairway.store;

import io.fairway.document.finding.Finding;
import io.fairway.usecase.FactId;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.TransmissionId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes findings, all of one interchange or transmission in one statement and in their order. */
final class Findings {
    private static final String INSERT = """
            insert into finding (transmission, interchange, sender, message, code, severity, body)
            select o.transmission, o.interchange, o.sender, f.body -> 'place' ->> 'message', f.body ->> 'code', f.body ->> 'severity', f.body
            from (%s) o, jsonb_array_elements(:findings::jsonb) with ordinality f(body, ordinal)
            order by f.ordinal""";
    private static final String OF_INTERCHANGE = INSERT.formatted(
            "select transmission, id as interchange, sender from interchange where id = :owner");
    private static final String OF_TRANSMISSION = INSERT.formatted(
            "select id as transmission, cast(null as uuid) as interchange, sender from transmission where id = :owner");

    private static final String OF_FACT = INSERT.formatted("""
            select i.transmission, i.id as interchange, i.sender from fact f join interchange i on i.id = f.interchange
            where f.id = :owner""").replace("order by f.ordinal", """
            where not exists (select 1 from finding e where e.interchange = o.interchange and e.body = f.body)
            order by f.ordinal""");

    private Findings() {
    }

    static void storeOf(InterchangeId interchange, List<Finding> findings) {
        store(OF_INTERCHANGE, interchange.value(), findings);
    }

    static void storeOf(TransmissionId transmission, List<Finding> findings) {
        store(OF_TRANSMISSION, transmission.value(), findings);
    }

    /** Adds to those of the fact's interchange what is not among them. */
    static void addOf(FactId fact, List<Finding> findings) {
        store(OF_FACT, fact.value(), findings);
    }

    private static void store(String insert, UUID owner, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        String json = findings.stream().map(finding -> StoredJson.write(finding, Finding.class))
                .collect(Collectors.joining(",", "[", "]"));
        Running.write(insert).param("owner", owner).param("findings", json).queue();
    }
}
