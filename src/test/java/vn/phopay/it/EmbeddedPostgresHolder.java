package vn.phopay.it;

import java.nio.file.Path;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.db.EmbeddedPostgresException;
import vn.phopay.db.EmbeddedPostgresOptions;

/**
 * A process that starts the embedded server of the given directory in the given way of shedding root, says so, and
 * keeps it until its input ends.
 */
public final class EmbeddedPostgresHolder {
    private EmbeddedPostgresHolder() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.in(Path.of(args[0])).withRunAs(args[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            System.out.println("started " + server.url().toUrl());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (EmbeddedPostgresException e) {
            System.out.println("refused " + e.getMessage());
            System.exit(1);
        }
    }
}
