package io.fairway.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Backup and restore as the commands do it, in this process. */
public final class HubCopies {
    private HubCopies() {
    }

    public static void take(Path home, Path target) throws IOException {
        new HomeBackup(home).take(target);
    }

    /** What restoring prints. */
    public static String restore(Path home, Path backup) {
        var out = new ByteArrayOutputStream();
        RestoreMain.restore(home, backup, RestoreMain.listOf(home), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    public static Path acknowledged(Path home) {
        return RestoreMain.listOf(home);
    }
}
