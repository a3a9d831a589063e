package io.issueloop.support;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page of ours, in whose eyes it is looked at: {@code userid address}. In braces stands what
 * the sample organisation has; a page nobody walks fails {@code EveryPageTest}.
 */
public final class OwnPages {

    private static final String PAGES =
            """
            zhangwei     /
            zhangwei     /dashboard
            zhangwei     /kpi
            zhangwei     /issues
            zhangwei     /issues/{issue}
            zhangwei     /m/report
            zhangwei     /reports/weekly
            zhangwei     /reports/monthly
            zhangwei     /reviews/NONE
            zhangwei     /knowledge
            zhangwei     /knowledge/{article}
            zhangwei     /m/feedback
            zhangwei     /m/absence
            zhangwei     /m/peer-rating
            zhangwei     /m/learning
            zhangwei     /m/appeal
            zhangwei     /m/appeal/APL-2020Q1-1
            xujing       /m/appeal
            xujing       /m/targets
            zhangwei     /m/targets
            zhangwei     /m/pulse
            zhangwei     /effects
            zhangwei     /quality/classification
            zhangwei     /pilot
            zhangwei     /help
            zhangwei     /help/reporter
            zhangwei     /nowhere
            zhangwei     /admin/wecom
            {handler}    /
            {handler}    /issues/{open}
            {handler}    /m/todos
            {handler}    /m/issues
            lixue        /
            lixue        /board
            lixue        /m/approve/{major}
            lixue        /admin/handover
            hefang       /
            hefang       /kpi/definitions
            hefang       /admin/quarter
            hefang       /admin/kpi
            hefang       /admin/targets
            hefang       /admin/feedback
            hefang       /admin/import
            gaoxiang     /
            gaoxiang     /admin/wecom
            gaoxiang     /admin/calendar
            gaoxiang     /admin/organisation
            gaoxiang     /admin/audit
            gaoxiang     /admin/deliveries
            gaoxiang     /editor
            gaoxiang     /editor/bpmn/issue_lifecycle
            gaoxiang     /editor/dmn/classify_issue
            gaoxiang     /editor/form/accept_issue
            gaoxiang     /logged-out
            """;

    /** Mappings that show no page of their own. */
    private static final Set<String> NO_PAGES = Set.of("/favicon.ico", "/error");

    private static final Set<String> NOT_FOR_ALL =
            Set.of("/admin/", "/editor", "/m/approve/", "/m/appeal/", "/reviews/", "/logged-out");

    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "issue", "ISS-1-1",
                    "open", "ISS-1-1",
                    "major", "ISS-1-1",
                    "article", "KB-1-1");

    private OwnPages() {}

    /** One page in one person's eyes. */
    public record Visit(String userId, String path) {

        /** Of its pictures; a second look at the same page bears the person's name. */
        public String name() {
            var page = path.replaceAll("[A-Z]{2,}[-0-9A-Z]*", "none");
            var name =
                    (userId.equals("xujing") ? "page-own" : "page")
                            + page.replaceAll("[^a-z]+", "-").replaceAll("-$", "");
            var who = "-" + userId.replaceAll("\\W", "");
            return path.equals("/") ? "page-home" + who : refused() ? name + who : name;
        }

        /** Shows that something is not there, or not for this person. */
        public boolean refused() {
            return path.equals("/nowhere")
                    || userId.equals("zhangwei") && path.startsWith("/admin/")
                    || path.contains("NONE")
                    || path.contains("APL-2020Q1");
        }

        /** Drawn otherwise where the screen was wide from the beginning. */
        public boolean isWorkbench() {
            return path.startsWith("/editor");
        }

        public Visit with(Map<String, String> samples) {
            var filled = userId + " " + path;
            for (var sample : samples.entrySet()) {
                filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
            }
            return new Visit(filled.split(" ")[0], filled.split(" ")[1]);
        }
    }

    /** Whether it asks for no role and no part in what it shows. */
    public static boolean isForAll(Visit visit) {
        return NOT_FOR_ALL.stream().noneMatch(visit.path()::startsWith);
    }

    /** Those the application has; {@code /nowhere} is looked at because it has not. */
    public static List<Visit> visits(RequestMappingHandlerMapping mappings) {
        var pages = ofPages(mappings).values();
        return visits().stream()
                .filter(
                        visit ->
                                visit.path().equals("/nowhere")
                                        || pages.stream().anyMatch(one -> matches(one, visit)))
                .toList();
    }

    private static List<Visit> visits() {
        return PAGES.lines()
                .map(line -> line.trim().split(" +"))
                .map(words -> new Visit(words[0], words[1]))
                .toList();
    }

    /** Pages of {@code web.pages} that nobody looks at. */
    public static Set<String> unseen(RequestMappingHandlerMapping mappings) {
        var seen = visits();
        return ofPages(mappings).values().stream()
                .filter(paths -> seen.stream().noneMatch(visit -> matches(paths, visit)))
                .map(Object::toString)
                .filter(paths -> NO_PAGES.stream().noneMatch(paths::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(Set<PathPattern> patterns, Visit visit) {
        var path = PathContainer.parsePath(visit.with(EXAMPLES).path());
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** By method: addresses of one method show the same page. */
    private static Map<Method, Set<PathPattern>> ofPages(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().contains(".web.pages."))
                .collect(
                        Collectors.toMap(
                                one -> one.getValue().getMethod(),
                                one -> one.getKey().getPathPatternsCondition().getPatterns(),
                                (some, others) ->
                                        Stream.concat(some.stream(), others.stream())
                                                .collect(Collectors.toSet())));
    }
}
