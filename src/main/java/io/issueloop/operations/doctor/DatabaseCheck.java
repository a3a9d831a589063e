package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.standalone.CommandEnvironment.Ground;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The database answers, and its tables are those of this version. */
@About(value = "数据库", grounds = Need.DATABASE)
final class DatabaseCheck implements Check {

    private static final String START = "启动一次应用，或运行 setup";

    private final Ground ground;
    private final DataSource database;
    private final Flyway flyway;

    DatabaseCheck(Ground ground, DataSource database, Flyway flyway) {
        this.ground = ground;
        this.database = database;
        this.flyway = flyway;
    }

    @Override
    public List<Finding> look() {
        if (ground.problem().isPresent()) {
            return List.of(Finding.broken(ground.problem().get(), START));
        }
        try (var connection = database.getConnection()) {
            return List.of(schema(version(connection)));
        } catch (SQLException e) {
            return List.of(
                    Finding.broken(
                            "连接不上：" + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                            "检查 SPRING_DATASOURCE_URL、_USERNAME、_PASSWORD 和数据库是否在运行"));
        }
    }

    private static String version(Connection connection) throws SQLException {
        return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
    }

    private Finding schema(String version) {
        var tables = flyway.info();
        var current = Optional.ofNullable(tables.current()).map(MigrationInfo::getVersion);
        var pending = tables.pending().length;
        if (pending == 0 && current.isPresent()) {
            return Finding.ok("%s，表结构 V%s".formatted(version, current.get()));
        }
        return Finding.broken(
                current.isEmpty()
                        ? version + "，还没有任何表"
                        : "%s，表结构 V%s，还差 %d 步升级".formatted(version, current.get(), pending),
                START);
    }
}
