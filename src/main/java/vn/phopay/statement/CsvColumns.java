package vn.phopay.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column of a CSV statement stands where, by its header. */
final class CsvColumns {
    private static final List<String> REQUIRED = List.of("date", "reference", "account", "debit", "credit", "memo");
    private static final Set<String> OPTIONAL = Set.of("time", "balance", "payer_name", "payer_account");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Integer> nameToIndex;
    private final int count;

    private CsvColumns(Map<String, Integer> nameToIndex, int count) {
        this.nameToIndex = nameToIndex;
        this.count = count;
    }

    /** Reads the first row of a file, which may begin with a byte order mark. */
    static CsvColumns of(List<String> header) throws StatementUnreadableException {
        Map<String, Integer> nameToIndex = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String raw = header.get(i);
            String name = (i == 0 && raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw).strip()
                    .toLowerCase(Locale.ROOT);
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw new StatementUnreadableException("row 1", "column " + (i + 1) + " has none of the known names "
                        + known());
            }
            if (nameToIndex.put(name, i) != null) {
                throw new StatementUnreadableException("row 1", "the column " + name + " stands there twice");
            }
        }
        for (String name : REQUIRED) {
            if (!nameToIndex.containsKey(name)) {
                throw new StatementUnreadableException("row 1", "the column " + name
                        + " is missing; a header is required");
            }
        }
        return new CsvColumns(nameToIndex, header.size());
    }

    /** How many cells a row must have. */
    int count() {
        return count;
    }

    /** The cell of column {@code name}, without outer blanks; empty where there is no such column. */
    String cell(List<String> row, String name) {
        Integer index = nameToIndex.get(name);
        return index == null ? "" : row.get(index).strip();
    }

    private static String known() {
        List<String> names = new ArrayList<>(REQUIRED);
        OPTIONAL.stream().sorted().forEach(names::add);
        return String.join(", ", names);
    }
}
