package vn.phopay.place;

import io.vertx.core.json.JsonObject;

/** Turns columns of a seed row into members of a place's details, in camelCase; what is not known is left out. */
final class SeedDetails {
    private final SeedFile.Row row;
    private final JsonObject json = new JsonObject();

    SeedDetails(SeedFile.Row row) {
        this.row = row;
    }

    SeedDetails texts(String... columns) {
        for (String column : columns) {
            if (!row.get(column).isEmpty()) {
                json.put(camelCase(column), row.get(column));
            }
        }
        return this;
    }

    SeedDetails integers(String... columns) {
        for (String column : columns) {
            json.put(camelCase(column), Integer.valueOf(row.get(column)));
        }
        return this;
    }

    SeedDetails decimals(String... columns) {
        for (String column : columns) {
            json.put(camelCase(column), Double.valueOf(row.get(column)));
        }
        return this;
    }

    JsonObject toJson() {
        return json;
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_", -1)) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
