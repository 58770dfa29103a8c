/** The edge to PostgreSQL: named SQL files, constraint names, migrations, the embedded server. */
@NullMarked
package vn.phopay.db;

import org.jspecify.annotations.NullMarked;
