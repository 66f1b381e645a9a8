package io.fairway.flow;

import io.fairway.flow.Folders.Own;
import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Parties;
import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.TransmissionView;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Handler;

/** Writes what came of a dropped file beside it once it is settled: the outcome, and each CONTRL and APERAK as a file of its own. */
public final class FolderOutcomes {
    private static final Logger LOG = System.getLogger(FolderOutcomes.class.getName());

    private static final int ID_CHARACTERS = 36;

    private final Folders folders;
    private final Parties parties;
    private final ExchangeQueries exchanges;
    private final FolderAnswers answers;

    public FolderOutcomes(FolderSettings settings, Parties parties, ExchangeQueries exchanges, FolderAnswers answers) {
        this.folders = new Folders(settings.root());
        this.parties = parties;
        this.exchanges = exchanges;
        this.answers = answers;
    }

    /** One round over all files whose outcome is not known yet. */
    @Handler
    public void tellAll() throws IOException {
        for (Own own : folders.all()) {
            Optional<Caller> sender = parties.find(own.party()).map(party -> new Caller(party.id(), party.roles()));
            try {
                if (sender.isPresent()) {
                    tell(own, sender.get());
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The folder of {0} cannot be used: {1}", own.party(), e.toString());
            }
        }
    }

    private void tell(Own own, Caller sender) throws IOException {
        for (Path waiting : Folders.files(own.waiting())) {
            String name = waiting.getFileName().toString();
            if (name.matches("[0-9a-f-]{" + ID_CHARACTERS + "}\\..+")) {
                UUID id = UUID.fromString(name.substring(0, ID_CHARACTERS));
                if (exchanges.state(sender, id).filter(TransmissionView.State::isFinal).isPresent()) {
                    tell(own, waiting, name.substring(ID_CHARACTERS + 1), exchanges.transmission(sender, id).orElseThrow());
                }
            }
        }
    }

    private void tell(Own own, Path waiting, String claim, TransmissionView outcome) throws IOException {
        List<AcknowledgmentView> acknowledgments = outcome.interchanges().stream().flatMap(found -> found.acknowledgments().stream()).toList();
        int number = 0;
        for (AcknowledgmentView acknowledgment : acknowledgments) {
            number++;
            Folders.write(own.out().resolve(claim + "." + acknowledgment.kind().toLowerCase(Locale.ROOT) + "-" + number + ".edi"),
                    bytes(acknowledgment.text()));
        }
        Folders.write(own.out().resolve(claim + ".outcome.json"), answers.outcome(outcome));
        Folders.claim(waiting, own.done().resolve(claim));
    }

    /** As it names its character set: UNOC is ISO 8859-1. */
    private static byte[] bytes(String text) {
        return text.getBytes(text.contains("UNB+UNOC") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
