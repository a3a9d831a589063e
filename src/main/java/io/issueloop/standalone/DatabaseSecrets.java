package io.issueloop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * The connection file of a data directory ({@code database.properties}, mode 0600): where the
 * server lives, its port and its two passwords. Command-line tools of the same application read it.
 *
 * @param home directory of the server, not necessarily inside the data directory
 * @param port 0 until one has been chosen
 * @param password of the application's role, which owns the database and is no superuser
 * @param administratorPassword of the role {@code postgres}
 */
record DatabaseSecrets(Path home, int port, String password, String administratorPassword) {

    static final String DATABASE = "issueloop";
    static final String ROLE = "issueloop";
    static final String ADMINISTRATOR = "postgres";

    static DatabaseSecrets fresh(Path home) {
        return new DatabaseSecrets(home, 0, randomPassword(), randomPassword());
    }

    DatabaseSecrets onPort(int newPort) {
        return new DatabaseSecrets(home, newPort, password, administratorPassword);
    }

    DatabaseConnection application() {
        return new DatabaseConnection(url(DATABASE), ROLE, password);
    }

    DatabaseConnection administrator(String database) {
        return new DatabaseConnection(url(database), ADMINISTRATOR, administratorPassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Optional<DatabaseSecrets> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        }
        return Optional.of(
                new DatabaseSecrets(
                        Path.of(stored.getProperty("home")),
                        Integer.parseInt(stored.getProperty("port")),
                        stored.getProperty("password"),
                        stored.getProperty("administrator-password")));
    }

    /** Written beside and renamed, so that a crash never leaves half a file. */
    void write(Path file) throws IOException {
        var stored = new Properties();
        stored.setProperty("home", home.toString());
        stored.setProperty("port", Integer.toString(port));
        stored.setProperty("password", password);
        stored.setProperty("administrator-password", administratorPassword);
        stored.setProperty("url", application().url());
        stored.setProperty("username", ROLE);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, DataDirectory.privately("rw-------"));
        try (var writer = Files.newBufferedWriter(draft)) {
            stored.store(writer, "IssueLoop embedded PostgreSQL - keep private");
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "DatabaseSecrets[" + home + ", port " + port + "]";
    }
}
