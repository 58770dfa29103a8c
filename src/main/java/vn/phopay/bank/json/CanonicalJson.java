package vn.phopay.bank.json;

import java.util.Map;
import java.util.TreeMap;

/**
 * Prints JSON as senders print it before they sign: compact, names sorted by code units at every level, numbers by
 * their original token. Texts are escaped as {@code JSON.stringify} (ECMA-262 section 25.5.2) does it: {@code "},
 * {@code \}, control characters and halves of a character, and nothing else; so neither {@code / < > &} nor any letter.
 */
public final class CanonicalJson {
    private static final char FIRST_PRINTABLE = ' ';

    private CanonicalJson() {}

    /** Prints {@code value}. */
    public static String print(Json value) {
        StringBuilder out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    private static void print(Json value, StringBuilder out) {
        switch (value) {
            case Json.Obj object -> printObject(object, out);
            case Json.Arr array -> {
                out.append('[');
                for (int i = 0; i < array.items().size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    print(array.items().get(i), out);
                }
                out.append(']');
            }
            case Json.Str text -> printText(text.text(), out);
            case Json.Num number -> out.append(number.token());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null none -> out.append("null");
        }
    }

    private static void printObject(Json.Obj object, StringBuilder out) {
        out.append('{');
        // String compares by UTF-16 code units, as JavaScript's sort does.
        boolean first = true;
        for (Map.Entry<String, Json> member : new TreeMap<>(object.members()).entrySet()) {
            out.append(first ? "" : ",");
            first = false;
            printText(member.getKey(), out);
            out.append(':');
            print(member.getValue(), out);
        }
        out.append('}');
    }

    private static void printText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE || isHalf(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether the surrogate at {@code index} stands alone. */
    private static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
