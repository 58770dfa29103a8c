package vn.phopay.tidy;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;

/** What a Java file may not hold. Each rule returns its findings as {@code path:line: what}; none means it is kept. */
public final class JavaRules {
    /** Lines of a file, at most. */
    public static final int FILE_LINES_MAX = 400;
    /** Lines of a method, at most. */
    public static final int METHOD_LINES_MAX = 60;
    /** Characters of a line, at most. */
    public static final int LINE_LENGTH_MAX = 120;

    private static final Set<String> MONEY_PACKAGES = Set.of("money", "payment", "qr", "reconciliation", "book");
    private static final Set<String> INEXACT_TYPES = Set.of("Double", "Float", "BigDecimal");
    private static final Set<TypeKind> INEXACT_PRIMITIVES = Set.of(TypeKind.DOUBLE, TypeKind.FLOAT);
    private static final Pattern INEXACT_BY_NEED =
            Pattern.compile(".*/vn/phopay/(money/MoneyParser|(qr|book)/\\w*Pdf\\w*)\\.java");
    private static final Set<String> SLEEPS = Set.of("sleep", "parkNanos", "parkUntil");
    private static final Pattern SQL_SHOUTED = Pattern.compile(
            "\\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|VALUES|CREATE|ALTER|DROP|TRUNCATE|SHOW|SET|LOCK|LISTEN|NOTIFY"
                    + "|VACUUM|ANALYZE|EXPLAIN|COPY|BEGIN|COMMIT|ROLLBACK|GRANT|REVOKE)\\s+[\\w(*$\"'].*",
            Pattern.DOTALL);
    private static final Pattern SQL_SPOKEN = Pattern.compile(
            "\\s*(select\\s.+\\sfrom\\s|select\\s+\\w+\\(|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s"
                    + "|(create|alter|drop)\\s+(table|index|schema|database|role|view)\\s).*",
            Pattern.DOTALL);

    private JavaRules() {}

    /** Files over {@link #FILE_LINES_MAX} lines. */
    public static List<String> longFile(JavaSource source) {
        int lines = source.file().lines().size();
        return lines <= FILE_LINES_MAX ? List.of() : List.of(source.path() + ": " + lines + " lines");
    }

    /** Lines over {@link #LINE_LENGTH_MAX} characters; an import cannot be broken. */
    public static List<String> longLines(JavaSource source) {
        List<String> findings = new ArrayList<>();
        List<String> lines = source.file().lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.codePointCount(0, line.length()) > LINE_LENGTH_MAX && !line.startsWith("import ")) {
                findings.add(source.path() + ":" + (i + 1) + ": " + line.length() + " characters");
            }
        }
        return findings;
    }

    /** Methods and constructors over {@link #METHOD_LINES_MAX} lines. */
    public static List<String> longMethods(JavaSource source) {
        return scan(source, (tree, findings) -> {
            if (tree instanceof MethodTree method) {
                long lines = source.lastLine(method) - source.firstLine(method) + 1;
                if (lines > METHOD_LINES_MAX) {
                    findings.accept(method, method.getName() + " has " + lines + " lines");
                }
            }
        });
    }

    /** Imports of everything in a package, a class or a module. */
    public static List<String> wildcardImports(JavaSource source) {
        return scan(source, (tree, findings) -> {
            if (tree instanceof ImportTree imported
                    && (imported.isModule() || imported.getQualifiedIdentifier().toString().endsWith(".*"))) {
                findings.accept(imported, imported.toString().strip());
            }
        });
    }

    /** Writing to the console past the log, outside {@code vn.phopay.cli}. */
    public static List<String> consoleOutput(JavaSource source) {
        return source.inPackage("cli") ? List.of() : selections(source, JavaRules::isConsole);
    }

    /** Waiting for time instead of for a condition. */
    public static List<String> sleeping(JavaSource source) {
        return scan(source, (tree, findings) -> {
            boolean called = tree instanceof MemberSelectTree select
                    && SLEEPS.contains(select.getIdentifier().toString());
            boolean handed = tree instanceof MemberReferenceTree method
                    && SLEEPS.contains(method.getName().toString());
            if (called || handed) {
                findings.accept(tree, tree.toString());
            }
        });
    }

    /** Reading an environment variable anywhere but where settings are named and limited, or on the command line. */
    public static List<String> unnamedSettings(JavaSource source) {
        return source.inPackage("config") || source.inPackage("cli") ? List.of()
                : selections(source, select -> select.toString().equals("System.getenv"));
    }

    /**
     * Numbers that round, in the packages that handle money. {@code MoneyParser} alone reads through BigDecimal, and
     * what draws a page ({@code qr/*Pdf*}, {@code book/*Pdf*}) gives PDFBox colours and lengths as it wants them.
     */
    public static List<String> inexactMoney(JavaSource source) {
        boolean money = MONEY_PACKAGES.stream().anyMatch(source::inPackage);
        if (!money || INEXACT_BY_NEED.matcher(source.path()).matches()) {
            return List.of();
        }
        return scan(source, (tree, findings) -> {
            if (isInexact(tree)) {
                findings.accept(tree, tree.toString());
            }
        });
    }

    /** String literals that are SQL statements: those live in files. */
    public static List<String> sqlText(JavaSource source) {
        return scan(source, (tree, findings) -> {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text
                    && (SQL_SHOUTED.matcher(text).matches() || SQL_SPOKEN.matcher(text).matches())) {
                findings.accept(tree, "\"" + text.strip().lines().findFirst().orElse("") + "\"");
            }
        });
    }

    private static boolean isInexact(Tree tree) {
        return switch (tree) {
            case PrimitiveTypeTree primitive -> INEXACT_PRIMITIVES.contains(primitive.getPrimitiveTypeKind());
            case LiteralTree literal -> literal.getValue() instanceof Double || literal.getValue() instanceof Float;
            case IdentifierTree identifier -> INEXACT_TYPES.contains(identifier.getName().toString());
            default -> false;
        };
    }

    private static boolean isConsole(MemberSelectTree select) {
        String text = select.toString();
        return text.equals("System.out") || text.equals("System.err")
                || select.getIdentifier().contentEquals("printStackTrace");
    }

    private static List<String> selections(
            JavaSource source, Predicate<MemberSelectTree> forbidden) {
        return scan(source, (tree, findings) -> {
            if (tree instanceof MemberSelectTree select && forbidden.test(select)) {
                findings.accept(select, select.toString());
            }
        });
    }

    private static List<String> scan(JavaSource source, BiConsumer<Tree, BiConsumer<Tree, String>> rule) {
        List<String> findings = new ArrayList<>();
        BiConsumer<Tree, String> report = (tree, what) ->
                findings.add(source.path() + ":" + source.firstLine(tree) + ": " + what);
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree != null) {
                    rule.accept(tree, report);
                }
                return super.scan(tree, unused);
            }
        }.scan(source.unit(), null);
        return findings;
    }
}
