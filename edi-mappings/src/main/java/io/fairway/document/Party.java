package io.fairway.document;

/**
 * A party as it is named in a document; any member may be empty, never all.
 *
 * @param code identification (NAD C082 3039), empty when only a name is given
 * @param name name, lines joined by a blank
 * @param street street and number
 * @param country ISO 3166 alpha-2
 */
public record Party(String code, String name, String street, String city, String postcode, String country) {

    public static Party named(String name) {
        return new Party("", name, "", "", "", "");
    }

    public static Party coded(String code) {
        return new Party(code, "", "", "", "", "");
    }
}
