package io.fairway.smooks;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import org.smooks.api.resource.config.ReaderConfigurator;

/**
 * The EDIFACT cartridge of Smooks. It is no part of Fairway: it compiles a schema of its own for half a minute, reads syntax 3 and
 * later, and says of faults neither what nor where. Whoever selects it puts {@code smooks-edifact-cartridge}, {@code smooks-dfdl-cartridge}
 * 1.0.3 and the {@code edifact-schemas} of the directory on the class path. Its cache on disk stays off, as it confuses directories.
 */
final class StockCartridge {
    private static final String CONFIGURATOR = "org.smooks.cartridges.edifact.EdifactReaderConfigurator";

    private static final int SERVICE_ADVICE = 9;
    private static final int TO_SYNTAX_VERSION = "UNB+UNOA:".length();

    private StockCartridge() {
    }

    /** The interchange as syntax version 3, the least it reads, when it says 1 or 2, which read the same. */
    static byte[] raised(byte[] edifact) {
        byte[] raised = edifact.clone();
        boolean hasServiceAdvice = edifact.length > SERVICE_ADVICE && edifact[0] == 'U' && edifact[1] == 'N' && edifact[2] == 'A';
        int opening = hasServiceAdvice ? SERVICE_ADVICE : 0;
        while (opening < raised.length && raised[opening] <= ' ') {
            opening++;
        }
        int version = opening + TO_SYNTAX_VERSION;
        if (version < raised.length && (raised[version] == '1' || raised[version] == '2')) {
            raised[version] = '3';
        }
        return raised;
    }

    /**
     * @param form for example {@code COREOR:D:95B:UN}: names message type and directory
     * @throws RefusedDialectException when the cartridge is not there
     */
    static ReaderConfigurator reader(String dialect, String form) {
        String[] parts = form.split(":");
        if (parts.length < 3) {
            throw new RefusedDialectException(dialect, DialectFiles.SETTINGS, "'" + form + "' names no message type and directory");
        }
        String schema = "/d" + parts[2].toLowerCase(Locale.ROOT) + "/EDIFACT-Messages.dfdl.xsd";
        try {
            Class<? extends ReaderConfigurator> type = Class.forName(CONFIGURATOR).asSubclass(ReaderConfigurator.class);
            ReaderConfigurator reader = type.getConstructor(String.class).newInstance(schema);
            type.getMethod("setMessageTypes", List.class).invoke(reader, List.of(parts[0]));
            return reader;
        } catch (ClassNotFoundException e) {
            throw new RefusedDialectException(dialect, DialectFiles.SETTINGS, "reader=cartridge, but smooks-edifact-cartridge is not on the class path");
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The stock cartridge is of another version than 2.0", e);
        }
    }
}
