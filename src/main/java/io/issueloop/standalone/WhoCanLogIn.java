package io.issueloop.standalone;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Names the sample members to whoever started the application with the sandbox; they need no
 * password.
 */
@Configuration(proxyBeanMethods = false)
class WhoCanLogIn {

    @Bean
    StartupLine membersToChoose(Environment environment, Directory directory) {
        return new StartupLine(
                "可登录",
                () -> StandaloneEnvironment.hasSandbox(environment) ? lines(directory) : List.of());
    }

    private static List<String> lines(Directory directory) {
        return directory.members().stream()
                .filter(member -> member.roles().size() > 1)
                .sorted(Comparator.comparing(member -> member.userId().value()))
                .map(WhoCanLogIn::line)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                special -> {
                                    special.add("其余成员为处理人和提报人；登录时在沙箱页面选择成员，无需密码");
                                    return special;
                                }));
    }

    private static String line(Member member) {
        var roles =
                member.roles().stream()
                        .filter(role -> role != Role.MEMBER)
                        .map(Role::label)
                        .collect(Collectors.joining("、"));
        return "%s（%s）%s".formatted(member.name(), member.userId(), roles);
    }
}
