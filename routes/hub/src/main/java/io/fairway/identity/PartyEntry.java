package io.fairway.identity;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Severity;
import io.fairway.usecase.DeliveryHours;
import io.fairway.usecase.DeliveryHours.Window;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.evidence.SignatureProfile;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One entry of a party file. Members that are not there leave what an earlier file said; a party nobody named before is new.
 *
 * @param environment {@code live} or {@code test}
 * @param endpoint where and how the party is told things ({@link Endpoint#read})
 * @param dialects dialect per document record name; added to what an earlier file said
 * @param zone zone of the party's local times, for example {@code Asia/Shanghai}
 * @param charset character set that the party uses whatever UNB 0001 says
 * @param severities how much a finding weighs where it differs from the default (see {@link ReadingProfile}); added to what an earlier
 *        file said
 * @param overlay what the party does otherwise than the EDIFACT directories (see {@link ReadingProfile})
 * @param signature how the hub and the party sign what they send each other
 * @param schedule when the party is told things, by the clock of its zone
 * @param quiet when it is not, whatever the schedule says
 * @param actsFor parties whose agent it is; registered as mandates when the hub first starts
 */
record PartyEntry(PartyId party, Optional<String> name, Optional<Set<Role>> roles, Optional<Set<String>> codes,
                  Optional<Environment> environment, Optional<Endpoint> endpoint, Map<String, String> dialects,
                  Optional<ZoneId> zone, Optional<Charset> charset, Map<String, Severity> severities,
                  Optional<List<String>> overlay, Optional<SignatureProfile> signature,
                  Optional<List<Window>> schedule, Optional<List<Window>> quiet, Set<PartyId> actsFor) {

    /** The party as this entry changes it. */
    PartyRecord over(PartyRecord earlier) {
        var all = new TreeMap<>(earlier.dialects());
        all.putAll(dialects);
        var weights = new TreeMap<>(earlier.reading().severities());
        weights.putAll(severities);
        ReadingProfile reading = new ReadingProfile(zone.orElse(earlier.reading().zone()), charset.or(earlier.reading()::charset),
                weights, overlay.orElse(earlier.reading().overlay()));
        return new PartyRecord(party, name.orElse(earlier.name()), roles.orElse(earlier.roles()), codes.orElse(earlier.codes()),
                environment.orElse(earlier.environment()), endpoint.or(earlier::endpoint), all, reading,
                new DeliveryHours(schedule.orElse(earlier.hours().schedule()), quiet.orElse(earlier.hours().quiet()), reading.zone()));
    }

    /** The party when nobody named it before: in test, without roles, reading times in {@code portZone}, unless said otherwise. */
    PartyRecord alone(ZoneId portZone) {
        return over(new PartyRecord(party, party.value(), Set.of(), Set.of(), Environment.TEST, Optional.empty(), Map.of(),
                new ReadingProfile(portZone, Optional.empty(), Map.of())));
    }
}
