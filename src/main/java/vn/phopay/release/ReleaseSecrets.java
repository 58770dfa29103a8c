package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.Decision;
import vn.phopay.disclosure.Decisions;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.disclosure.Level;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.PublishedBefore;
import vn.phopay.disclosure.Reason;
import vn.phopay.disclosure.Scope;

/**
 * What stands behind a release as bytes: the cells that were decided about, and what was decided, so that a correction
 * is held against them. Lines of text in gzip; merchants stand under pseudonyms.
 */
final class ReleaseSecrets {
    private static final String CELL = "C";
    private static final String DECISION = "D";
    private static final String TAB = "\t";

    private ReleaseSecrets() {}

    /** The same for one merchant always; leads back to a merchant only for who has its id. */
    static String pseudonym(UUID merchant) {
        byte[] id = ByteBuffer.allocate(16).putLong(merchant.getMostSignificantBits())
                .putLong(merchant.getLeastSignificantBits()).array();
        return ReleaseFile.sha256(Buffer.buffer(id)).substring(0, 24);
    }

    /** Writes what was decided. */
    static Buffer write(MonthDisclosure disclosure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            for (Population population : Population.values()) {
                PublishedBefore.Revision revision = disclosure.revisions().get(population);
                if (revision != null) {
                    write(out, population, revision);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void write(Writer out, Population population, PublishedBefore.Revision revision)
            throws IOException {
        for (Contribution one : revision.cells().contributions()) {
            String area = one.area().scopes().stream().sorted().map(ReleaseSecrets::text)
                    .collect(Collectors.joining(" "));
            line(out, CELL, population.name(), one.merchant(), Long.toString(one.amountVnd()),
                    Long.toString(one.transactions()), area);
        }
        for (FigureClass figures : FigureClass.values()) {
            Map<Scope, Decision> decided = revision.decisions().byClass().getOrDefault(figures, Map.of());
            for (Scope scope : decided.keySet().stream().sorted().toList()) {
                Decision decision = revision.decisions().of(scope, figures);
                Reason reason = decision.reason();
                line(out, DECISION, population.name(), figures.name(), text(scope), decision.outcome().name(),
                        reason == null ? "" : reason.name());
            }
        }
    }

    private static void line(Writer out, String... parts) throws IOException {
        out.write(String.join(TAB, parts));
        out.write('\n');
    }

    private static String text(Scope scope) {
        return scope.level() + ":" + scope.id();
    }

    /** Reads what {@link #write} wrote about {@code month}. */
    static MonthDisclosure read(YearMonth month, Buffer bytes) {
        Map<Population, Draft> drafts = new EnumMap<>(Population.class);
        for (Population population : Population.values()) {
            drafts.put(population, new Draft());
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes.getBytes())), StandardCharsets.UTF_8))) {
            in.lines().map(line -> line.split(TAB, -1))
                    .forEach(parts -> drafts
                            .computeIfAbsent(Population.valueOf(parts[1]), none -> new Draft()).add(parts));
        } catch (IOException e) {
            throw new UncheckedIOException("a release's secret cannot be read", e);
        }
        return new MonthDisclosure(drafts.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().revision(month))));
    }

    private static Scope scope(String text) {
        int colon = text.indexOf(':');
        return new Scope(Level.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static final class Draft {
        private final List<Contribution> contributions = new ArrayList<>();
        private final Map<FigureClass, Map<Scope, Decision>> decisions = new EnumMap<>(FigureClass.class);
        private final Map<String, Area> areas = new HashMap<>();

        void add(String[] parts) {
            if (parts[0].equals(CELL)) {
                contributions.add(new Contribution(parts[2], areas.computeIfAbsent(parts[5], Draft::area),
                        Long.parseLong(parts[3]), Long.parseLong(parts[4])));
            } else {
                @Nullable Reason reason = parts[5].isEmpty() ? null : Reason.valueOf(parts[5]);
                decisions.computeIfAbsent(FigureClass.valueOf(parts[2]), none -> new HashMap<>())
                        .put(scope(parts[3]), new Decision(Decision.Outcome.valueOf(parts[4]), reason));
            }
        }

        private static Area area(String text) {
            return new Area(Arrays.stream(text.split(" ", -1)).filter(part -> !part.isEmpty())
                    .map(ReleaseSecrets::scope).collect(Collectors.toUnmodifiableSet()));
        }

        PublishedBefore.Revision revision(YearMonth month) {
            return new PublishedBefore.Revision(new MonthCells(month, contributions), new Decisions(decisions));
        }
    }
}
