package vn.phopay.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;
import vn.phopay.merchant.Language;
import vn.phopay.place.PlaceDirectory;

/**
 * GET /: the first page, in Vietnamese, or in English by {@code ?lang=en}. What a browser prefers does not matter: the
 * city speaks Vietnamese, and a link must show everybody the same page.
 */
public final class GetLandingPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/", Access.ANYONE);
    private static final String TEMPLATE = "web/landing.html";

    private final StaticFile vietnamese;
    private final StaticFile english;

    /** Writes the page once in each language, with the districts of {@code places} and the files of {@code book}. */
    public GetLandingPage(PlaceDirectory places, AssetBook book) {
        String template = StaticFile.read(TEMPLATE).toString();
        this.vietnamese = write(template, Language.VI, places, book);
        this.english = write(template, Language.EN, places, book);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Language language = call.queryParameter("lang").flatMap(Language::parse).orElse(Language.VI);
        StaticFile page = language == Language.EN ? english : vietnamese;
        Reply reply = page.reply(call, StaticFile.REVALIDATE);
        return Future.succeededFuture(reply.with("content-language", language.code()));
    }

    private static StaticFile write(String template, Language language, PlaceDirectory places, AssetBook book) {
        Messages messages = Messages.load(language);
        Map<String, String> texts = new HashMap<>(messages.keyToText());
        texts.put("lang", language.code());
        texts.put("messages", messages.forScripts());
        Districts districts = new Districts(places, language);
        Map<String, String> markup = Map.of("tiles", districts.tiles(), "rows", districts.rows());
        String page = book.versioned(Html.render(template, texts, markup));
        return StaticFile.of("landing.html", Buffer.buffer(page));
    }
}
