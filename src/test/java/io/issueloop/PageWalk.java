package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.MemberBrowser;
import io.issueloop.support.OwnPages;
import io.issueloop.support.PageInspection;
import io.issueloop.support.TourBrowser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks at every page of ours as somebody who may see it. */
final class PageWalk {

    private static final String REPORTER = "zhangwei";

    private final TourBrowser browser;
    private final String home;
    private final JdbcClient jdbc;
    private final ApplicationContext application;
    private final List<OwnPages.Visit> pages;

    PageWalk(TourBrowser browser, String home, ApplicationContext application) {
        this.browser = browser;
        this.home = home;
        this.application = application;
        this.jdbc = application.getBean(JdbcClient.class);
        this.pages =
                OwnPages.visits(
                        application.getBean(
                                "requestMappingHandlerMapping",
                                RequestMappingHandlerMapping.class));
    }

    /** Pictures lie in {@code target/screenshots}; afterwards a member is signed on. */
    void walk(Map<String, String> made) {
        var begin = System.nanoTime();
        var samples = new HashMap<>(made);
        samples.put("article", article());
        samples.putAll(work());
        var inspection = browser.inspection();
        var complaints = new ArrayList<String>();
        var who = "";
        for (var visit : pages) {
            var there = visit.with(samples);
            if (!there.userId().equals(who)) {
                who = there.userId();
                signOn(who, inspection);
            }
            complaints.addAll(
                    inspection.of(home + there.path(), visit.name(), text -> visit.refused()));
            if (visit.isWorkbench()) {
                browser.go(home + there.path());
                complaints.addAll(inspection.atDesk(visit.name() + "-desk"));
            }
        }
        complaints.addAll(new NewcomerWalk(browser, home, application).walk(ofMembers(samples)));
        System.out.printf(
                "%d pages looked at in %d s%n",
                pages.size(), (System.nanoTime() - begin) / 1_000_000_000);
        inspection.weights().forEach(System.out::println);
        signOn(REPORTER, inspection);
        assertThat(complaints).as("complaints of the pages").isEmpty();
    }

    /** What every member may open, each once. */
    private List<OwnPages.Visit> ofMembers(Map<String, String> samples) {
        var seen = new HashSet<String>();
        return pages.stream()
                .filter(page -> !page.refused() && OwnPages.isForAll(page) && seen.add(page.path()))
                .map(page -> page.with(samples))
                .toList();
    }

    /** Something to do for a handler, and something to approve for a lead. */
    private Map<String, String> work() {
        var reporter = MemberBrowser.of(REPORTER, home);
        var open = reporter.post("/api/issues", report("测试环境构建缓慢，每次要等二十分钟", "高", false)).json();
        reporter.post("/api/issues", report("这件事不太对劲，请看一看", "中", false));
        var major = report("线上支付接口性能骤降，门店宕机，客户无法付款", "紧急", true);
        return Map.of(
                "open", open.path("issueNo").asText(),
                "handler", open.path("handler").asText(),
                "major", reporter.post("/api/issues", major).json().path("issueNo").asText());
    }

    private static Map<String, Object> report(String description, String urgency, boolean major) {
        return Map.of(
                "description", description,
                "urgency", urgency,
                "project", "平台研发部",
                "major", major);
    }

    private void signOn(String userId, PageInspection inspection) {
        new SignOn(browser, home).of(userId);
        inspection.settled();
    }

    private String article() {
        return jdbc.sql("select article_no from article order by article_no limit 1")
                .query(String.class)
                .single();
    }
}
