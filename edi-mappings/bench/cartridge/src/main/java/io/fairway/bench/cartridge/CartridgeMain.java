package io.fairway.bench.cartridge;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.smooks.Smooks;
import org.smooks.cartridges.edifact.EdifactReaderConfigurator;
import org.smooks.io.sink.StringSink;
import org.smooks.io.source.StreamSource;

/**
 * The stock EDIFACT cartridge of Smooks in a process of its own: {@code CartridgeMain <measured ms> <file>...} reads each file, at
 * least three times, and prints one JSON line per figure, in processor time of the thread. The cartridge takes syntax 3 and later only,
 * so UNOA:2 is read as UNOA:3.
 */
final class CartridgeMain {
    private static final int FEWEST_READINGS = 3;
    private static final int SMALL_BYTES = 10_000;

    private CartridgeMain() {
    }

    public static void main(String[] arguments) throws IOException {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        try (var smooks = new Smooks()) {
            smooks.setReaderConfig(new EdifactReaderConfigurator("/d95b/EDIFACT-Messages.dfdl.xsd").setMessageTypes(List.of("CUSCAR", "BAPLIE")));
            for (int i = 1; i < arguments.length; i++) {
                var file = Path.of(arguments[i]);
                var name = file.getFileName().toString().replace(".edi", "");
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("UNOA:2", "UNOA:3");
                var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                if (i == 1) {
                    read(smooks, bytes);
                    print(name, "ms first message", (System.nanoTime() - begun) / 1e6);
                }
                measure(smooks, name, bytes, Long.parseLong(arguments[0]), thread);
            }
        }
    }

    private static void measure(Smooks smooks, String name, byte[] bytes, long milliseconds, ThreadMXBean thread) {
        var nanoseconds = new ArrayList<Long>();
        long end = thread.getCurrentThreadCpuTime() + milliseconds * 1_000_000;
        long allocatedBefore = thread.getCurrentThreadAllocatedBytes();
        while (thread.getCurrentThreadCpuTime() < end || nanoseconds.size() < FEWEST_READINGS) {
            long started = thread.getCurrentThreadCpuTime();
            read(smooks, bytes);
            nanoseconds.add(thread.getCurrentThreadCpuTime() - started);
        }
        double allocated = thread.getCurrentThreadAllocatedBytes() - allocatedBefore;
        Collections.sort(nanoseconds);
        long median = nanoseconds.get(nanoseconds.size() / 2);
        print(name, "MB/s", bytes.length * 1e3 / median);
        if (bytes.length < SMALL_BYTES) {
            print(name, "us/message", median / 1e3);
        }
        print(name, "B/B", allocated / nanoseconds.size() / bytes.length);
    }

    private static void read(Smooks smooks, byte[] bytes) {
        var sink = new StringSink();
        smooks.filterSource(new StreamSource<>(new ByteArrayInputStream(bytes)), sink);
        if (sink.getResult().contains("BadMessage")) {
            throw new IllegalStateException("The cartridge cannot read the message");
        }
    }

    private static void print(String input, String unit, double value) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"edifact\",\"case\":\"%s\",\"subject\":\"smooks-dfdl\",\"unit\":\"%s\",\"value\":%.4f}",
                input, unit, value));
    }
}
