package vn.phopay.web.shell;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.StaticFile;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/** GET /manifest.webmanifest: makes the portal installable (W3C Web Application Manifest). */
public final class GetManifest implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/manifest.webmanifest", Access.ANYONE);

    private final PageKit kit;

    /** A manifest in the words of {@code kit}. */
    public GetManifest(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = kit.view(call);
        JsonObject manifest = new JsonObject()
                .put("id", "/hom-nay")
                .put("name", view.text("shell.name"))
                .put("short_name", view.text("shell.name"))
                .put("description", view.text("shell.foot"))
                .put("lang", view.language().code())
                .put("start_url", "/hom-nay")
                .put("scope", "/")
                .put("display", "standalone")
                .put("background_color", "#fbf6ec")
                .put("theme_color", "#a3261d")
                .put("icons", new JsonArray()
                        .add(icon(view, "icon-192.png", "192x192", "any"))
                        .add(icon(view, "icon-512.png", "512x512", "any"))
                        .add(icon(view, "icon-maskable-512.png", "512x512", "maskable")))
                .put("shortcuts", new JsonArray()
                        .add(shortcut(view, "pad", "/nhan-tien"))
                        .add(shortcut(view, "verify", "/kiem-tra")));
        return Future.succeededFuture(Reply.bytes(200, "application/manifest+json", manifest.toBuffer())
                .with("cache-control", StaticFile.REVALIDATE));
    }

    private static JsonObject icon(View view, String name, String sizes, String purpose) {
        return new JsonObject()
                .put("src", view.asset(name)).put("sizes", sizes).put("type", "image/png").put("purpose", purpose);
    }

    private static JsonObject shortcut(View view, String name, String path) {
        return new JsonObject().put("name", view.text("shell.nav." + name)).put("url", path);
    }
}
