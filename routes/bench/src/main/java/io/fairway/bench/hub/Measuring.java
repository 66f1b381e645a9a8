package io.fairway.bench.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures one subject: warms it up, finds what it can do with one declaration under way for each caller, and offers it work by the clock. */
final class Measuring {
    private final String subject;
    private final Effort effort;
    private final Load load;
    private final Travels travels;
    private final Map<String, ProcessHandle> processes;
    private final List<Figure> figures = new ArrayList<>();

    /** @param processes whose processor time is told, by name */
    Measuring(String subject, Effort effort, Load load, Travels travels, Map<String, ProcessHandle> processes) {
        this.subject = subject;
        this.effort = effort;
        this.load = load;
        this.travels = travels;
        this.processes = processes;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** @return declarations per second in the closed loop */
    double closed() {
        load.settle(load.closed(effort.warmUp()));
        var span = load.closed(effort.closed());
        load.settle(span);
        double perSecond = travels.arrivedBetween(span.from(), span.end(), span.begin(), span.until()) / span.seconds();
        figures.add(new Figure("closed-" + effort.callers(), subject, "declarations/s", perSecond));
        times("closed-" + effort.callers(), span);
        return perSecond;
    }

    /** @param perSecond what is offered */
    void open(double perSecond) {
        var before = Spent.by(processes);
        long begin = System.nanoTime();
        var span = load.open(perSecond, effort.open());
        long lost = load.settle(span);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        var spent = Spent.by(processes).since(before);
        var name = "open-" + Math.round(perSecond);
        var done = travels.arrivedBetween(span.from(), span.end(), span.begin(), span.until());
        figures.add(new Figure(name, subject, "declarations/s", done / span.seconds()));
        times(name, span);
        figures.add(new Figure(name, subject, "not acknowledged", span.refused()));
        figures.add(new Figure(name, subject, "acknowledged, not done", lost));
        spent.seconds().forEach((process, seconds) -> figures.add(new Figure(name, subject + "/" + process, "processors", seconds / elapsed)));
    }

    private void times(String name, Load.Span span) {
        tell(name, "to acknowledged", Percentiles.of(travels.toAcknowledgment(span.from(), span.end())));
        tell(name, "to done", Percentiles.of(travels.toArrival(span.from(), span.end())));
    }

    private void tell(String name, String until, Percentiles times) {
        for (int percent : List.of(50, 95, 99)) {
            figures.add(new Figure(name, subject, "ms p" + percent + " " + until, times.millis(percent)));
        }
    }
}
