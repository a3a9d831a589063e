package io.issueloop.web.access;

import io.issueloop.directory.Directory;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors: WeCom's callback, scripts with a token, Camunda's applications, and people with a
 * session. Who may pass is in {@link AccessRules} for all of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiTokens.class, ForeignScript.class, PublicAddress.class})
class SecurityConfiguration {

    /** Nothing inline, and from elsewhere the JS-SDK alone; pictures may be drawn into the page. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'%1$s; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
                    + " frame-src 'self'%1$s; base-uri 'none'; frame-ancestors 'self'";

    private final AccessRules rules;
    private final MemberSessions sessions;
    private final Refusals refusals;
    private final String contentPolicy;

    SecurityConfiguration(
            AccessRules rules, MemberSessions sessions, Refusals refusals, ForeignScript foreign) {
        this.rules = rules;
        this.sessions = sessions;
        this.refusals = refusals;
        this.contentPolicy = CONTENT_SECURITY_POLICY.formatted(foreign.source());
    }

    @Bean
    @Order(1)
    SecurityFilterChain weComCallback(HttpSecurity http) throws Exception {
        stateless(http.securityMatcher(path("/wecom/callback")));
        headers(http);
        return guarded(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain scripts(
            HttpSecurity http, ApiTokens tokens, Directory directory, Answers answers)
            throws Exception {
        stateless(http.securityMatcher(ApiTokenFilter::carriesToken));
        headers(http);
        http.addFilterBefore(
                new ApiTokenFilter(tokens, directory, refusals, answers),
                UsernamePasswordAuthenticationFilter.class);
        return guarded(http).build();
    }

    /** Camunda's applications bring their own CSRF protection and their own headers. */
    @Bean
    @Order(3)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        http.securityMatcher(path("/camunda/**"))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .securityContext(context -> context.securityContextRepository(sessions));
        return guarded(http).build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        headers(http);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/logged-out"));
        return guarded(http).build();
    }

    /** By path alone: the default asks Spring MVC, which knows nothing of Camunda's servlets. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static void stateless(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private HttpSecurity guarded(HttpSecurity http) throws Exception {
        return http.requestCache(cache -> cache.disable())
                .exceptionHandling(
                        wrong ->
                                wrong.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(
                        paths ->
                                paths.dispatcherTypeMatchers(
                                                jakarta.servlet.DispatcherType.FORWARD,
                                                jakarta.servlet.DispatcherType.ERROR,
                                                jakarta.servlet.DispatcherType.ASYNC)
                                        .permitAll()
                                        .anyRequest()
                                        .access(rules));
    }

    private void headers(HttpSecurity http) throws Exception {
        http.headers(
                headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(contentPolicy))
                                .addHeaderWriter(new EditorPolicy(contentPolicy))
                                .frameOptions(frame -> frame.sameOrigin())
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** There are no passwords here; without this bean Boot would invent a user with one. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("sign-on is WeCom's");
        };
    }

    @Bean
    CookieSameSiteSupplier laxCookies() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookies(PublicAddress address) {
        return cookie -> {
            if (address.isHttps()) {
                cookie.setUseSecureCookie(true);
            }
        };
    }
}
