package vn.phopay.web.city;

import vn.phopay.http.Call;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;

/** Answers with definitions: the same for everybody without a session, who may keep them and ask whether they hold. */
final class MetricAnswer {
    private MetricAnswer() {}

    static Reply of(Call call, Reply page) {
        if (call.session() != null) {
            return page;
        }
        String tag = EntityTag.ofBytes(page.body());
        Reply reply = EntityTag.isCached(call, tag) ? Reply.notModified() : page;
        return reply.with("etag", tag).with("cache-control", "public, no-cache").with("vary", "cookie");
    }
}
