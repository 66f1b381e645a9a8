package io.fairway.flow;

import io.fairway.flow.FolderAnswers.Receipt;
import io.fairway.flow.FolderAnswers.Refusal;
import io.fairway.flow.Folders.Own;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Digests;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Kept;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.TransmissionId;
import io.fairway.usecase.registry.Standings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Handler;

/**
 * Takes what parties drop: a file that stopped changing is claimed by renaming it, which one hub succeeds in; then it is kept like any
 * submission, and only after that is there a receipt beside it. A hub that stops in between leaves a claimed file, which is taken again:
 * the same bytes are the same transmission (P3).
 */
public final class FolderIntake {
    private static final Logger LOG = System.getLogger(FolderIntake.class.getName());
    private static final int ID_CHARACTERS = 36;
    private static final int TIME_CHARACTERS = 13;
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart");

    private final Folders folders;
    private final FolderSettings settings;
    private final Parties parties;
    private final Standings standings;
    private final SubmitTransmission submission;
    private final FolderAnswers answers;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final Map<Path, Look> seen = new HashMap<>();

    public FolderIntake(FolderSettings settings, Parties parties, Standings standings, SubmitTransmission submission, FolderAnswers answers,
                        Identifiers identifiers, InstantSource clock) {
        this.folders = new Folders(settings.root());
        this.settings = settings;
        this.parties = parties;
        this.standings = standings;
        this.submission = submission;
        this.answers = answers;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    private record Look(long size, FileTime changed, Instant since) {
    }

    /** One round over all folders; one that cannot be used does not keep the others waiting. */
    @Handler
    public void takeAll() throws IOException {
        for (Own own : folders.all()) {
            Optional<PartyRecord> party = parties.find(own.party()).filter(found -> standings.of(found.id()).mayAct());
            try {
                if (party.isPresent()) {
                    take(own, party.get());
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The folder of {0} cannot be used: {1}", own.party(), e.toString());
            } catch (OverloadedException e) {
                LOG.log(Level.DEBUG, "Files of {0} wait: {1}", own.party(), e.getMessage());
            }
        }
        seen.keySet().removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    private void take(Own own, PartyRecord party) throws IOException {
        for (Path file : Folders.files(own.in())) {
            if (isNamedWhole(file.getFileName().toString()) && hasStoppedChanging(file)) {
                Path claimed = own.taken().resolve(identifiers.next() + "." + file.getFileName());
                if (Folders.claim(file, claimed)) {
                    seen.remove(file);
                    keep(own, party, claimed);
                }
            }
        }
        Instant abandoned = clock.instant().minus(settings.abandonedAfter());
        for (Path left : Folders.files(own.taken())) {
            if (left.getFileName().toString().length() > ID_CHARACTERS && claimedBefore(left, abandoned)) {
                keep(own, party, left);
            }
        }
    }

    private static boolean isNamedWhole(String name) {
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    /** A claim's name begins with a time-ordered id (RFC 9562), which says when it was made. */
    private static boolean claimedBefore(Path left, Instant limit) {
        String digits = left.getFileName().toString().substring(0, TIME_CHARACTERS).replace("-", "");
        return digits.matches("[0-9a-f]{12}") && Instant.ofEpochMilli(Long.parseLong(digits, 16)).isBefore(limit);
    }

    private boolean hasStoppedChanging(Path file) throws IOException {
        BasicFileAttributes now = attributes(file);
        Look before = seen.get(file);
        if (before == null || before.size() != now.size() || !before.changed().equals(now.lastModifiedTime())) {
            seen.put(file, new Look(now.size(), now.lastModifiedTime(), clock.instant()));
            return false;
        }
        return !clock.instant().isBefore(before.since().plus(settings.quiet()));
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void keep(Own own, PartyRecord party, Path claimed) throws IOException {
        String claim = claimed.getFileName().toString();
        String name = claim.substring(ID_CHARACTERS + 1);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(claimed, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(settings.mostBytes() + 1);
        }
        if (bytes.length == 0 || bytes.length > settings.mostBytes()) {
            String code = bytes.length == 0 ? "BODY_EMPTY" : "BODY_TOO_LARGE";
            Folders.write(own.out().resolve(claim + ".refused.json"),
                    answers.refusal(new Refusal(name, code, "Expected 1 to " + settings.mostBytes() + " bytes; nothing was kept.")));
            Folders.claim(claimed, own.refused().resolve(claim));
            return;
        }
        String trace = claim.substring(0, ID_CHARACTERS).replace("-", "");
        switch (submission.submit(new Caller(party.id(), party.roles()), Optional.empty(), bytes, "", "folder", trace)) {
            case Kept.Fresh(TransmissionId id, Instant at) ->
                    receipt(own, claimed, new Receipt(name, id.toString(), Digests.of(bytes).value(), at.toString(), false));
            case Kept.Repeated(TransmissionId id, Instant at) ->
                    receipt(own, claimed, new Receipt(name, id.toString(), Digests.of(bytes).value(), at.toString(), true));
            case Kept.Conflicting ignored -> throw new IllegalStateException("One digest for two contents: " + claimed);
        }
    }

    private void receipt(Own own, Path claimed, Receipt receipt) throws IOException {
        String claim = claimed.getFileName().toString();
        Folders.write(own.out().resolve(claim + ".receipt.json"), answers.receipt(receipt));
        Folders.claim(claimed, own.waiting().resolve(receipt.id() + "." + claim));
    }
}
