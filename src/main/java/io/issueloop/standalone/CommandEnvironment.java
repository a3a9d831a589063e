package io.issueloop.standalone;

import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.standalone.SandboxLauncher.SandboxAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * What a command stands on. Database and sandbox of a running application are used; where it does
 * not run they are started, and stopped when the command ends.
 */
public final class CommandEnvironment
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Nobody listens there; to be reached only where {@link Ground#problem} says why. */
    private static final DatabaseConnection NOWHERE =
            new DatabaseConnection("jdbc:postgresql://127.0.0.1:9/issueloop", "issueloop", "");

    private final boolean mayCreate;

    /**
     * @param mayCreate whether a database that does not exist is created
     */
    public CommandEnvironment(boolean mayCreate) {
        this.mayCreate = mayCreate;
    }

    /**
     * A bean of this type says what was found.
     *
     * @param serverDown whether the application certainly does not run
     * @param database the embedded one's files; absent with an external one
     * @param problem why there is no database to look at, in Chinese
     */
    public record Ground(boolean serverDown, Optional<Path> database, Optional<String> problem) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        ClockOffset.refuseWithRealWeCom(environment);
        var settings = new HashMap<String, Object>();
        var ground =
                StandaloneEnvironment.isSet(environment, "spring.datasource.url")
                        ? new Ground(false, Optional.empty(), Optional.empty())
                        : embedded(context, settings);
        if (SandboxLauncher.isNeeded(environment)) {
            settings.putAll(SandboxLauncher.forApplication(sandbox(context, ground)));
        }
        context.getBeanFactory().registerSingleton("ground", ground);
        environment.getPropertySources().addFirst(new MapPropertySource("command", settings));
    }

    private Ground embedded(ConfigurableApplicationContext context, Map<String, Object> settings) {
        var data = StandaloneEnvironment.dataDirectory(context.getEnvironment());
        if (!mayCreate && EmbeddedDatabase.home(data).isEmpty()) {
            settings.putAll(StandaloneEnvironment.datasource(NOWHERE));
            return new Ground(
                    true,
                    Optional.empty(),
                    Optional.of("数据目录 " + data.toAbsolutePath().normalize() + " 里还没有数据库"));
        }
        try {
            var database = EmbeddedDatabase.start(data);
            StandaloneEnvironment.closeLast(context, "embeddedDatabase", database, database::close);
            settings.putAll(StandaloneEnvironment.datasource(database.connection()));
            return new Ground(true, Optional.of(database.home()), Optional.empty());
        } catch (DirectoryLock.InUse serverRuns) {
            var running = EmbeddedDatabase.connection(data).orElseThrow(() -> serverRuns);
            settings.putAll(StandaloneEnvironment.datasource(running));
            return new Ground(false, EmbeddedDatabase.home(data), Optional.empty());
        }
    }

    /** Where nobody answers beside a running application, the calls will say so. */
    private static SandboxAccess sandbox(ConfigurableApplicationContext context, Ground ground) {
        var environment = context.getEnvironment();
        var port = environment.getProperty("sandbox.port", Integer.class, SandboxDefaults.PORT);
        var address = "http://127.0.0.1:" + port;
        var mayStart = ground.problem().isEmpty() && (ground.serverDown() || isExternal(ground));
        if (!mayStart || answers(address)) {
            return known(environment, address);
        }
        var sandbox = SandboxApplication.start(SandboxLauncher.forSandbox(environment));
        StandaloneEnvironment.closeLast(context, "sandbox", sandbox, sandbox::close);
        return StandaloneEnvironment.access(sandbox);
    }

    private static boolean isExternal(Ground ground) {
        return ground.database().isEmpty();
    }

    private static boolean answers(String address) {
        var question = HttpRequest.newBuilder(URI.create(address + "/cgi-bin/gettoken"));
        try {
            return HttpClient.newHttpClient()
                    .send(question.timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body()
                    .contains("errcode");
        } catch (IOException nobody) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static SandboxAccess known(Environment environment, String address) {
        return new SandboxAccess(
                address,
                environment.getProperty("sandbox.corp-id", SandboxDefaults.CORP_ID),
                environment.getProperty(
                        "sandbox.agent-id", Integer.class, SandboxDefaults.AGENT_ID),
                environment.getProperty("sandbox.secret", SandboxDefaults.SECRET),
                environment.getProperty("sandbox.token", SandboxDefaults.TOKEN),
                environment.getProperty("sandbox.aes-key", SandboxDefaults.AES_KEY));
    }
}
