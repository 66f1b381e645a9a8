package io.fairway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the server itself refuses, and what nobody caught, told as problems: no page, no version, no stack trace. */
public final class ProblemValve extends ErrorReportValve {
    private final ProblemWriter problems;

    public ProblemValve(ProblemWriter problems) {
        this.problems = problems;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemCode code = ProblemCode.of(response.getStatus());
        int status = response.getStatus();
        try {
            problems.write(request, response, code, code == ProblemCode.INTERNAL
                    ? "The operator finds the cause by the trace id." : "HTTP " + status + " before the request reached an operation.");
        } catch (IOException e) {
            throw new UncheckedIOException("The caller went away", e);
        }
    }
}
