package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;

/** Reads campaigns. Every future fails only on a database fault. */
public final class ReadCampaigns {
    private static final Sql LIST = Sql.load("programme/list_campaigns");
    private static final Sql FIND = Sql.load("programme/find_campaign");

    /** All of them, the latest first. */
    public Future<List<Campaign>> all(SqlClient client) {
        return LIST.execute(client).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(ReadCampaigns::toCampaign).toList());
    }

    /**
     * Those that ran in any of {@code placeIds} (a place and whatever it lies in), or in the whole city, on any day
     * from {@code from} to {@code to}, the earliest first: what is drawn behind a trend.
     */
    public Future<List<Campaign>> touching(SqlClient client, Set<String> placeIds, LocalDate from, LocalDate to) {
        return all(client).map(campaigns -> campaigns.reversed().stream()
                .filter(campaign -> campaign.plan().touches(from, to))
                .filter(campaign -> campaign.plan().placeId().map(placeIds::contains).orElse(true))
                .toList());
    }

    /** One of them. */
    public Future<Optional<Campaign>> find(SqlClient client, UUID id) {
        return FIND.execute(client, Tuple.of(id)).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(ReadCampaigns::toCampaign));
    }

    private static Campaign toCampaign(Row row) {
        return new Campaign(row.getUUID("campaign_id"), row.getLong("version"), new Campaign.Plan(
                row.getString("name_vi"),
                Optional.ofNullable(row.getString("name_en")),
                Optional.ofNullable(row.getString("place_id")),
                row.getLocalDate("starts_on"),
                row.getLocalDate("ends_on"),
                Optional.ofNullable(row.getString("note"))));
    }
}
