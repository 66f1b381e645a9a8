package io.fairway.identity;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Severity;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.DeliveryHours.Window;
import io.fairway.usecase.Endpoint;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.evidence.SignatureProfile;
import io.fairway.usecase.evidence.SignatureProfile.Inbound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a file of parties: YAML with one list {@code counterparts}, each with {@code party} and, as wanted, {@code name},
 * {@code roles}, {@code codes}, {@code environment}, {@code endpoint}, {@code dialects}, {@code zone}, {@code charset},
 * {@code severities} ({@code CODE_NOT_IN_LIST: error}, or for one segment only {@code SEGMENT_MISSING@CNT: warning})
 * {@code overlay}, what the party does otherwise than the EDIFACT directories (a list of lines such as {@code codes 8155 any}),
 * {@code seal} (how the hub seals what it sends the party, {@code SM2 CADES T}), {@code signed} ({@code demanded} when what the party
 * sends must be signed, else {@code if-present}), {@code schedule} and {@code quiet} (when it is told things and when not, lists of
 * {@code Mon-Fri 06:00-20:00}), and {@code actsFor}.
 * At most 1 MB; a member it does not know is refused, for a misspelt one would silently change nothing.
 */
final class PartyFile {
    private static final Set<String> MEMBERS =
            Set.of("party", "name", "roles", "codes", "environment", "endpoint", "dialects", "zone", "charset", "severities",
                    "overlay", "seal", "signed", "schedule", "quiet", "actsFor");
    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9_]*(@[A-Z][A-Z0-9]{2})?");
    private static final int MOST_BYTES = 1_000_000;

    private final String source;

    private PartyFile(String source) {
        this.source = source;
    }

    /**
     * @param source how messages name the file
     * @throws PartyFileException when the content cannot be used
     */
    static List<PartyEntry> read(InputStream in, String source) throws IOException {
        return new PartyFile(source).entries(in.readNBytes(MOST_BYTES));
    }

    /**
     * One entry alone, for whom nobody acts by it.
     *
     * @param json an object with the members of an entry but {@code actsFor}, and {@code certificates}
     * @throws PartyFileException when it cannot be used
     */
    static Written readOne(String json) {
        var form = new PartyFile("profile");
        if (!(form.parse(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> entry) || entry.containsKey("actsFor")) {
            throw form.refused("expected an object with the member party and without actsFor, for which there are mandates");
        }
        var members = new HashMap<Object, Object>(entry);
        members.remove("certificates");
        return new Written(form.entry(members), List.copyOf(form.strings(entry, "certificates").orElse(Set.of())));
    }

    /** An entry alone. @param certificates in PEM, with which the party signs */
    record Written(PartyEntry entry, List<String> certificates) {
    }

    private List<PartyEntry> entries(byte[] bytes) {
        Object root = parse(bytes);
        if (!(root instanceof Map<?, ?> map) || !(map.get("counterparts") instanceof List<?> list) || map.size() != 1) {
            throw refused("expected one list named counterparts");
        }
        var entries = new ArrayList<PartyEntry>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> entry)) {
                throw refused("expected an entry with the member party, found " + item);
            }
            entries.add(entry(entry));
        }
        return List.copyOf(entries);
    }

    private Object parse(byte[] bytes) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
        } catch (YAMLException e) {
            throw refused("not YAML: " + e.getMessage());
        }
    }

    private PartyEntry entry(Map<?, ?> entry) {
        for (Object key : entry.keySet()) {
            if (!MEMBERS.contains(String.valueOf(key))) {
                throw refused("unknown member " + key + "; known are " + MEMBERS.stream().sorted().toList());
            }
        }
        PartyId party = text(entry, "party").map(value -> value(value, "party", PartyId::new))
                .orElseThrow(() -> refused("an entry has no party"));
        return new PartyEntry(party, text(entry, "name"), strings(entry, "roles").map(this::roles),
                strings(entry, "codes"), text(entry, "environment").map(e -> value(e, "environment", PartyFile::environment)),
                text(entry, "endpoint").map(this::endpoint), dialects(entry),
                text(entry, "zone").map(z -> value(z, "zone", ZoneId::of)),
                text(entry, "charset").map(c -> value(c, "charset", Charset::forName)),
                severities(entry), strings(entry, "overlay").map(this::overlay), signature(entry),
                windows(entry, "schedule"), windows(entry, "quiet"), principals(entry));
    }

    private Optional<SignatureProfile> signature(Map<?, ?> entry) {
        if (!entry.containsKey("seal") && !entry.containsKey("signed")) {
            return Optional.empty();
        }
        Inbound inbound = text(entry, "signed").map(word -> value(word, "word for signed",
                name -> Inbound.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))).orElse(Inbound.IF_PRESENT);
        return Optional.of(value(text(entry, "seal").orElse("CADES"), "seal", words -> SignatureProfile.read(words, inbound)));
    }

    private Optional<List<Window>> windows(Map<?, ?> entry, String member) {
        return strings(entry, member).map(lines -> lines.stream().map(line -> value(line, "window of days and hours", Window::read)).toList());
    }

    private List<String> overlay(Set<String> lines) {
        return lines.stream().map(line -> value(line, "line of an overlay", ReadingProfile::overlayLine)).toList();
    }

    private Set<PartyId> principals(Map<?, ?> entry) {
        return strings(entry, "actsFor").orElse(Set.of()).stream().map(name -> value(name, "party", PartyId::new)).collect(Collectors.toSet());
    }

    private Set<Role> roles(Set<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(value(name, "role", n -> Role.valueOf(n.toUpperCase(Locale.ROOT)))));
        return roles;
    }

    private static Environment environment(String name) {
        return Environment.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Endpoint endpoint(String text) {
        try {
            return Endpoint.read(text);
        } catch (IllegalArgumentException e) {
            throw refused("endpoint " + e.getMessage());
        }
    }

    private Map<String, Severity> severities(Map<?, ?> entry) {
        var severities = new TreeMap<String, Severity>();
        switch (entry.get("severities")) {
            case Map<?, ?> map -> map.forEach((rule, weight) -> severities.put(rule(String.valueOf(rule)),
                    value(String.valueOf(weight), "severity", name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)))));
            case null -> { }
            case Object other -> throw refused("severities must map a finding code to error or warning, found " + other);
        }
        return severities;
    }

    private String rule(String name) {
        if (!RULE.matcher(name).matches()) {
            throw refused("not a finding code, alone or with @ and a segment: " + name);
        }
        return name;
    }

    private Map<String, String> dialects(Map<?, ?> entry) {
        var dialects = new TreeMap<String, String>();
        switch (entry.get("dialects")) {
            case Map<?, ?> map -> map.forEach((document, dialect) -> dialects.put(String.valueOf(document), String.valueOf(dialect)));
            case null -> { }
            case Object other -> throw refused("dialects must map document to dialect, found " + other);
        }
        return dialects;
    }

    private Optional<String> text(Map<?, ?> entry, String member) {
        return Optional.ofNullable(entry.get(member)).map(String::valueOf);
    }

    private Optional<Set<String>> strings(Map<?, ?> entry, String member) {
        return switch (entry.get(member)) {
            case List<?> list -> {
                var values = new LinkedHashSet<String>();
                list.forEach(value -> values.add(String.valueOf(value)));
                yield Optional.of(values);
            }
            case null -> Optional.empty();
            case Object other -> throw refused(member + " must be a list, found " + other);
        };
    }

    private <T> T value(String text, String what, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (RefusedValueException | DateTimeException | UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw refused("not a " + what + ": " + text);
        } catch (IllegalArgumentException e) {
            throw refused("unknown " + what + ": " + text);
        }
    }

    private PartyFileException refused(String problem) {
        return new PartyFileException(source, problem);
    }
}
