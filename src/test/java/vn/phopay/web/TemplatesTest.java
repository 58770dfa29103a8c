package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.merchant.Language;

/** Templates hold no words, no styles and no scripts of their own; and every word they ask for is there, twice. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?m)^\\s*@(import|param) .*$"
                    + "|@(if|elseif|for)\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)|@else|@endif"
                    + "|@endfor|@raw|@endraw");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:alt|title|placeholder|aria-label|label|content)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
    private static final Pattern KEY = Pattern.compile("\\btext\\(\"([A-Za-z0-9_.-]+)\"");
    /** What browsers read and people never see. */
    private static final List<String> FOR_BROWSERS = List.of("width=device-width", "#a3261d", "noindex");

    @Test
    void templatesShouldHoldNoWords() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path template : templates()) {
            findings.addAll(wordsIn(template.toString(), Files.readString(template)));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void wordsShouldBeFoundWhereThereAreSome() {
        assertFalse(wordsIn("a", "<p>Xin chào</p>").isEmpty());
        assertFalse(wordsIn("a", "<img alt=\"Ảnh\">").isEmpty());
        assertFalse(wordsIn("a", "<p style=\"color: red\">1</p>").isEmpty());
        assertFalse(wordsIn("a", "<script>let a = 1</script>").isEmpty());
        assertEquals(List.of(), wordsIn("a", "@if(a(b) > 1)<p class=\"x\">${view.text(\"a.b\")} · 1</p>@endif"));
    }

    @Test
    void everyTextThatTemplatesAskForShouldBeThere() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Language language : Language.values()) {
            Words words = Words.load(language);
            for (Path template : templates()) {
                Matcher keys = KEY.matcher(Files.readString(template));
                while (keys.find()) {
                    String key = keys.group(1);
                    if (!key.endsWith(".") && !words.has(key)) {
                        findings.add(template + ": " + language + " has no " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), findings);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
        }
    }

    private static List<String> wordsIn(String name, String template) {
        List<String> findings = new ArrayList<>();
        String bare = template.replaceAll("(?s)<%--.*?--%>", "");
        String markup = withoutExpressions(DIRECTIVE.matcher(bare).replaceAll(""));
        if (INLINE.matcher(markup).find()) {
            findings.add(name + ": holds a style or a script");
        }
        SPOKEN_ATTRIBUTE.matcher(markup).results()
                .filter(found -> FOR_BROWSERS.stream().noneMatch(found.group(1)::startsWith))
                .forEach(found -> findings.add(name + ": says " + found.group(1)));
        String text = markup.replaceAll("(?s)<[^<>]*>", " ").replaceAll("&[a-z]+;", " ");
        Pattern.compile("\\p{L}{2,}[^\\n]*").matcher(text).results()
                .forEach(found -> findings.add(name + ": says " + found.group().strip()));
        return findings;
    }

    /** Takes out <code>${…}</code>, <code>!{…}</code> and calls of templates, however deep their brackets are. */
    private static String withoutExpressions(String template) {
        StringBuilder markup = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            String rest = template.substring(at, Math.min(template.length(), at + 10));
            if (rest.startsWith("${") || rest.startsWith("!{") || rest.startsWith("$unsafe{")) {
                at = behind(template, template.indexOf('{', at), '{', '}');
            } else if (rest.startsWith("@template.")) {
                int open = template.indexOf('(', at);
                int end = behind(template, open, '(', ')');
                Matcher content = Pattern.compile("(?s)@`(.*?)`").matcher(template.substring(open, end));
                while (content.find()) {
                    markup.append(withoutExpressions(content.group(1)));
                }
                at = end;
            } else {
                markup.append(template.charAt(at));
                at++;
            }
        }
        return markup.toString();
    }

    private static int behind(String text, int open, char opening, char closing) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            if (text.charAt(at) == opening) {
                depth++;
            } else if (text.charAt(at) == closing && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }
}
