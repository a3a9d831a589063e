package io.issueloop;

import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import org.openqa.selenium.By;

/**
 * What is offered to a group is found in its list in Tasklist, taken, put back, taken again and
 * done: with the mouse, as people do it.
 */
record ClaimTour(TourBrowser browser, String home) {

    private static final By CLAIM = cssSelector(".task-card button.claim");
    private static final By PUT_BACK = cssSelector(".task-card button.unclaim");

    /**
     * @param no of the issue the task is about
     */
    void walk(String no) {
        browser.go(home + "/camunda/app/tasklist/default/");
        browser.click(xpath("//a[contains(.,'我组待认领')]"));
        browser.click(xpath("//li[contains(@class,'task')][contains(.,'" + no + "')]//h4"));
        browser.read(cssSelector(".fjs-form"), text -> text.contains("关于问题 " + no));
        browser.see(CLAIM);
        browser.picture("tasklist-1-offered");
        browser.click(CLAIM);
        browser.see(PUT_BACK);
        browser.picture("tasklist-2-claimed");
        browser.click(PUT_BACK);
        browser.see(CLAIM);
        browser.click(CLAIM);
        browser.see(PUT_BACK);
        browser.click(xpath("//label[contains(.,'已办完')]"));
        browser.click(cssSelector("button[ng-click='complete()']"));
        browser.count(cssSelector(".task-card"), 0);
        browser.picture("tasklist-3-done");
    }
}
