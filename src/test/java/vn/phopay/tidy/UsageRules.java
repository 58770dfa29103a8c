package vn.phopay.tidy;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.phopay.tidy.Repository.TextFile;

/** What nobody uses: classes no other class names, SQL files no class loads, and loads without a file. */
public final class UsageRules {
    private static final String SUFFIX = ".sql";

    private UsageRules() {}

    /** The name of each SQL file that {@code sources} load, and a finding for each name that is not written out. */
    public record SqlLoads(Set<String> names, List<String> findings) {}

    /** Top-level classes that no other file names; {@code entryPoints} are started from outside. */
    public static List<String> unusedClasses(List<JavaSource> sources, Set<String> entryPoints) {
        List<String> findings = new ArrayList<>();
        for (JavaSource source : sources) {
            String name = source.file().name().replace(".java", "");
            boolean known = name.equals("package-info") || entryPoints.contains(name);
            if (!known && sources.stream().noneMatch(other -> other != source && names(other).contains(name))) {
                findings.add(source.path() + ": no other class names " + name);
            }
        }
        return findings;
    }

    /** What {@code Sql.load} is given in {@code sources}. */
    public static SqlLoads sqlLoads(List<JavaSource> sources) {
        Set<String> names = new HashSet<>();
        List<String> findings = new ArrayList<>();
        for (JavaSource source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    if (call.getMethodSelect().toString().endsWith("Sql.load")) {
                        ExpressionTree argument = call.getArguments().getFirst();
                        if (argument instanceof LiteralTree literal && literal.getValue() instanceof String name) {
                            names.add(name);
                        } else {
                            findings.add(source.path() + ":" + source.firstLine(call)
                                    + ": write the name out, so that it can be searched for: " + call);
                        }
                    }
                    return super.visitMethodInvocation(call, unused);
                }
            }.scan(source.unit(), null);
        }
        return new SqlLoads(names, findings);
    }

    /** SQL files that nothing loads, and loaded names that have no file. */
    public static List<String> sqlFilesAndLoads(List<TextFile> files, SqlLoads loads) {
        List<String> findings = new ArrayList<>(loads.findings());
        Set<String> present = new HashSet<>();
        for (TextFile file : files) {
            String name = file.path().substring(Repository.SQL.length() + 1).replace(SUFFIX, "");
            present.add(name);
            if (!loads.names().contains(name)) {
                findings.add(file.path() + ": no class loads it");
            }
        }
        loads.names().stream()
                .filter(name -> !present.contains(name))
                .sorted()
                .map(name -> Repository.SQL + "/" + name + SUFFIX)
                .forEach(path -> findings.add(path + ": loaded, but there is no such file"));
        return findings;
    }

    private static Set<String> names(JavaSource source) {
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitImport(ImportTree imported, Void unused) {
                return null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                names.add(identifier.getName().toString());
                return super.visitIdentifier(identifier, unused);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                names.add(select.getIdentifier().toString());
                return super.visitMemberSelect(select, unused);
            }
        }.scan(source.unit(), null);
        return names;
    }
}
