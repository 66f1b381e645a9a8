import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Build step: turns the Messages and Segments schemas of the edifact-schemas artifacts into one line-based table per directory.
 * Only these two files of an artifact are opened: the others are licensed for DFDL processors alone.
 *
 * <p>Lines, blank-separated: {@code E id class length name codes}, {@code C id name component...}, {@code S tag name element...},
 * {@code M type child...}; a reference is {@code id:minimum:maximum}, a group is {@code (minimum:maximum child... )}.
 *
 * <p>Run: {@code java DirectoryTables.java <folder of jars> <folder of tables>}.
 */
final class DirectoryTables {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";

    private final StringBuilder table = new StringBuilder();

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        var jars = Path.of(arguments[0]);
        var tables = Files.createDirectories(Path.of(arguments[1]));
        List<Path> found;
        try (var files = Files.list(jars)) {
            found = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (var jar : found) {
            var name = jar.getFileName().toString().replaceAll(".*-(d[0-9]{2}[ab])\\.jar", "$1");
            var target = tables.resolve(name + ".table");
            if (!isCurrent(target, jar)) {
                Files.writeString(target, new DirectoryTables().read(jar, name), StandardCharsets.US_ASCII);
            }
        }
    }

    private static boolean isCurrent(Path target, Path jar) throws IOException {
        return Files.exists(target) && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    private String read(Path jar, String directory) throws IOException, XMLStreamException {
        table.append("# UN/EDIFACT directory ").append(directory)
                .append("; derived from org.smooks.cartridges.edi:edifact-schemas (Apache-2.0); (c) United Nations\n");
        try (var zip = new ZipFile(jar.toFile())) {
            for (var part : List.of("Segments", "Messages")) {
                var entry = zip.getEntry(directory + "/EDIFACT-" + part + ".dfdl.xsd");
                try (var schema = zip.getInputStream(entry)) {
                    types(schema);
                }
            }
        }
        return table.toString();
    }

    private void types(InputStream schema) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var xml = factory.createXMLStreamReader(schema);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && XSD.equals(xml.getNamespaceURI())) {
                var name = xml.getAttributeValue(null, "name");
                if (name != null && xml.getLocalName().equals("simpleType") && name.matches("E[0-9]{4}-.*")) {
                    element(xml, name);
                } else if (name != null && xml.getLocalName().equals("complexType")) {
                    complex(xml, name);
                }
            }
        }
    }

    private void element(XMLStreamReader xml, String name) throws XMLStreamException {
        Set<String> codes = new LinkedHashSet<>();
        var base = "";
        while (!ended(xml, "simpleType")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("restriction")) {
                    base = local(xml.getAttributeValue(null, "base"));
                } else if (xml.getLocalName().equals("enumeration")) {
                    codes.add(xml.getAttributeValue(null, "value").replaceAll("[\\s,]", ""));
                }
            }
            xml.next();
        }
        codes.remove("");
        table.append("E ").append(name, 1, 5).append(' ').append(form(base)).append(' ').append(name.substring(6)).append(' ')
                .append(String.join(",", codes)).append('\n');
    }

    /** Schema base types are named after form and length: {@code alpha0-35}, {@code alpha4-4}, {@code numeric1-8}, {@code numeric3}. */
    private static String form(String base) {
        var lengths = base.replaceAll("[a-z]+", "").split("-");
        var form = base.startsWith("numeric") ? "n" : "an";
        var maximum = lengths[lengths.length - 1];
        var minimum = lengths.length == 1 ? maximum : lengths[0].equals("0") ? "1" : lengths[0];
        return form + " " + minimum + "-" + maximum;
    }

    private void complex(XMLStreamReader xml, String name) throws XMLStreamException {
        if (name.matches("C[0-9]{3}-.*")) {
            table.append("C ").append(name, 0, 4).append(' ').append(name.substring(5));
            references(xml);
        } else if (name.matches("[A-Z]{3}-.*")) {
            table.append("S ").append(name, 0, 3).append(' ').append(name.substring(4));
            references(xml);
        } else if (name.matches("[A-Z]{6}")) {
            table.append("M ").append(name);
            children(xml);
        }
    }

    private void references(XMLStreamReader xml) throws XMLStreamException {
        while (!ended(xml, "complexType")) {
            if (started(xml, "element")) {
                table.append(' ').append(id(xml)).append(':').append(occurs(xml));
            }
            xml.next();
        }
        table.append('\n');
    }

    private void children(XMLStreamReader xml) throws XMLStreamException {
        Deque<Boolean> open = new ArrayDeque<>();
        var types = 1;
        while (types > 0) {
            xml.next();
            if (started(xml, "complexType")) {
                types++;
            } else if (ended(xml, "complexType")) {
                types--;
            } else if (started(xml, "element")) {
                var group = xml.getAttributeValue(null, "name").startsWith("SegGrp");
                open.push(group);
                table.append(group ? " (" : " " + id(xml) + ":").append(occurs(xml));
            } else if (ended(xml, "element") && open.pop()) {
                table.append(" )");
            }
        }
        table.append('\n');
    }

    /** The names of elements that stand twice carry a letter; the types do not: {@code D04A:E7273-…}, {@code D95B:C213-…}, {@code srv:UNS-…}. */
    private static String id(XMLStreamReader xml) {
        var type = local(xml.getAttributeValue(null, "type"));
        var id = type.substring(0, type.indexOf('-'));
        return id.matches("E[0-9]{4}") ? id.substring(1) : id;
    }

    private static String occurs(XMLStreamReader xml) {
        var minimum = xml.getAttributeValue(null, "minOccurs");
        var maximum = xml.getAttributeValue(null, "maxOccurs");
        return (minimum == null ? "1" : minimum) + ":" + (maximum == null ? "1" : maximum);
    }

    private static boolean started(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
    }

    private static boolean ended(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}
