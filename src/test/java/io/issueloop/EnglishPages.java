package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Our own pages in English, as three people: nothing that has an English is left in Chinese, at a
 * desk or on a phone. What people wrote and what models name stays Chinese, and is recognised by
 * being in no catalogue.
 */
final class EnglishPages {

    private static final List<String> ANYBODY =
            List.of(
                    "/",
                    "/issues",
                    "/m/report",
                    "/knowledge",
                    "/dashboard",
                    "/kpi",
                    "/targets",
                    "/effects",
                    "/kpi/definitions",
                    "/reports/weekly",
                    "/m/absence",
                    "/m/learning",
                    "/m/appeal",
                    "/m/peer-rating",
                    "/m/feedback",
                    "/board",
                    "/pilot",
                    "/m/todos",
                    "/m/issues",
                    "/reports/monthly",
                    "/help");

    /** Refused, unknown or empty: what is said then is said in English too. */
    private static final List<String> UNUSUAL =
            List.of(
                    "/issues/ISS-20200101-0001",
                    "/issues?q=没有这样的问题",
                    "/issues?status=没有",
                    "/kpi?period=2020Q1",
                    "/knowledge/KB-20200101-0001",
                    "/m/approve/ISS-20200101-0001",
                    "/reviews/NONE");

    private static final List<String> KPI =
            List.of("/", "/admin/kpi", "/admin/quarter", "/admin/targets", "/admin/import");
    private static final List<String> PROCESS =
            List.of(
                    "/",
                    "/admin/calendar",
                    "/admin/organisation",
                    "/admin/wecom",
                    "/admin/handover",
                    "/admin/feedback",
                    "/admin/deliveries",
                    "/admin/audit",
                    "/editor",
                    "/editor/bpmn/issue_handling",
                    "/quality/classification");

    /** Texts in the wrong language, or null while the page is not drawn yet. */
    private static final String WRONG =
            """
            const english = arguments[0];
            if (document.querySelector('[aria-busy], .loading')) return null;
            return import('/assets/en/catalogue.js').then(({ phrases, sentences }) => {
              const all = { ...phrases, ...sentences };
              const chinese = (text) => /[\\u4e00-\\u9fff]{2}/.test(text);
              const names = ['张伟']; // a name in an example, and somebody's
              const own = (key) => key.replace(/\\{\\d\\}/g, '');
              const quoted = (text) => text.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&');
              const patterns = Object.keys(sentences).filter((key) => own(key) !== key && own(key).length > 4)
                .map((key) => new RegExp(`^${key.split(/\\{\\d\\}/).map(quoted).join('.+?')}$`, 's'));
              const values = new Set(Object.values(all).filter((text) => /[a-z] [a-z]/.test(text)));
              const wrong = english
                ? (text) => chinese(text) && !names.includes(text) && (text in all || patterns.some((one) => one.test(text)))
                : (text) => values.has(text);
              const data = 'svg, script, style, noscript, [lang]:not(html), .said, .description';
              const found = new Set([document.title]);
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
              for (let at = walker.currentNode; at; at = walker.nextNode()) {
                if (at.closest(data)) continue;
                for (const node of at.childNodes) if (node.nodeType === 3) found.add(node.data.trim());
                for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'label', 'data-label', 'data-name'])
                  if (at.hasAttribute(name)) found.add(at.getAttribute(name));
              }
              return [...found].filter(wrong).join('\\n');
            });
            """;

    private final TourBrowser browser;
    private final String home;

    EnglishPages(TourBrowser browser, String home) {
        this.browser = browser;
        this.home = home;
    }

    /**
     * Ends in Chinese, with a process administrator signed on; answers what was made on the way.
     */
    Map<String, String> walk(String issueNo, EnglishSeason season) {
        browser.width(1280, 860);
        become("xujing");
        inChinese("/issues/" + issueNo);
        inChinese(ANYBODY.toArray(String[]::new));
        browser.click(xpath("//button[.='English']"));
        browser.see(xpath("//button[.='中文']"));
        inEnglish(List.of("/issues/" + issueNo));
        inEnglish(ANYBODY);
        inEnglish(UNUSUAL);
        browser.inspection().settled(); // a refusal is an error in the console
        var made = new HashMap<>(Map.of("issue", issueNo));
        made.putAll(season.walk(this));
        become("hefang");
        inEnglish(KPI);
        season.importWithMistakes(this);
        become("gaoxiang");
        inEnglish(PROCESS);
        browser.click(xpath("//button[.='中文']"));
        browser.see(xpath("//button[.='English']"));
        return made;
    }

    void inEnglish(List<String> pages) {
        for (var page : pages) {
            browser.go(home + page);
            isEnglish(page);
        }
    }

    void isEnglish(String page) {
        assertThat(browser.answer(WRONG, true)).as("Chinese on " + page).isEqualTo("");
        browser.fits();
        browser.width(390, 844);
        browser.fits();
        browser.width(1280, 860);
    }

    private void inChinese(String... pages) {
        for (var page : pages) {
            browser.go(home + page);
            assertThat(browser.answer(WRONG, false)).as("English on " + page).isEqualTo("");
        }
    }

    /** In the language chosen before. */
    void become(String userid) {
        browser.go(home + "/");
        browser.click(cssSelector(".who button:last-child"));
        browser.reachesAddress("/logged-out");
        browser.go(home + "/login/start");
        browser.click(cssSelector("button[value='" + userid + "']"));
        browser.see(cssSelector(".who-name"));
    }
}
