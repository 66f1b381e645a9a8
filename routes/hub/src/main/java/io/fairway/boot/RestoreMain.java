package io.fairway.boot;

import io.fairway.usecase.AcknowledgedList.Acknowledged;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code restore FOLDER [LIST]}: puts a backup in the place of a {@code FAIRWAY_HOME} that has no database. An embedded ledger that is there
 * is newer and stays; a ledger is read from where the backup left off, and so wins over older holders. LIST is what the hub that was there had
 * acknowledged; absent, {@code acknowledged/list.tsv} under the home. What of it the backup lacks is printed. Exit 0 when it is restored, 1 when
 * nothing was, 64 for wrong use.
 */
public final class RestoreMain {
    private static final int WRONG_USE = 64;

    private RestoreMain() {
    }

    /** The program. */
    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: restore FOLDER [LIST], a backup and what was acknowledged");
            System.exit(WRONG_USE);
        }
        Path home = HubHome.named().path();
        List<String> words = List.of(arguments);
        Path list = words.size() == 2 ? Path.of(words.getLast()).toAbsolutePath() : listOf(home);
        System.exit(restore(home, Path.of(words.getFirst()).toAbsolutePath(), list, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** Where a hub lists what it acknowledged, unless told otherwise. */
    static Path listOf(Path home) {
        return home.resolve("acknowledged").resolve("list.tsv");
    }

    /** @return the exit code */
    static int restore(Path home, Path backup, Path list, PrintStream out) {
        try {
            new HomeBackup(home).restore(backup);
            out.println("Restored to " + home);
            if (Files.exists(list)) {
                tell(MissingSince.of(home, list), out);
            } else {
                out.println("There is no list of what was acknowledged since: " + list);
            }
            return 0;
        } catch (IOException e) {
            out.println("Not restored: " + e.getMessage());
            return 1;
        }
    }

    private static void tell(List<Acknowledged> missing, PrintStream out) {
        out.println(missing.size() + " transmissions were acknowledged that are not in the backup; their senders must send them again, under the same keys"
                + (missing.isEmpty() ? "" : " (place, time, sender, transmission, SHA-256):"));
        missing.forEach(each -> out.println(AcknowledgedFile.line(each)));
    }
}
