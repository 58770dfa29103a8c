package vn.phopay.statement;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.phopay.statement.StatementPart.Begun;
import vn.phopay.statement.StatementPart.Ended;
import vn.phopay.statement.StatementPart.Told;

/** All parts of one file, for tests of small ones. */
record Reading(List<StatementPart> parts, Set<Long> undivided) {
    /** Reads XML twice, as the import does: the second reading knows which entries do not add up. */
    static Reading camt(String text) throws StatementUnreadableException {
        Set<Long> undivided = new HashSet<>();
        all(new CamtReader(bytes(text), undivided));
        return new Reading(all(new CamtReader(bytes(text), undivided)), undivided);
    }

    static Reading csv(String text) throws StatementUnreadableException {
        return csv(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading csv(byte[] bytes) throws StatementUnreadableException {
        return new Reading(all(new CsvStatementReader(new ByteArrayInputStream(bytes), "file")), Set.of());
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<StatementPart> all(StatementReader reader) throws StatementUnreadableException {
        List<StatementPart> parts = new ArrayList<>();
        try (reader) {
            for (StatementPart part = reader.next(); part != null; part = reader.next()) {
                parts.add(part);
            }
        }
        return parts;
    }

    List<StatementHead> heads() {
        return parts.stream().filter(Begun.class::isInstance).map(part -> ((Begun) part).head()).toList();
    }

    List<StatementLine> lines() {
        return parts.stream().filter(Told.class::isInstance).map(part -> ((Told) part).line()).toList();
    }

    List<Ended> ends() {
        return parts.stream().filter(Ended.class::isInstance).map(Ended.class::cast).toList();
    }
}
