package io.issueloop.bench;

import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import org.openqa.selenium.By;

/**
 * Somebody's first task in Tasklist at a desk, from the link 任务列表 on the home page to an issue that
 * waits for its rating: find the task among the lists, accept, find the next one, say what was
 * done.
 */
final class FirstTask {

    private static final Mark WHOLE = Mark.limit(120);
    private static final By COMPLETE = cssSelector("button[ng-click='complete()']");
    private static final By FORM = cssSelector(".fjs-form");
    private static final By LISTS = cssSelector(".task-filters");

    private final TourBrowser browser;
    private final String home;
    private final Thumb hand;
    private double whole;

    FirstTask(TourBrowser browser, String home) {
        this.browser = browser;
        this.home = home;
        this.hand = new Thumb(browser);
    }

    FirstTask of(String handler) {
        browser.width(1280, 860);
        browser.go(home + "/logged-out");
        browser.forgetWho();
        var begin = System.nanoTime();
        browser.go(home + "/camunda/app/tasklist/default/");
        browser.click(cssSelector("button[value='" + handler + "']"));
        browser.see(task("接单"));
        hand.reads(LISTS);
        accept();
        resolve();
        browser.read(cssSelector(".tasks-list"), text -> !text.contains("处理问题"));
        whole = (System.nanoTime() - begin) / 1e9;
        return this;
    }

    private void accept() {
        hand.reads(task("接单"));
        hand.taps(task("接单"));
        hand.reads(FORM);
        hand.taps(COMPLETE);
    }

    private void resolve() {
        browser.see(task("处理问题"));
        hand.taps(task("处理问题"));
        browser.read(FORM, text -> text.contains("处理结果"));
        hand.reads(FORM);
        writes("cause", "联合查询没有索引");
        writes("measures", "为订单表加上组合索引");
        writes("verification", "压测通过");
        hand.reads(COMPLETE);
        hand.taps(COMPLETE);
    }

    private void writes(String field, String text) {
        var place = cssSelector(".fjs-form [id$='Field_" + field + "']");
        hand.taps(place);
        hand.types(place, text);
    }

    private static By task(String name) {
        return xpath("//li[contains(@class,'task')]//h4[contains(.,'" + name + "')]");
    }

    void into(Figures figures) {
        figures.limit("U2", "Tasklist: sign-on to resolved, s", whole, WHOLE);
    }

    @Override
    public String toString() {
        return "%.1f s: %s".formatted(whole, hand.account());
    }
}
