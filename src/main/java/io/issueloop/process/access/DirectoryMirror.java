package io.issueloop.process.access;

import io.issueloop.directory.DirectoryChanged;
import io.issueloop.directory.Member;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the engine know the members whenever the directory was read, in the same transaction. */
@Component
class DirectoryMirror {

    private final Identities identities;

    DirectoryMirror(Identities identities) {
        this.identities = identities;
    }

    @EventListener
    void on(DirectoryChanged changed) {
        identities.synchronise(changed.members().stream().map(DirectoryMirror::user).toList());
    }

    private static EngineUser user(Member member) {
        var roles =
                member.roles().stream()
                        .map(role -> "ROLE_" + role.name())
                        .collect(Collectors.toSet());
        return new EngineUser(member.userId().value(), member.name(), Groups.ofRoles(roles));
    }
}
