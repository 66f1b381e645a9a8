package io.fairway.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fairway.clearance.Role;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The client secrets of the development parties, kept in {@code dev-credentials.json} below FAIRWAY_HOME for whoever plays them.
 *
 * @param issuer the embedded issuer
 * @param tokenEndpoint where a client gets a token by client_credentials
 * @param clients secret and roles by client id: the party's id for its system, {@code HUBLINE.anna} for a person of it
 */
public record DevelopmentCredentials(String issuer, String tokenEndpoint, Map<String, Client> clients) {
    private static final String FILE = "dev-credentials.json";
    /** Every development party has these two persons; the first is its administrator. */
    private static final List<String> PERSONS = List.of("anna", "bo");
    private static final int SECRET_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public DevelopmentCredentials {
        clients = Map.copyOf(clients);
    }

    /** @param secret 256 random bits, base64url */
    public record Client(String secret, Set<Role> roles) {
        public Client {
            roles = Set.copyOf(roles);
        }
    }

    /** Reads what is there, draws a secret for each party that has none, and writes the file again for this issuer. */
    public static DevelopmentCredentials open(Path home, String issuer, List<PartyRecord> parties, SecureRandom random) {
        var file = new OwnerFile(home.resolve(FILE));
        Map<String, Client> known = file.read().map(DevelopmentCredentials::parse).map(DevelopmentCredentials::clients)
                .orElse(Map.of());
        var clients = new TreeMap<String, Client>();
        for (PartyRecord party : parties) {
            for (String id : clientsOf(party.id())) {
                String secret = Optional.ofNullable(known.get(id)).map(Client::secret).orElseGet(() -> draw(random));
                clients.put(id, new Client(secret, party.roles()));
            }
        }
        var credentials = new DevelopmentCredentials(issuer, issuer + "/oauth2/token", clients);
        file.write(credentials.json());
        return credentials;
    }

    /** The client with this id. */
    public Optional<Client> of(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    private static List<String> clientsOf(PartyId party) {
        return Stream.concat(Stream.of(party.value()), PERSONS.stream().map(person -> party + "." + person)).toList();
    }

    /** The party that a client plays: the whole id, or what stands before the dot. */
    static PartyId partyOf(String id) {
        return new PartyId(id.contains(".") ? id.substring(0, id.indexOf('.')) : id);
    }

    /** The person that a client plays; empty for the party's system. */
    static Optional<String> personOf(String id) {
        return id.contains(".") ? Optional.of(id.substring(id.indexOf('.') + 1)) : Optional.empty();
    }

    /** Whether the client plays the administrator of its party, who is the first person. */
    static boolean isAdministrator(String id) {
        return personOf(id).filter(PERSONS.getFirst()::equals).isPresent();
    }

    private static String draw(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static DevelopmentCredentials parse(byte[] json) {
        try {
            return JSON.readValue(json, DevelopmentCredentials.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read; delete it to have new secrets drawn", e);
        }
    }

    private byte[] json() {
        var sorted = new TreeMap<String, Object>();
        clients.forEach((id, client) -> sorted.put(id, Map.of("secret", client.secret(), "roles", new TreeSet<>(client.roles()))));
        var members = new java.util.LinkedHashMap<String, Object>();
        members.put("issuer", issuer);
        members.put("tokenEndpoint", tokenEndpoint);
        members.put("clients", sorted);
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "DevelopmentCredentials of " + clients.keySet();
    }
}
