package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Crew or passengers on board, told to the border authority (FAL forms 5 and 6; PAXLST).
 *
 * @param tripReference the sender's number of the voyage and call (RFF+TN); empty when not said
 * @param sender who sends the list (NAD+MS)
 * @param lastPort port before the call (LOC+125)
 * @param port port of call (LOC+60)
 */
public record PersonList(String reference, DocumentFunction function, Kind kind, Instant issuedAt, String tripReference,
                         Voyage voyage, Optional<UnLocode> lastPort, UnLocode port, Optional<Instant> estimatedArrival,
                         Optional<Instant> estimatedDeparture, Party sender, Optional<Contact> contact, List<Person> persons)
        implements PortCallDocument {
    public PersonList {
        persons = List.copyOf(persons);
    }

    @Override
    public Optional<UnLocode> portOfCall() {
        return Optional.of(port);
    }

    /** BGM 250 crew list, 745 passenger list. */
    public enum Kind {
        CREW, PASSENGERS
    }

    /** As the travel document says (ICAO 9303). */
    public enum Sex {
        FEMALE, MALE, NOT_SAID
    }

    /**
     * One person.
     *
     * @param givenNames in the order of the travel document, separated by blanks
     * @param nationality ISO 3166 alpha-3, as in a machine-readable travel document; empty when not said
     * @param rank rank or rating of a member of the crew (EMP 9005), for example {@code CR1}; empty for passengers
     */
    public record Person(String familyName, String givenNames, Sex sex, Optional<LocalDate> bornOn, String placeOfBirth,
                         String nationality, String rank, Optional<UnLocode> embarkedAt, Optional<UnLocode> disembarksAt,
                         List<TravelDocument> documents) {
        public Person {
            documents = List.copyOf(documents);
        }
    }

    /**
     * One identity or travel document.
     *
     * @param typeCode 1001: 39 passport, 36 identity card, 40 seaman's book by agreement, and others
     * @param issuedBy ISO 3166 alpha-3; empty when not said
     */
    public record TravelDocument(String typeCode, String number, Optional<LocalDate> expiresOn, String issuedBy) {
    }
}
