package io.fairway.smooks;

import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.XMLOutputFormat;
import java.util.ArrayList;
import java.util.List;

/** How the text that a dialect writes is built, so that its values can be named. */
enum Layout {
    /** XML: values are escaped as they are written, and the result is checked to be well-formed. */
    XML {
        @Override
        OutputFormat format() {
            return XMLOutputFormat.INSTANCE;
        }

        @Override
        List<OutputLeaf> leaves(String text) {
            return new XmlLeaves(text).all();
        }
    },
    /** Records ended by an apostrophe, fields parted by colons, {@code ?} before either of them as a value. */
    FLAT {
        @Override
        OutputFormat format() {
            return PlainTextOutputFormat.INSTANCE;
        }

        @Override
        List<OutputLeaf> leaves(String text) {
            return FlatLeaves.of(text);
        }
    },
    /** Anything else: named by line. */
    TEXT {
        @Override
        OutputFormat format() {
            return PlainTextOutputFormat.INSTANCE;
        }

        @Override
        List<OutputLeaf> leaves(String text) {
            List<OutputLeaf> lines = new ArrayList<>();
            int start = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
                lines.add(new OutputLeaf("line " + (lines.size() + 1), start, end));
                start = end + 1;
            }
            lines.add(new OutputLeaf("line " + (lines.size() + 1), start, text.length()));
            return lines;
        }
    };

    abstract OutputFormat format();

    /** The values of a finished text, in order. */
    abstract List<OutputLeaf> leaves(String text);
}
