package io.fairway.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The small message under JMH, each subject in a fresh process. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SmallMessageBenchmark {
    /** Who reads. */
    @Param({"tokenizer", "fairway-validated", "fairway-documents", "staedi", "staedi-schema"})
    public String subject = "";

    private final BenchInput input = BenchInput.smallCuscar();
    private Subject reader = new Tokenizer();

    @Setup(Level.Trial)
    public void choose() {
        reader = Subjects.of(subject);
    }

    /** @return what the subject gives, so that JMH keeps the work */
    @Benchmark
    public long read() throws IOException {
        return reader.read(new ByteArrayInputStream(input.bytes()));
    }

    /** Runs all subjects; microseconds per message. */
    static List<Figure> run() throws IOException {
        var options = new OptionsBuilder().include(SmallMessageBenchmark.class.getName()).verbosity(VerboseMode.SILENT).build();
        try {
            var figures = new ArrayList<Figure>();
            for (var result : new Runner(options).run()) {
                figures.add(new Figure(BenchInput.SMALL + "-jmh", result.getParams().getParam("subject"), Figure.MESSAGE_TIME,
                        result.getPrimaryResult().getScore()));
            }
            return figures;
        } catch (RunnerException failed) {
            throw new IOException("JMH could not run", failed);
        }
    }
}
