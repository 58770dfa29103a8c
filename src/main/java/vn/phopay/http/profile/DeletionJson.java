package vn.phopay.http.profile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import vn.phopay.identity.StaffId;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;
import vn.phopay.profile.EraseMerchant;
import vn.phopay.profile.KeptData;
import vn.phopay.time.BusinessDay;

/** Wishes to be forgotten as the API writes them. */
final class DeletionJson {
    private DeletionJson() {}

    static JsonObject item(DeletionStore.Item item) {
        Deletion deletion = item.deletion();
        return new JsonObject()
                .put("id", deletion.id().toString())
                .put("merchantId", deletion.merchant().toString())
                .put("displayName", item.displayName())
                .put("merchantStatus", item.merchantStatus().name())
                .put("districtCodes", new JsonArray(item.districtCodes().stream().sorted().toList()))
                .put("status", deletion.status().name())
                .put("reason", deletion.reason().orElse(null))
                .put("requestedAt", time(deletion.times().requestedAt()))
                .put("dueAt", time(deletion.times().dueAt()))
                .put("endedAt", deletion.times().endedAt().map(DeletionJson::time).orElse(null))
                .put("proposal", deletion.proposal().map(DeletionJson::proposal).orElse(null));
    }

    /** With what will be erased and kept, so that nobody decides about it without having read it. */
    static JsonObject whole(DeletionStore.Item item, long openCases) {
        return item(item)
                .put("openCases", openCases)
                .put("erases", new JsonArray(EraseMerchant.erases()))
                .put("keeps", new JsonArray(Arrays.stream(KeptData.values()).map(KeptData::name).toList()));
    }

    private static JsonObject proposal(Deletion.Proposal proposal) {
        return new JsonObject()
                .put("by", new StaffId(proposal.by()).toString())
                .put("at", time(proposal.at()))
                .put("note", proposal.note());
    }

    /** RFC 3339 in Vietnamese time. */
    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
