package vn.phopay.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a PostgreSQL program is started: PostgreSQL refuses to run as root, so when we are root it is started by a tool
 * that sheds root first.
 *
 * @param name as in the setting PHOPAY_EMBEDDED_RUN_AS, or {@code self}
 * @param prefix the words before the program
 * @param uid who owns the files of the cluster
 * @param gid their group
 */
record RunAs(String name, List<String> prefix, int uid, int gid) {
    private static final String USER = "nobody";
    private static final Path PASSWD = Path.of("/etc/passwd");

    /** We are not root: nothing to shed. */
    static final RunAs SELF = new RunAs("self", List.of(), -1, -1);

    /** A user namespace of its own, in which we are nobody; files stay ours. */
    static final RunAs UNSHARE = new RunAs("unshare", List.of("unshare", "-U"), 0, 0);

    /** The ways to try, best first, for a value of the setting PHOPAY_EMBEDDED_RUN_AS. */
    static List<RunAs> candidates(String setting) {
        if (!isRoot()) {
            return List.of(SELF);
        }
        List<RunAs> ways = new ArrayList<>();
        ways.add(UNSHARE);
        ways.addAll(otherUser());
        return setting.equals("auto") ? ways : ways.stream().filter(way -> way.name.equals(setting)).toList();
    }

    /** Whether the files of the cluster must belong to {@code uid}. */
    boolean ownsFiles() {
        return uid >= 0;
    }

    /** The whole command line for a program. */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self")) && FileTrees.owner(Path.of("/proc/self")) == 0
                    || !Files.exists(Path.of("/proc/self")) && "root".equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<RunAs> otherUser() {
        try {
            for (String line : Files.readAllLines(PASSWD)) {
                String[] fields = line.split(":", -1);
                if (fields.length > 3 && fields[0].equals(USER)) {
                    return otherUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
                }
            }
            return List.of();
        } catch (IOException | NumberFormatException e) {
            return List.of();   // no such user on this host: that way is not open
        }
    }

    private static List<RunAs> otherUser(int uid, int gid) {
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs");
        List<String> runuser = List.of("runuser", "-u", USER, "--");
        return List.of(new RunAs("setpriv", setpriv, uid, gid), new RunAs("runuser", runuser, uid, gid));
    }
}
