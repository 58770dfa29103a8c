package vn.phopay.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once from the archive that the build put on the class path.
 *
 * <p>They go to {@code <root>/<checksum of the archive>}, so that another version goes to another directory. Unpacking
 * happens beside it and ends in a rename: two processes may do it at once, and a process that dies leaves nothing that
 * looks complete.
 */
final class PostgresBinaries {
    private static final int OWNER_EXECUTE = 0100;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks below {@code root} unless that is done already. */
    static PostgresBinaries unpack(Path root) {
        String resource = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL archive = PostgresBinaries.class.getResource("/" + resource);
        if (archive == null) {
            throw new EmbeddedPostgresException("this build has no PostgreSQL for this platform (" + resource
                    + "); build on it, or set PHOPAY_DATABASE_URL");
        }
        try {
            Path home = root.resolve(checksum(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, root, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot unpack PostgreSQL below " + root + ": " + e.getMessage(), e);
        }
    }

    /** One of the programs, such as {@code initdb}. */
    Path program(String name) {
        Path plain = home.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : home.resolve("bin").resolve(name + ".exe");
    }

    /** The directory that holds {@code bin}, {@code lib} and {@code share}. */
    Path home() {
        return home;
    }

    static String resourceName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String machine = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static String checksum(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return String.format(Locale.ROOT, "%08x", jar.getJarEntry().getCrc());
        }
        try (CheckedInputStream in = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return String.format(Locale.ROOT, "%08x", in.getChecksum().getValue());
        }
    }

    private static void unpack(URL archive, Path root, Path home) throws IOException {
        Files.createDirectories(root);
        Path beside = Files.createTempDirectory(root, ".unpacking-");
        try {
            try (InputStream in = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                extract(tar, beside);
            }
            // A temporary directory is private to its owner; the unprivileged server must be able to enter.
            permit(beside, true);
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            FileTrees.delete(beside);   // another process was faster
        } catch (IOException e) {
            FileTrees.delete(beside);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, Path to) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = to.resolve(entry.getName()).normalize();
            if (!target.startsWith(to)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                permit(target, true);
            } else if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(tar, target);
                permit(target, (entry.getMode() & OWNER_EXECUTE) != 0);
            }
        }
    }

    private static void permit(Path path, boolean executable) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            String permissions = executable ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
