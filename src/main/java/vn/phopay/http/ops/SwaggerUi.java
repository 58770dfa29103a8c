package vn.phopay.http.ops;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phopay.http.StaticFile;

/** The files of the try-out page: Swagger UI from its webjar, and our own page and start script around it. */
final class SwaggerUi {
    static final String PAGE = "docs.html";

    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_FACTS = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String OURS = "docs/";
    private static final List<String> WEBJAR_FILES =
            List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-bundle.js.LICENSE.txt");
    private static final List<String> OUR_FILES = List.of("docs.css", "docs.js");

    private SwaggerUi() {}

    static StaticFile page() {
        return StaticFile.load(OURS + PAGE);
    }

    static Map<String, StaticFile> nameToAsset() {
        String webjar = WEBJAR + version() + '/';
        Map<String, StaticFile> nameToAsset = WEBJAR_FILES.stream()
                .collect(Collectors.toMap(Function.identity(), name -> StaticFile.load(webjar + name)));
        OUR_FILES.forEach(name -> nameToAsset.put(name, StaticFile.load(OURS + name)));
        return Map.copyOf(nameToAsset);
    }

    /** The webjar's files stand under its version, which the jar itself tells. */
    private static String version() {
        Buffer facts = StaticFile.read(WEBJAR_FACTS);
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(facts.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(WEBJAR_FACTS, e);
        }
        return properties.getProperty("version");
    }
}
