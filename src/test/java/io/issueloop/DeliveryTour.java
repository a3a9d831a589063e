package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.MemberBrowser;
import io.issueloop.support.TourBrowser;
import io.issueloop.support.WeComPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.openqa.selenium.By;
import org.springframework.context.ApplicationContext;

/**
 * WeCom does not take messages; an administrator, signed on already, has one sent again, says of
 * another that it was done by hand, and does a third in Tasklist.
 */
final class DeliveryTour {

    private static final String SEND = "/cgi-bin/message/send";

    private final TourBrowser browser;
    private final String home;
    private final ManagementService jobs;
    private final WeComPeople people;

    DeliveryTour(TourBrowser browser, String home, ApplicationContext application) {
        this.browser = browser;
        this.home = home;
        this.jobs = application.getBean(ManagementService.class);
        this.people =
                new WeComPeople(application.getEnvironment().getRequiredProperty("wecom.base-url"));
    }

    void walk() {
        people.breakCalls(SEND, "status", 503, 1000);
        var first = reported("投递演练：构建工具性能太差");
        var second = reported("投递演练：测试环境的工具经常崩溃");
        await().atMost(Duration.ofMinutes(1)).until(() -> isGivenUp(first) && isGivenUp(second));
        var third = reported("投递演练：发布工具性能太差");
        await().atMost(Duration.ofMinutes(1)).until(() -> isGivenUp(third));
        people.heal();
        browser.go(home + "/admin/deliveries");
        browser.see(of(first));
        browser.see(of(second));
        browser.fits();
        browser.picture("deliveries-failed");
        retried(first);
        doneByHand(second);
        browser.picture("deliveries-done");
        var before = failed(third).size();
        new ClaimTour(browser, home).walk(third);
        await().atMost(Duration.ofMinutes(1)).until(() -> failed(third).size() == before - 1);
    }

    private String reported(String description) {
        var report = Map.of("description", description, "project", "平台研发部");
        var answer = MemberBrowser.of("xujing", home).post("/api/issues", report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("issueNo").asText();
    }

    /** What had not arrived arrives. */
    private void retried(String no) {
        for (var left = failed(no).size(); left > 0; left = failed(no).size()) {
            var before = left;
            browser.click(button(no, "重试"));
            browser.read(cssSelector(".notice.good"), text -> text.contains("已安排再投递"));
            await().atMost(Duration.ofMinutes(1)).until(() -> failed(no).size() < before);
            browser.go(home + "/admin/deliveries");
        }
        assertThat(people.sent()).anyMatch(one -> one.toString().contains(no));
    }

    private void doneByHand(String no) {
        browser.click(button(no, "已人工办理"));
        browser.see(cssSelector("dialog[open]"));
        browser.picture("deliveries-by-hand");
        var before = failed(no).size();
        browser.click(cssSelector("dialog[open] button[type=submit]"));
        browser.count(of(no), before - 1);
        browser.go(home + "/admin/audit?kind=DELIVERY&q=" + no);
        browser.read(cssSelector("table.list"), text -> text.contains("人工办理了投递"));
    }

    private static By of(String no) {
        return xpath("//li" + about(no));
    }

    private static By button(String no, String name) {
        return xpath("//li" + about(no) + "//button[.='" + name + "']");
    }

    private static String about(String no) {
        return "[.//a[.='" + no + "']][.//span[.='失败']]";
    }

    /** Nobody waits two hours: what waits for its next try is due now. */
    private boolean isGivenUp(String no) {
        var tried = failed(no);
        tried.stream().filter(job -> job.getRetries() > 0).forEach(this::again);
        return !tried.isEmpty() && tried.stream().allMatch(job -> job.getRetries() == 0);
    }

    private void again(Job job) {
        try {
            jobs.executeJob(job.getId());
        } catch (RuntimeException refused) {
            return; // what it leaves behind is looked at
        }
    }

    private List<Job> failed(String no) {
        return jobs.createJobQuery().withException().list().stream()
                .filter(job -> job.getExceptionMessage().startsWith(no))
                .toList();
    }
}
