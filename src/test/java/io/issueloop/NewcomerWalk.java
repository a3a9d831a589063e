package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openqa.selenium.By.cssSelector;

import io.issueloop.directory.Directory;
import io.issueloop.support.OwnPages;
import io.issueloop.support.TourBrowser;
import io.issueloop.support.WeComPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.springframework.context.ApplicationContext;

/**
 * Somebody who may not come in, and somebody's first day: no team, no issue, no number. Whatever a
 * member may open is friendly to them.
 */
final class NewcomerWalk {

    private static final String OUTSIDE = "linwai";
    private static final String NEW = "xinlai";

    private final TourBrowser browser;
    private final String home;
    private final ApplicationContext application;

    NewcomerWalk(TourBrowser browser, String home, ApplicationContext application) {
        this.browser = browser;
        this.home = home;
        this.application = application;
    }

    /** Answers what they would complain of; then the newcomer is signed on. */
    List<String> walk(List<OwnPages.Visit> pages) {
        var complaints = new ArrayList<>(outside());
        complaints.addAll(firstDay(pages));
        return complaints;
    }

    private List<String> outside() {
        new SignOn(browser, home).chosen(OUTSIDE);
        var page = browser.read(By.tagName("main"), text -> text.contains("您还不能使用问题闭环"));
        assertThat(page).contains("可见范围", "您的企业微信账号：" + OUTSIDE, "重新登录");
        var complaints = browser.inspection().here("page-outside", text -> text.contains(" 403 "));
        browser.click(By.linkText("重新登录"));
        browser.see(cssSelector("button[value='" + OUTSIDE + "']"));
        return complaints;
    }

    private List<String> firstDay(List<OwnPages.Visit> pages) {
        var weCom = application.getEnvironment().getRequiredProperty("wecom.base-url");
        new WeComPeople(weCom).joins(NEW, "新来", 1);
        var directory = application.getBean(Directory.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> directory.called(NEW).isPresent());
        new SignOn(browser, home).of(NEW);
        var inspection = browser.inspection();
        inspection.settled();
        var complaints = new ArrayList<String>();
        for (var page : pages) {
            var name = "newcomer" + page.name().substring("page".length());
            complaints.addAll(inspection.glance(home + page.path(), name));
        }
        return complaints;
    }
}
