package io.issueloop.operations.backup;

import io.issueloop.operations.backup.Backups.Summary;
import io.issueloop.operations.backup.Manifest.Part;
import io.issueloop.shared.Refused;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes one consistent snapshot of the database into a zip file, table by table in PostgreSQL's
 * {@code copy} format; rows pass through, so memory does not depend on their number. The
 * application may go on working meanwhile.
 */
public final class BackupWriter {

    private final DataSource dataSource;
    private final Clock clock;

    public BackupWriter(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * @param file does not exist yet; readable by its owner alone, and there only once complete
     * @throws Refused when the file exists already
     * @throws UncheckedIOException when it cannot be written
     */
    public Summary write(Path file) {
        if (Files.exists(file)) {
            throw new Refused("文件已存在，请换一个文件名：" + file);
        }
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Summary summary;
            try (var out = Files.newOutputStream(partial)) {
                summary = snapshot(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException("备份文件写不了：" + file, e);
        } catch (SQLException e) {
            throw new IllegalStateException("backup failed", e);
        } finally {
            discard(partial);
        }
    }

    private Summary snapshot(OutputStream out) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var zip = new ZipOutputStream(out)) {
                var manifest = parts(connection, zip);
                zip.putNextEntry(new ZipEntry(Backups.MANIFEST));
                zip.write(Backups.JSON.writeValueAsBytes(manifest));
                return new Summary(manifest.parts().size(), manifest.rows());
            } finally {
                connection.rollback();
            }
        }
    }

    private Manifest parts(Connection connection, ZipOutputStream zip)
            throws SQLException, IOException {
        var catalogue = new Catalogue(connection);
        var version = catalogue.version();
        var takenAt = clock.instant();
        var parts = new ArrayList<Part>();
        for (var table : catalogue.tables()) {
            parts.add(part(connection, table, zip));
        }
        return new Manifest(Manifest.FORMAT, takenAt, version, parts, catalogue.counters());
    }

    private static Part part(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(new Part(table, 0, "").entry()));
        var digest = sha256();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows =
                copy.copyOut(
                        "copy " + table.withColumns() + " to stdout",
                        new DigestOutputStream(unclosed(zip), digest));
        zip.closeEntry();
        return new Part(table, rows, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // an entry ends, not the file
            }
        };
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException stays) {
            // the next backup of this name removes it
        }
    }
}
