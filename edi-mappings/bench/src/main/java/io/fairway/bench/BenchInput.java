package io.fairway.bench;

import java.nio.charset.StandardCharsets;

/**
 * Sound EDIFACT inputs of known size, made without chance: the same call gives the same bytes.
 *
 * @param name short and stable, with the size
 * @param bytes one interchange of one message
 */
record BenchInput(String name, byte[] bytes) {
    static final String SMALL = "cuscar-741b";
    static final String LARGEST = "cuscar-46m";

    private static final int BILLS_OF_THE_LARGEST = 9_999;
    /** UNT counts 999,999 segments at most (0074). */
    private static final int ITEMS_OF_THE_LARGEST = 17;
    private static final String LONG_TEXT = ":SPARE PARTS, TOOLS ACCORDING TO PRO FORMA INVOICE, PACKED IN CARTONS"
            + ":ON PALLETS, SHRINK WRAPPED, NOT STACKABLE";

    /** A cargo report of one bill: 741 bytes, 27 segments. */
    static BenchInput smallCuscar() {
        return new BenchInput(SMALL, new Cargo(1, 1, "").bytes());
    }

    /** A cargo report of a thousand containers and bills, some 453 KB. */
    static BenchInput cuscar() {
        return new BenchInput("cuscar-453k", new Cargo(1_000, 1, "").bytes());
    }

    /** A bay plan of a thousand containers, some 177 KB. */
    static BenchInput baplie() {
        var text = new Text("BAPLIE:D:95B:UN:SMDG22");
        text.add("BGM++BP0001+9").add("DTM+137:2603021000:201").add("TDT+20+017W+1++HUBL:172:20+++9745677:146:11:HUB PIONEER")
                .add("LOC+5+SGSIN:139:6").add("LOC+61+CNSHG:139:6").add("DTM+178:2603041800:201").add("RFF+VON:017W");
        for (int i = 1; i <= 1_000; i++) {
            text.add("LOC+147+%07d::5".formatted(i)).add("FTX+AAA+++CENTRIFUGAL PUMP SET").add("MEA+WT++KGM:" + (10_000 + i))
                    .add("LOC+9+NLRTM:139:6").add("LOC+11+CNSHG:139:6").add("RFF+BM:1").add("EQD+CN+" + container(i) + "+22G1+++5")
                    .add("NAD+CA+HUBL:172:20");
        }
        return new BenchInput("baplie-177k", text.end());
    }

    /** A cargo report of the most bills a message takes, 46 MB in one message. */
    static BenchInput largestCuscar() {
        return new BenchInput(LARGEST, new Cargo(BILLS_OF_THE_LARGEST, ITEMS_OF_THE_LARGEST, LONG_TEXT).bytes());
    }

    /** As {@link #largestCuscar}, somewhat longer. */
    static BenchInput fiftyMegabytes() {
        return new BenchInput("cuscar-50m", new Cargo(BILLS_OF_THE_LARGEST, ITEMS_OF_THE_LARGEST, LONG_TEXT
                + ":COUNTRY OF ORIGIN NETHERLANDS").bytes());
    }

    /** A container number with its check digit (ISO 6346). */
    private static String container(int number) {
        var body = "HUBU%06d".formatted(number);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += value(body.charAt(i)) << i;
        }
        return body + sum % 11 % 10;
    }

    private static int value(char character) {
        if (character <= '9') {
            return character - '0';
        }
        int ordinal = character - 'A' + 10;
        return ordinal + (ordinal - 1) / 10;
    }

    /** A cargo report with so many bills, a container each, and so many goods items to a bill. */
    private record Cargo(int bills, int items, String furtherText) {

        byte[] bytes() {
            var text = new Text("CUSCAR:D:95B:UN");
            text.add("BGM+85+CAR-00001+9").add("DTM+137:202603020915:203").add("NAD+CA+HUBL:172:ZZZ")
                    .add("TDT+20+017W+1++HUBL:172:ZZZ+++9745677:146:11:HUB PIONEER").add("LOC+5+NLRTM:139:6").add("LOC+60+CNSHG:139:6")
                    .add("GIS+23");
            for (int i = 1; i <= bills; i++) {
                text.add("EQD+CN+" + container(i) + "+22G1:102:5+2+3+5").add("MEA+AAE+G+KGM:14650").add("SEL+HB%06d+CA".formatted(i));
            }
            text.add("CNT+10:" + bills);
            for (int i = 1; i <= bills; i++) {
                bill(text, i);
            }
            return text.end();
        }

        private void bill(Text text, int number) {
            text.add("CNI+%d+HUBLRTM%07d".formatted(number, number)).add("RFF+BM:HUBLRTM%07d".formatted(number));
            text.add("CNT+7:" + 12_450 * items + ":KGM").add("CNT+8:" + 420 * items).add("LOC+9+NLRTM:139:6").add("LOC+11+CNSHG:139:6");
            text.add("NAD+CZ+++NOORDZEE PUMPS BV+EUROPAWEG 12+ROTTERDAM").add("NAD+CN+++BLUE CRANE TRADING CO LTD+CENTURY AVENUE 88+SHANGHAI");
            for (int item = 1; item <= items; item++) {
                text.add("GID+" + item + "+420:CT").add("FTX+AAA+++CENTRIFUGAL PUMPS, PARTS OF PUMPS" + furtherText)
                        .add("MEA+AAE+G+KGM:12450")
                        .add("SGP+" + container(number) + "+420").add("PCI+28+BLUE CRANE:PO 4711:1-420");
            }
        }
    }

    /** One interchange of one message while it is written. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private int segments = 1;

        Text(String type) {
            text.append("UNB+UNOA:2+HUBLINE+CNCUSTOMS+260302:0915+BN0001'\r\nUNH+1+").append(type).append("'\r\n");
        }

        Text add(String segment) {
            text.append(segment).append("'\r\n");
            segments++;
            return this;
        }

        byte[] end() {
            text.append("UNT+").append(segments + 1).append("+1'\r\nUNZ+1+BN0001'\r\n");
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
