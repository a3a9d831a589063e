package io.issueloop.web.access;

import static io.issueloop.web.access.AccessRules.Audience.ANY_ADMIN;
import static io.issueloop.web.access.AccessRules.Audience.KPI_ADMIN_OR_CTO;
import static io.issueloop.web.access.AccessRules.Audience.LEAD_OR_ADMIN;
import static io.issueloop.web.access.AccessRules.Audience.MEMBER;
import static io.issueloop.web.access.AccessRules.Audience.NOBODY;
import static io.issueloop.web.access.AccessRules.Audience.PROCESS_ADMIN;
import static io.issueloop.web.access.AccessRules.Audience.PUBLIC;
import static io.issueloop.web.access.AccessRules.Audience.QUARTER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Who may open which path: the first rule that fits decides, and where none fits nobody may. Whose
 * issue or whose number it is, is asked further inside.
 */
@Component
class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    /** Set on a request that no rule knows: for people such a page does not exist. */
    static final String UNKNOWN = AccessRules.class.getName() + ".unknown";

    private static final List<Rule> RULES =
            List.of(
                    rule("/login/**", PUBLIC),
                    rule("/logged-out", PUBLIC),
                    rule("/assets/**", PUBLIC),
                    rule("/favicon.ico", PUBLIC),
                    rule("/wecom/callback", PUBLIC),
                    rule("/actuator/health/**", PUBLIC),
                    rule("/actuator/prometheus", PROCESS_ADMIN, "metrics"),
                    rule("/", MEMBER),
                    rule("/dashboard", MEMBER),
                    rule("/kpi/**", MEMBER),
                    rule("/issues/**", MEMBER),
                    rule("/board", MEMBER),
                    rule("/todos", MEMBER),
                    rule("/report", MEMBER),
                    rule("/help/**", MEMBER),
                    rule("/pilot", MEMBER),
                    rule("/api/pilot", MEMBER),
                    rule("/m/**", MEMBER),
                    rule("/reviews/**", MEMBER),
                    rule("/reports/**", MEMBER),
                    rule("/api/reviews/**", MEMBER),
                    rule("/api/reports/**", MEMBER),
                    rule("/vendor/**", MEMBER),
                    rule("/api/me/**", MEMBER),
                    rule("/api/issues/*/evaluate", MEMBER),
                    rule("/api/issues/*/proposals/*/decision", MEMBER),
                    rule("/api/issues/*/unlink", MEMBER),
                    rule("/api/issues/*/pause-approval", MEMBER),
                    rule("/api/issues/*/care", MEMBER),
                    rule("/api/issues/*/reassign", MEMBER),
                    rule("/api/issues/*/triage", MEMBER),
                    rule("/api/issues/*/category", MEMBER),
                    rule("/api/issues/*/category-dispute", MEMBER),
                    rule("/api/absences/**", MEMBER),
                    rule("/api/quality/**", MEMBER),
                    rule("/quality/**", MEMBER),
                    rule("/admin/handover", LEAD_OR_ADMIN),
                    rule("/api/handovers/**", LEAD_OR_ADMIN),
                    rule("/api/issues/*/rating", MEMBER),
                    rule("/api/issues/*/rating-follow-up", MEMBER),
                    rule("/api/issues/*/own-solution", MEMBER),
                    rule("/api/articles/*/review", MEMBER),
                    rule("/api/articles/*/withdrawal", MEMBER),
                    rule("/api/articles/**", MEMBER, "issues"),
                    rule("/knowledge/**", MEMBER),
                    rule("/api/issues/*/approval/**", MEMBER),
                    rule("/api/issues/**", MEMBER, "issues"),
                    rule("/api/attachments/**", MEMBER, "issues"),
                    rule("/api/kpis/**", MEMBER, "kpi:read"),
                    rule("/targets", MEMBER),
                    rule("/api/targets/**", MEMBER),
                    rule("/effects", MEMBER),
                    rule("/api/effects/**", MEMBER),
                    rule("/admin/targets", KPI_ADMIN_OR_CTO),
                    rule("/admin/kpi", KPI_ADMIN_OR_CTO),
                    rule("/api/admin/kpis/**", KPI_ADMIN_OR_CTO),
                    rule("/admin/import", ANY_ADMIN),
                    rule("/admin/feedback", ANY_ADMIN),
                    rule("/api/admin/pilot/**", ANY_ADMIN),
                    rule("/api/admin/imports/**", ANY_ADMIN),
                    rule("/admin/quarter", QUARTER),
                    rule("/api/quarters/**", QUARTER),
                    rule("/editor/**", PROCESS_ADMIN),
                    rule("/api/models/**", PROCESS_ADMIN),
                    rule("/admin/**", PROCESS_ADMIN),
                    rule("/api/admin/**", PROCESS_ADMIN),
                    rule("/v3/api-docs/**", MEMBER, "issues", "kpi:read"),
                    // passwords are not ours to take, and the first-start page is a hole
                    rule("/camunda/api/admin/setup/**", NOBODY),
                    rule("/camunda/app/*/*/setup/**", NOBODY),
                    rule("/camunda/api/admin/auth/user/*/login/**", NOBODY),
                    rule("/camunda/api/admin/auth/**", MEMBER),
                    rule("/camunda/api/tasklist/**", MEMBER),
                    rule("/camunda/api/welcome/**", MEMBER),
                    rule("/camunda/api/engine/**", MEMBER),
                    rule("/camunda/app/tasklist/**", MEMBER),
                    rule("/camunda/app/welcome/**", MEMBER),
                    rule("/camunda/lib/**", MEMBER),
                    rule("/camunda/assets/**", MEMBER),
                    rule("/camunda/favicon.ico", MEMBER),
                    rule("/camunda/api/cockpit/**", PROCESS_ADMIN),
                    rule("/camunda/api/admin/**", PROCESS_ADMIN),
                    rule("/camunda/app/cockpit/**", PROCESS_ADMIN),
                    rule("/camunda/app/admin/**", PROCESS_ADMIN));

    @Override
    @Deprecated
    public AuthorizationDecision check(
            Supplier<Authentication> who, RequestAuthorizationContext context) {
        return authorize(who, context);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var rule = ruleFor(request);
        if (rule.isEmpty()) {
            request.setAttribute(UNKNOWN, true);
        }
        return new AuthorizationDecision(rule.map(found -> found.admits(who)).orElse(false));
    }

    private static Optional<Rule> ruleFor(HttpServletRequest request) {
        return RULES.stream().filter(rule -> rule.paths().matches(request)).findFirst();
    }

    private static Rule rule(String paths, Audience people, String... scopes) {
        var matcher = PathPatternRequestMatcher.withDefaults().matcher(paths);
        return new Rule(matcher, people, Set.of(scopes));
    }

    /** Which people; scripts are let in by scope only. */
    enum Audience {
        PUBLIC,
        MEMBER("MEMBER"),
        LEAD_OR_ADMIN("LEAD", "PROCESS_ADMIN"),
        PROCESS_ADMIN("PROCESS_ADMIN"),
        KPI_ADMIN_OR_CTO("KPI_ADMIN", "CTO"),
        /** KPI 管理员 or 流程管理员. */
        ANY_ADMIN("KPI_ADMIN", "PROCESS_ADMIN"),
        /** Who closes a quarter: KPI 管理员, then a lead or the CTO. */
        QUARTER("KPI_ADMIN", "LEAD", "CTO"),
        NOBODY;

        private final Set<String> roles;

        Audience(String... roles) {
            this.roles = Set.of(roles);
        }
    }

    private record Rule(RequestMatcher paths, Audience people, Set<String> scopes) {

        boolean admits(Supplier<Authentication> who) {
            if (people == PUBLIC) {
                return true;
            }
            var caller = who.get();
            var held =
                    caller == null
                            ? Set.<String>of()
                            : AuthorityUtils.authorityListToSet(caller.getAuthorities());
            return people.roles.stream().anyMatch(role -> held.contains("ROLE_" + role))
                    || scopes.stream().anyMatch(scope -> held.contains("SCOPE_" + scope));
        }
    }
}
