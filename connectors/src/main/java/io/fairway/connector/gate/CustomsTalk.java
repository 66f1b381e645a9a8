package io.fairway.connector.gate;

import io.fairway.connector.gate.CustomsFrames.BrokenFrameException;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A gate controller that speaks the traditional customs gate protocol: frame in, frame out. A broken frame is dropped and counted. */
public final class CustomsTalk implements TcpListener.Conversations {
    private static final byte MARK = (byte) 0xe2;

    private final CustomsFrames frames;
    private final Function<CustomsFrame, Optional<CustomsFrame>> answers;

    /** @param answers what is answered; empty for frames that need no answer */
    public CustomsTalk(CustomsFrames frames, Function<CustomsFrame, Optional<CustomsFrame>> answers) {
        this.frames = frames;
        this.answers = answers;
    }

    @Override
    public TcpListener.Conversation begin(TcpCounts counts, InstantSource clock) {
        return new Reading(counts);
    }

    private final class Reading implements TcpListener.Conversation {
        private final TcpCounts counts;
        private byte[] rest = new byte[0];

        Reading(TcpCounts counts) {
            this.counts = counts;
        }

        @Override
        public byte[] hear(byte[] bytes) {
            byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
            System.arraycopy(bytes, 0, all, rest.length, bytes.length);
            rest = all;
            var out = new ByteArrayOutputStream();
            boolean more = true;
            while (more && rest.length > 0) {
                more = next(out);
            }
            return out.toByteArray();
        }

        /** Whether there may be a further frame in what is left. */
        private boolean next(ByteArrayOutputStream out) {
            try {
                int length = frames.lengthOf(rest);
                if (length == 0 || rest.length < length) {
                    return false;
                }
                CustomsFrame frame = frames.read(Arrays.copyOf(rest, length));
                rest = Arrays.copyOfRange(rest, length, rest.length);
                counts.frame();
                answers.apply(frame).ifPresent(answer -> out.writeBytes(frames.write(answer)));
                return true;
            } catch (BrokenFrameException e) {
                counts.brokenFrame();
                skipToMark();
                return true;
            }
        }

        private void skipToMark() {
            int at = 1;
            while (at < rest.length && rest[at] != MARK) {
                at++;
            }
            rest = Arrays.copyOfRange(rest, at, rest.length);
        }
    }
}
