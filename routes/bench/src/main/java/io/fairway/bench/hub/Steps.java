package io.fairway.bench.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * In which step the hub was when Java's flight recorder looked, as shares of the processor time of its Java code. The innermost class that belongs
 * to a step says which: what a step calls, down to the driver of the database, is part of it.
 */
final class Steps {
    private static final String ELSE = "else";
    private static final Map<String, List<String>> CLASSES = classes();

    private Steps() {
    }

    private static Map<String, List<String>> classes() {
        var classes = new LinkedHashMap<String, List<String>>();
        classes.put("keep", List.of("io.fairway.store.GroupCommit", "io.fairway.store.GroupWriter", "io.fairway.usecase.SubmitTransmission",
                "io.fairway.store.UnreadShare"));
        classes.put("read-and-check", List.of("io.fairway.usecase.ReadTransmission", "io.fairway.usecase.ReadingSession"));
        classes.put("apply", List.of("io.fairway.usecase.ApplyFacts"));
        classes.put("sign", List.of("io.fairway.usecase.evidence.SealOutbound"));
        classes.put("translate-and-deliver", List.of("io.fairway.usecase.DeliverOutbound", "io.fairway.flow.DeliveryLanes",
                "jdk.internal.net.http."));
        classes.put("journal-and-feed", List.of("io.fairway.usecase.SealJournal", "io.fairway.flow.CarryFeed", "io.fairway.usecase.feed.",
                "io.fairway.store.JdbcFeed", "io.fairway.flow.SubscriberLanes"));
        classes.put("sweep", List.of("io.fairway.usecase.SweepWaiting"));
        classes.put("take-by-rest", List.of("org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat.", "org.springframework.web.",
                "org.springframework.security."));
        classes.put("wake", List.of("org.apache.activemq.", "org.apache.artemis.", "org.springframework.jms.", "org.apache.camel.", "io.netty."));
        return classes;
    }

    /** Share of each step, of 1, the largest first. */
    static Map<String, Double> shares(Path recording) throws IOException {
        var counts = new LinkedHashMap<String, Integer>();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    counts.merge(stepOf(event), 1, Integer::sum);
                }
            }
        }
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new LinkedHashMap<String, Double>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> shares.put(each.getKey(), each.getValue() / all));
        return shares;
    }

    private static String stepOf(RecordedEvent event) {
        var stack = Optional.ofNullable(event.getStackTrace());
        return stepOf(stack.stream().flatMap(frames -> frames.getFrames().stream()).map(Steps::classOf));
    }

    private static String classOf(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** @param classes of a stack, innermost first */
    static String stepOf(Stream<String> classes) {
        return classes.map(Steps::named).flatMap(Optional::stream).findFirst().orElse(ELSE);
    }

    private static Optional<String> named(String type) {
        return CLASSES.entrySet().stream().filter(step -> step.getValue().stream().anyMatch(type::startsWith)).map(Map.Entry::getKey).findFirst();
    }
}
