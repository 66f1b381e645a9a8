package io.fairway.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code backup FOLDER}: copies the hub under {@code FAIRWAY_HOME}, its embedded database included, while it runs or while it is stopped.
 * An outside database is backed up by its own means, physically. Exit 0 when the backup is whole, 1 when there is none, 64 for wrong use.
 */
public final class BackupMain {
    private static final int WRONG_USE = 64;

    private BackupMain() {
    }

    /** The program. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: backup FOLDER, which does not exist yet");
            System.exit(WRONG_USE);
        }
        System.exit(backup(Path.of(List.of(arguments).getFirst()).toAbsolutePath()));
    }

    private static int backup(Path target) {
        try {
            new HomeBackup(HubHome.named().path()).take(target);
            System.out.println("The backup is whole: " + target);
            return 0;
        } catch (IOException e) {
            System.err.println("No backup: " + e.getMessage());
            return 1;
        }
    }
}
