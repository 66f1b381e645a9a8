package io.fairway.command;

import io.fairway.dialect.Dialects;
import io.fairway.document.code.CodeLists;
import io.fairway.smooks.SmooksDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the settings add to what Fairway brings, as in the hub.
 *
 * @param codeLists folder of code lists ({@code FAIRWAY_CODE_LISTS})
 * @param dialects folder of counterparts' own dialects ({@code FAIRWAY_DIALECTS})
 */
record Folders(Optional<Path> codeLists, Optional<Path> dialects) {
    static final Folders NONE = new Folders(Optional.empty(), Optional.empty());

    static Folders of(Map<String, String> environment) {
        return new Folders(folder(environment, "FAIRWAY_CODE_LISTS"), folder(environment, "FAIRWAY_DIALECTS"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(folder -> !folder.isBlank()).map(Path::of);
    }

    /** @throws io.fairway.smooks.RefusedDialectException for a folder that is no dialect */
    Dialects registered() throws IOException {
        Dialects known = codeLists.isPresent() ? Dialects.builtIn(CodeLists.in(codeLists.get())) : Dialects.builtIn();
        return dialects.map(folder -> known.andSmooks(SmooksDialect.allIn(folder))).orElse(known);
    }
}
