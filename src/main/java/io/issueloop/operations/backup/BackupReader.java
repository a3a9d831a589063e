package io.issueloop.operations.backup;

import io.issueloop.operations.backup.Backups.Summary;
import io.issueloop.operations.backup.Manifest.Counter;
import io.issueloop.operations.backup.Manifest.Part;
import io.issueloop.schema.SchemaLock;
import io.issueloop.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Puts a backup in the place of everything in the database, in one transaction: it is there wholly
 * or not at all. Nodes that start meanwhile wait for its end.
 */
public final class BackupReader {

    private final DataSource dataSource;

    public BackupReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @throws Refused when the file is no backup, is damaged or belongs to other tables, and while
     *     an application is connected to the database
     */
    public Summary restore(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip);
            for (var part : manifest.parts()) {
                requireIntact(zip, part);
            }
            replace(zip, manifest);
            return new Summary(manifest.parts().size(), manifest.rows());
        } catch (ZipException notAZip) {
            throw new Refused("这不是备份文件，或文件不完整：" + file);
        } catch (IOException e) {
            throw new UncheckedIOException("备份文件读不了：" + file, e);
        } catch (SQLException e) {
            throw new IllegalStateException("restore failed, nothing was changed", e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Backups.MANIFEST);
        if (entry == null) {
            throw new Refused("这不是本应用的备份文件：" + zip.getName());
        }
        var manifest = Backups.JSON.readValue(zip.getInputStream(entry), Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new Refused(
                    "备份文件的格式是 %d，本程序只认识 %d".formatted(manifest.format(), Manifest.FORMAT));
        }
        return manifest;
    }

    /** Wholly read before anything is touched. */
    private static void requireIntact(ZipFile zip, Part part) throws IOException {
        var digest = BackupWriter.sha256();
        try (var content = new DigestInputStream(content(zip, part), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException damaged) {
            throw new Refused("备份文件已损坏：" + part.table().name());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new Refused("备份文件已损坏：" + part.table().name());
        }
    }

    private static InputStream content(ZipFile zip, Part part) throws IOException {
        var entry = zip.getEntry(part.entry());
        if (entry == null) {
            throw new Refused("备份文件不完整，缺少：" + part.table().name());
        }
        return zip.getInputStream(entry);
    }

    private void replace(ZipFile zip, Manifest manifest) throws SQLException, IOException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SchemaLock.untilTransactionEnds(connection);
                var catalogue = new Catalogue(connection);
                requireFit(catalogue, manifest);
                fill(connection, catalogue, zip, manifest);
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private static void requireFit(Catalogue catalogue, Manifest manifest) {
        if (catalogue.liveNodes() > 0) {
            throw new Refused("应用正在运行，请先停止全部节点再恢复");
        }
        if (!catalogue.version().equals(manifest.schema())) {
            throw new Refused(
                    "备份来自另一个版本（%s，本程序是 %s）：请用当时的版本恢复，再升级"
                            .formatted(brief(manifest.schema()), brief(catalogue.version())));
        }
        var tables = manifest.parts().stream().map(Part::table).collect(Collectors.toSet());
        if (!tables.equals(java.util.Set.copyOf(catalogue.tables()))) {
            throw new Refused("备份中的表与数据库的表不一致，可能有人改过表结构");
        }
    }

    private static String brief(String version) {
        return version.replaceFirst(" [0-9a-f]+$", "");
    }

    /** Foreign keys are checked again when they are put back, all rows at once. */
    private static void fill(
            Connection connection, Catalogue catalogue, ZipFile zip, Manifest manifest)
            throws SQLException, IOException {
        var keys = catalogue.foreignKeys();
        try (var sql = connection.createStatement()) {
            for (var key : keys) {
                sql.execute(key.drop());
            }
            sql.execute("truncate spring_session, spring_session_attributes");
            for (var part : manifest.parts()) {
                var table = part.table().quoted();
                sql.execute("alter table " + table + " disable trigger user");
                sql.execute("truncate " + table);
                copy(connection, zip, part);
                sql.execute("alter table " + table + " enable trigger user");
            }
            for (var key : keys) {
                sql.execute(key.create());
            }
        }
        for (var counter : manifest.counters()) {
            set(connection, counter);
        }
    }

    private static void copy(Connection connection, ZipFile zip, Part part)
            throws SQLException, IOException {
        try (var content = content(zip, part)) {
            var rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + part.table().withColumns() + " from stdin", content);
            if (rows != part.rows()) {
                throw new Refused("备份文件已损坏：" + part.table().name());
            }
        }
    }

    private static void set(Connection connection, Counter counter) throws SQLException {
        try (var sql = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            sql.setString(1, Table.quote(counter.name()));
            sql.setLong(2, counter.value());
            sql.setBoolean(3, counter.called());
            sql.execute();
        }
    }
}
