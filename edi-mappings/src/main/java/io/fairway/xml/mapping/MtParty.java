package io.fairway.xml.mapping;

import io.fairway.document.Party;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.util.Optional;

/** A party as the MT forms have it: {@code ID, Name, Address{Line, CityName, PostcodeID, CountryCode}}. */
final class MtParty {
    private MtParty() {
    }

    /** Empty when the element is absent or says nothing that a party consists of. */
    static Optional<Party> read(FieldReader fields, String element, String member) {
        return fields.child(element, member)
                .map(party -> new Party(party.text("code", "ID"), party.text("name", "Name"), party.text("street", "Address/Line"),
                        party.text("city", "Address/CityName"), party.text("postcode", "Address/PostcodeID"),
                        party.text("country", "Address/CountryCode")))
                .filter(party -> !party.equals(Party.named("")));
    }

    static Optional<Party> required(FieldReader fields, String element, String member) {
        Optional<Party> party = read(fields, element, member);
        if (party.isEmpty()) {
            fields.missing(element, member);
        }
        return party;
    }

    static void write(XmlOutput xml, String element, String path, Party party) {
        xml.open(element)
                .leaf(path + ".code", "ID", party.code())
                .leaf(path + ".name", "Name", party.name())
                .open("Address")
                .leaf(path + ".street", "Line", party.street())
                .leaf(path + ".city", "CityName", party.city())
                .leaf(path + ".postcode", "PostcodeID", party.postcode())
                .leaf(path + ".country", "CountryCode", party.country())
                .close()
                .close();
    }
}
