package io.issueloop.web.access;

import io.issueloop.directory.Member;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Spring Security's picture of a {@link Caller}: the name is the userid; people carry {@code
 * ROLE_…}, scripts carry {@code SCOPE_…} and never a role, so that no rule for people lets them in.
 */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    private CallerAuthentication(Caller caller, Collection<GrantedAuthority> authorities) {
        super(authorities);
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Member member) {
        var roles = member.roles().stream().map(role -> authority("ROLE_" + role.name())).toList();
        var withMember = new java.util.LinkedHashSet<>(roles);
        withMember.add(authority("ROLE_MEMBER"));
        return new CallerAuthentication(Caller.person(member), withMember);
    }

    static CallerAuthentication of(String token, Set<String> scopes, Optional<Member> actingFor) {
        List<GrantedAuthority> granted =
                scopes.stream().map(scope -> authority("SCOPE_" + scope)).toList();
        return new CallerAuthentication(new Caller(actingFor, Optional.of(token)), granted);
    }

    private static GrantedAuthority authority(String name) {
        return new SimpleGrantedAuthority(name);
    }

    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }
}
