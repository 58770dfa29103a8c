package vn.phopay.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;
import vn.phopay.merchant.Language;

/** What pages are made with: templates, words of both languages, and answers that browsers understand. */
public final class PageKit {
    /** The cookie that keeps the visitor's language. It holds nothing else. */
    public static final String LANGUAGE_COOKIE = "phopay_lang";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String NOTICE = "noti";

    private final TemplateEngine templates;
    private final AssetBook assets;
    private final Words vietnamese;
    private final Words english;

    /** A kit with the files of {@code assets}. */
    public PageKit(AssetBook assets) {
        this.templates = TemplateEngine.createPrecompiled(ContentType.Html);
        this.assets = assets;
        this.vietnamese = Words.load(Language.VI);
        this.english = Words.load(Language.EN);
    }

    /** The language of {@code call}: what its query asks for, then what its cookie keeps, then Vietnamese. */
    public static Language language(Call call) {
        return call.queryParameter("lang")
                .or(() -> cookie(call, LANGUAGE_COOKIE))
                .flatMap(Language::parse)
                .orElse(Language.VI);
    }

    /** What templates need of {@code call}. */
    public View view(Call call) {
        Words words = words(language(call));
        String notice = call.queryParameter(NOTICE)
                .map(key -> "notice." + key)
                .filter(words::has)
                .map(words::text)
                .orElse("");
        return new View(words, assets, call.address(), notice, call.session());
    }

    /** What templates need of {@code call}, whoever made it: for pages that browsers keep. */
    public View strangersView(Call call) {
        return strangersView(language(call));
    }

    /** What templates need where nothing is known of the visitor. */
    View strangersView(Language language) {
        return new View(words(language), assets, "/", "", null);
    }

    private Words words(Language language) {
        return language == Language.EN ? english : vietnamese;
    }

    /** 200 with the template called {@code name}, such as {@code book/book}, of {@code view} and {@code model}. */
    public Reply page(View view, String name, Object model) {
        return page(200, view, name, model);
    }

    /** Any status with a template. It is one visitor's page, so nobody on the way may keep it. */
    public Reply page(int status, View view, String name, Object model) {
        return Reply.bytes(status, HTML, html(view, name, model))
                .with("content-language", view.language().code())
                .with("cache-control", "no-store");
    }

    private Buffer html(View view, String name, Object model) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(name + ".jte", Map.of("view", view, "model", model), html);
        return Buffer.buffer(html.toByteArray());
    }

    /**
     * The part of a page that everybody who may see the same shares: it is made without the visitor's session, address
     * and notice, so that none of them can get into what others are shown.
     */
    public Buffer part(View view, String name, Object model) {
        return html(new View(view.words(), assets, "/", "", null), name, model);
    }

    /** {@code part} as a template puts it into a page, byte by byte. */
    public static Content content(Buffer part) {
        return output -> output.writeBinaryContent(part.getBytes());
    }

    /** 200 with a part alone, for a script; whether it may be kept is the caller's to say. */
    public Reply partAlone(View view, Buffer part) {
        return Reply.bytes(200, HTML, part).with("content-language", view.language().code());
    }

    /** 303: what was sent is done, and {@code path} shows it (RFC 9110 section 15.4.4). */
    public static Reply seeOther(String path) {
        return new Reply(303, Map.of("location", path, "cache-control", "no-store"), Buffer.buffer());
    }

    /** As {@link #seeOther(String)}; the page then says the message {@code notice.KEY}. */
    public static Reply seeOther(String path, String noticeKey) {
        return seeOther(path + (path.indexOf('?') < 0 ? '?' : '&') + NOTICE + '=' + encode(noticeKey));
    }

    /** {@code text} as it may stand in a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of a cookie. */
    public static Optional<String> cookie(Call call, String name) {
        return call.header("cookie").flatMap(header -> ServerCookieDecoder.STRICT.decode(header).stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .findFirst());
    }

    /** {@code path} where it is one of ours to return to, else {@code otherwise}: nobody is sent to another site. */
    public static String ownPath(Optional<String> path, String otherwise) {
        return path.filter(text -> text.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*")).orElse(otherwise);
    }
}
