package vn.phopay.merchant;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.phopay.access.PhoneNumber;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/** Turns rows into nouns. What stands in the database was checked when it was written and is not checked again. */
final class MerchantRows {
    private MerchantRows() {}

    static Merchant toMerchant(Row row) {
        return new Merchant(
                new MerchantId(row.getUUID("merchant_id")),
                MerchantStatus.valueOf(row.getString("status")),
                toProfile(row),
                row.getLong("version"),
                new Merchant.Moments(
                        instant(row, "created_at"),
                        instant(row, "updated_at"),
                        Optional.ofNullable(row.getOffsetDateTime("approved_at")).map(OffsetDateTime::toInstant)));
    }

    static ReceivingAccount toAccount(Row row) {
        return new ReceivingAccount(
                new AccountId(row.getUUID("account_id")),
                new BankAccount(
                        row.getString("bank_bin"), row.getString("account_number"), row.getString("account_name")),
                AccountStatus.valueOf(row.getString("status")),
                row.getInteger("rank"),
                instant(row, "created_at"),
                Optional.ofNullable(row.getUUID("replaces_account_id")).map(AccountId::new));
    }

    static Outlet toOutlet(Row row) {
        return new Outlet(
                new OutletId(row.getUUID("outlet_id")),
                row.getString("name"),
                row.getString("address"),
                toLocation(row),
                instant(row, "created_at"));
    }

    static Outlet.Location toLocation(Row row) {
        return new Outlet.Location(
                row.getLocalDate("valid_from"),
                row.getString("district_code"),
                Optional.ofNullable(row.getString("ward_code")),
                Optional.ofNullable(row.getString("street_id")));
    }

    static OutletView toOutletView(Row row) {
        return new OutletView(
                new OutletId(row.getUUID("outlet_id")),
                row.getString("outlet_name"),
                new OutletView.Owner(
                        new MerchantId(row.getUUID("merchant_id")),
                        MerchantStatus.valueOf(row.getString("merchant_status")),
                        row.getString("display_name"),
                        new CategoryCode(row.getString("category_code"))),
                row.getUUID("account_id") == null ? Optional.empty() : Optional.of(toAccount(row)),
                new OutletView.PlaceNames(
                        row.getString("district_code"),
                        row.getString("district_name"),
                        Optional.ofNullable(row.getString("street_name"))));
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Profile toProfile(Row row) {
        return new Profile(
                row.getString("legal_name"),
                row.getString("display_name"),
                new TaxCode(row.getString("tax_code")),
                new PhoneNumber(row.getString("phone_e164")),
                new CategoryCode(row.getString("category_code")),
                Language.parse(row.getString("locale")).orElseThrow(),
                row.getLong("amount_tolerance_vnd"));
    }
}
