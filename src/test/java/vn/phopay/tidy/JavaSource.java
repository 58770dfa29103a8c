package vn.phopay.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import vn.phopay.tidy.Repository.TextFile;

/** One Java file, parsed by javac, so that the rules see code and neither comments nor look-alikes in strings. */
public record JavaSource(TextFile file, CompilationUnitTree unit, SourcePositions positions) {
    /** Parses {@code text} as the file {@code path}; fails on text that is no Java. */
    public static JavaSource parse(String path, String text) {
        return parseAll(List.of(new TextFile(path, text))).getFirst();
    }

    /** Parses all of {@code files} in one run of the compiler's parser. */
    public static List<JavaSource> parseAll(List<TextFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        List<Text> texts = files.stream().map(Text::new).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, faults, List.of("-proc:none"), null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        Map<String, TextFile> pathToFile = files.stream().collect(Collectors.toMap(TextFile::path, file -> file));
        List<JavaSource> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                TextFile file = pathToFile.get(unit.getSourceFile().toUri().getPath().substring(1));
                sources.add(new JavaSource(file, unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.getDiagnostics().isEmpty()) {
            throw new IllegalArgumentException("cannot parse: " + faults.getDiagnostics());
        }
        return sources;
    }

    /** The path of the file. */
    public String path() {
        return file.path();
    }

    /** Whether the file belongs to the package {@code name} below {@code vn.phopay}, or to one inside it. */
    public boolean inPackage(String name) {
        return path().matches("src/(main|test)/java/vn/phopay/" + name + "/.*");
    }

    /** The line on which {@code tree} begins, from 1. */
    public long firstLine(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    /** The line on which {@code tree} ends, from 1. */
    public long lastLine(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final TextFile file;

        Text(TextFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
