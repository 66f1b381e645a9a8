package io.fairway.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code restore FOLDER}: puts a backup in the place of a {@code FAIRWAY_HOME} that has no database. An embedded ledger that is there is
 * newer and stays; a ledger is read from where the backup left off, and so wins over older holders. Exit 0 when it is restored, 1 when
 * nothing was, 64 for wrong use.
 */
public final class RestoreMain {
    private static final int WRONG_USE = 64;

    private RestoreMain() {
    }

    /** The program. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: restore FOLDER, a backup");
            System.exit(WRONG_USE);
        }
        System.exit(restore(Path.of(List.of(arguments).getFirst()).toAbsolutePath()));
    }

    private static int restore(Path backup) {
        Path home = HubHome.named().path();
        try {
            new HomeBackup(home).restore(backup);
            System.out.println("Restored to " + home);
            return 0;
        } catch (IOException e) {
            System.err.println("Not restored: " + e.getMessage());
            return 1;
        }
    }
}
