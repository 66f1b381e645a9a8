package io.fairway.flow;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Limits of watched folders.
 *
 * @param root folder of the parties' folders
 * @param every pause between two rounds
 * @param quiet how long a file must not have changed before it is taken to be whole
 * @param abandonedAfter age at which a claimed file is taken to be left behind by a hub that stopped
 * @param mostBytes largest file
 */
public record FolderSettings(Path root, Duration every, Duration quiet, Duration abandonedAfter, int mostBytes) {
}
