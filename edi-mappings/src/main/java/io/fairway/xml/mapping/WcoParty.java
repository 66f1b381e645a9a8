package io.fairway.xml.mapping;

import io.fairway.document.Party;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A party of a WCO declaration: {@code Name, ID, Address{CityName, CountryCode, Line, PostcodeID}}. The profile is narrow (an
 * identifier has 17 characters, a Chinese unified social credit code 18): a value that does not fit its element is said as an
 * additional statement, coded by the party's role and the member, {@code IM-ID}.
 */
enum WcoParty {
    DECLARANT("Declarant", "DT"), IMPORTER("Importer", "IM"), EXPORTER("Exporter", "EX");

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private final String element;
    private final String role;

    WcoParty(String element, String role) {
        this.element = element;
        this.role = role;
    }

    /** One member of a party: where it stands, how long it may be there, and its name in statements and documents. */
    private enum Member {
        CODE("ID", "ID", "code", 17), NAME("Name", "NAME", "name", 70), STREET("Address/Line", "STREET", "street", 70),
        CITY("Address/CityName", "CITY", "city", 35), POSTCODE("Address/PostcodeID", "POSTCODE", "postcode", 9),
        COUNTRY("Address/CountryCode", "COUNTRY", "country", 2);

        private final String source;
        private final String statement;
        private final String path;
        private final int limit;

        Member(String source, String statement, String path, int limit) {
            this.source = source;
            this.statement = statement;
            this.path = path;
            this.limit = limit;
        }

        private String of(Party party) {
            return switch (this) {
                case CODE -> party.code();
                case NAME -> party.name();
                case STREET -> party.street();
                case CITY -> party.city();
                case POSTCODE -> party.postcode();
                case COUNTRY -> party.country();
            };
        }

        private boolean fits(Party party) {
            String value = of(party).strip();
            return this == COUNTRY ? value.isEmpty() || WcoParty.COUNTRY.matcher(value).matches()
                    : value.codePointCount(0, value.length()) <= limit;
        }
    }

    /**
     * @param holder element the party stands in
     * @param declaration element the statements stand in
     * @return empty when nothing is said of the party
     */
    Optional<Party> read(FieldReader holder, FieldReader declaration, String path) {
        var party = new Party(value(Member.CODE, holder, declaration, path), value(Member.NAME, holder, declaration, path),
                value(Member.STREET, holder, declaration, path), value(Member.CITY, holder, declaration, path),
                value(Member.POSTCODE, holder, declaration, path), value(Member.COUNTRY, holder, declaration, path));
        return Optional.of(party).filter(said -> !said.equals(Party.named("")));
    }

    /** The identifier without taking it; empty when none is said. */
    String peekCode(FieldReader holder, FieldReader declaration) {
        String inPlace = holder.peek(element + "/" + Member.CODE.source);
        return inPlace.isEmpty() ? WcoStatement.peek(declaration, role + "-" + Member.CODE.statement) : inPlace;
    }

    private String value(Member member, FieldReader holder, FieldReader declaration, String path) {
        return holder.value(path + "." + member.path, element + "/" + member.source, Function.identity())
                .or(() -> WcoStatement.read(declaration, role + "-" + member.statement, path + "." + member.path, Function.identity()))
                .orElse("");
    }

    void writeStatements(XmlOutput xml, String path, Party party) {
        for (Member member : List.of(Member.values())) {
            if (!member.fits(party)) {
                WcoStatement.write(xml, role + "-" + member.statement, path + "." + member.path, member.of(party));
            }
        }
    }

    void write(XmlOutput xml, String path, Party party) {
        xml.open(element);
        writeMember(xml, "Name", path, party, Member.NAME);
        writeMember(xml, "ID", path, party, Member.CODE);
        xml.open("Address");
        writeMember(xml, "CityName", path, party, Member.CITY);
        writeMember(xml, "CountryCode", path, party, Member.COUNTRY);
        writeMember(xml, "Line", path, party, Member.STREET);
        writeMember(xml, "PostcodeID", path, party, Member.POSTCODE);
        xml.close().close();
    }

    private static void writeMember(XmlOutput xml, String name, String path, Party party, Member member) {
        if (member.fits(party)) {
            xml.leaf(path + "." + member.path, name, member.of(party), member.limit);
        }
    }
}
