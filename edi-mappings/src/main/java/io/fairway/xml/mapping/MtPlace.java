package io.fairway.xml.mapping;

import io.fairway.document.id.UnLocode;
import io.fairway.xml.FieldReader;
import java.util.function.Function;

/** A place of an MT message: a UN/LOCODE, in China followed by {@code /} and the customs district, {@code CNSHG/2248}. */
final class MtPlace {
    private MtPlace() {
    }

    static UnLocode port(String value) {
        int slash = value.indexOf('/');
        return new UnLocode(slash < 0 ? value : value.substring(0, slash));
    }

    /** What follows the slash; empty when nothing does. */
    static String readOffice(FieldReader fields, String sourcePath, String member) {
        int slash = fields.marker(sourcePath).indexOf('/');
        Function<String, String> office = value -> value.substring(slash + 1);
        return slash < 0 ? "" : fields.value(member, sourcePath, office).orElse("");
    }

    static String written(UnLocode port, String office) {
        return office.isEmpty() ? port.value() : port.value() + "/" + office;
    }
}
