package io.fairway.flow;

import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.TakeReadings.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * One message of a gate device: who sent it and to which lane is the broker's word, what it says is read here. What is no reading is
 * dropped and answered, and never comes again.
 */
public final class DeviceInbox {
    private static final Logger LOG = System.getLogger(DeviceInbox.class.getName());
    private static final Pattern LANE = Pattern.compile("\\bgate\\.([A-Z0-9]{2,12})\\.readings\\b");

    private final TakeReadings take;
    private final LaneTopics topics;

    public DeviceInbox(TakeReadings take, LaneTopics topics) {
        this.take = take;
        this.topics = topics;
    }

    /** @param sender the user that the broker has proven @param destination the address it was sent to */
    public void hear(@Body byte[] reading, @Header("JMSXUserID") @Nullable String sender, @Header("JMSDestination") Object destination) {
        Optional<PartyId> party = party(sender);
        Matcher lane = LANE.matcher(destination.toString());
        if (party.isEmpty() || !lane.find()) {
            LOG.log(Level.WARNING, "A message at the gate's address that no device can have sent was dropped");
            return;
        }
        answer(lane.group(1), party.get(), take.take(party.get(), lane.group(1), reading));
    }

    private static Optional<PartyId> party(@Nullable String sender) {
        try {
            return Optional.ofNullable(sender).map(PartyId::new);
        } catch (RefusedValueException unproven) {
            return Optional.empty();
        }
    }

    private void answer(String lane, PartyId sender, Answer answer) {
        switch (answer) {
            case Answer.Unknown _ -> LOG.log(Level.WARNING, "A reading for lane {0} by {1}, which is no device of it, was dropped", lane, sender);
            case Answer.Refused refused -> topics.answer(lane, sender, "refused", refused.code());
            case Answer.Repeat repeat -> topics.answer(lane, sender, "repeat", repeat.reading());
            case Answer.Alive alive -> topics.answer(lane, sender, "alive", alive.device());
            case Answer.Taken taken -> topics.answer(lane, sender, "taken", taken.reading());
        }
    }
}
