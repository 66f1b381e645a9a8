package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words a check for people: each finding with its segment and a mark under the value, and what could be done about it. */
final class CheckPage {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "1;31";
    private static final String YELLOW = "1;33";
    private static final String GREEN = "32";

    private final PrintStream out;
    private final Style style;
    private final Language language;

    CheckPage(PrintStream out, Style style, Language language) {
        this.out = out;
        this.style = style;
        this.language = language;
    }

    /** Prints one interchange; {@code file} is where its bytes can be looked up. */
    void print(String name, RandomAccessFile file, InterchangeCheck check) throws IOException {
        out.println(style.in(BOLD, name) + check.envelope().map(CheckPage::title).orElse(""));
        for (InterchangeCheck.MessageCheck message : check.messages()) {
            boolean clean = message.verdict() == ReadingHandler.Verdict.CLEAN;
            out.println("  " + style.in(clean ? GREEN : RED, clean ? "✓" : "✗") + " " + language.of("message", "报文") + " "
                    + message.reference() + "  " + message.type());
        }
        for (Finding finding : inOrderOfTheFile(check.findings())) {
            print(finding, file, check.envelope());
        }
        out.println();
    }

    /** What has no place comes last. */
    private static List<Finding> inOrderOfTheFile(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparingLong(finding ->
                finding.place().offset() < 0 ? Long.MAX_VALUE : finding.place().offset())).toList();
    }

    private static String title(Envelope envelope) {
        return "  " + envelope.reference() + "  " + envelope.sender() + " → " + envelope.recipient();
    }

    private void print(Finding finding, RandomAccessFile file, Optional<Envelope> envelope) throws IOException {
        String weight = finding.isError() ? style.in(RED, language.of("error", "错误")) : style.in(YELLOW, language.of("warning", "警告"));
        out.println();
        out.println("  " + weight + " " + style.in(BOLD, finding.code()) + "  " + style.in(DIM, where(finding.place())));
        Optional<Excerpt> excerpt = Excerpt.of(file, envelope, finding.place());
        excerpt.ifPresent(shown -> {
            out.println("    " + shown.line());
            out.println("    " + style.in(finding.isError() ? RED : YELLOW, shown.caret()));
        });
        String rule = style.in(DIM, "  (" + finding.rule() + ")");
        boolean isExpectationSaid = language == Language.EN && finding.text().en().contains(finding.expected());
        out.println("    " + language.of(finding.text().en(), finding.text().zh()) + (isExpectationSaid ? rule : ""));
        if (!isExpectationSaid) {
            out.println("    " + language.of("expected: ", "应为：") + finding.expected() + rule);
        }
        finding.fix().ifPresent(fix -> out.println("    " + style.in(GREEN, proposal(fix))));
    }

    private String proposal(Fix fix) {
        String certainty = fix.certainty() == Certainty.CERTAIN ? language.of("certain", "确定") : language.of("likely", "可能");
        String how = switch (fix.edit()) {
            case REPLACE, SEGMENT, RELEASE -> language.of("write", "改为");
            case INSERT -> language.of("insert here", "在此插入");
            case FILL_IN -> language.of("insert here and fill in", "在此插入并填写");
        };
        return language.of("fix (", "建议（") + certainty + language.of("): ", "）：") + how + " " + fix.value();
    }

    private String where(Place place) {
        var parts = new ArrayList<String>();
        if (place.line() > 0) {
            parts.add(language.of("line %d, column %d".formatted(place.line(), place.column()),
                    "第 %d 行第 %d 列".formatted(place.line(), place.column())));
        }
        if (!place.message().isEmpty()) {
            parts.add(language.of("message ", "报文 ") + place.message());
        }
        if (!place.segment().isEmpty()) {
            parts.add(place.segment() + (place.segmentPosition() == 0 ? "" : language.of(", segment ", "，段 ") + place.segmentPosition()));
        }
        if (place.element() > 0) {
            parts.add(language.of("element ", "数据元 ") + place.element()
                    + (place.component() == 0 ? "" : language.of(", component ", "，成分 ") + place.component()));
        }
        return String.join(" · ", parts);
    }

    /** The last line: what all of it came to. */
    void summary(Tally tally) {
        String line = language.of("%d file%s, %d interchange%s: %d error%s, %d warning%s".formatted(tally.files(), s(tally.files()),
                tally.interchanges(), s(tally.interchanges()), tally.errors(), s(tally.errors()), tally.warnings(), s(tally.warnings())),
                "%d 个文件，%d 个交换：%d 个错误，%d 个警告".formatted(tally.files(), tally.interchanges(), tally.errors(), tally.warnings()))
                + (tally.fixes() == 0 ? "" : proposed(tally));
        String unreadable = tally.unreadable() == 0 ? "" : language.of("; %d unreadable", "；%d 个无法读取")
                .formatted(tally.unreadable());
        String colour = tally.errors() > 0 || tally.unreadable() > 0 ? RED : tally.warnings() > 0 ? YELLOW : GREEN;
        out.println(style.in(colour, line + unreadable));
    }

    private String proposed(Tally tally) {
        return language.of(", %d fix%s proposed, %d of them certain (--fix writes these, --fix=likely all)".formatted(tally.fixes(),
                tally.fixes() == 1 ? "" : "es", tally.certain()),
                "，%d 条修改建议，其中 %d 条确定（--fix 写入确定的，--fix=likely 写入全部）".formatted(tally.fixes(), tally.certain()));
    }

    private static String s(long count) {
        return count == 1 ? "" : "s";
    }

    /** The language people are spoken to in. */
    enum Language {
        EN, ZH;

        static Optional<Language> named(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "en" -> Optional.of(EN);
                case "zh" -> Optional.of(ZH);
                default -> Optional.empty();
            };
        }

        String of(String english, String chinese) {
            return switch (this) {
                case EN -> english;
                case ZH -> chinese;
            };
        }
    }
}
