package io.issueloop;

import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import io.issueloop.support.TourBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Pages in English that show something only at the turn of a quarter, after a week, after a major
 * issue, or after a file with mistakes.
 */
final class EnglishSeason {

    private static final String QUARTER = "/admin/quarter?quarter=2026Q3";
    private static final String FILE =
            """
            外部编号,问题描述,紧急程度,关联项目,提报人,处理人,分类,创建时间,接单时间,解决时间,关闭时间,满意度
            E-1,列表页性能差,中,平台研发部,xujing,wuhao,技术,2026-10-12 09:30,2026-10-12 10:00,2026-10-13 16:00,2026-10-14 09:00,4
            E-2,,中,平台研发部,xujing,wuhao,技术,2026-10-12 09:30,,,,
            E-3,登录页空白,特急,平台研发部,查无此人,wuhao,技术,昨天,,,,9
            """;

    private final TourBrowser browser;
    private final String home;
    private final SeasonStory story;
    private final Path folder;

    EnglishSeason(TourBrowser browser, String home, SeasonStory story, Path folder) {
        this.browser = browser;
        this.home = home;
        this.story = story;
        this.folder = folder;
    }

    /** Answers the numbers of the review and the appeal. */
    Map<String, String> walk(EnglishPages pages) {
        story.weekIsOver();
        story.quarterIsClosed();
        pages.become("zhangwei");
        pages.inEnglish(
                List.of("/m/peer-rating", "/reports/weekly", "/reports/weekly?scope=team:2"));
        story.quarterIsChecked();
        pages.become("hefang");
        pages.inEnglish(List.of(QUARTER));
        browser.picture("quarter-checklist-english");
        var review = story.review();
        var appeal = story.appealOf("xujing");
        story.targetsAreDiscussed();
        pages.inEnglish(List.of(QUARTER, "/admin/targets", "/m/appeal"));
        pages.become("xujing");
        pages.inEnglish(List.of("/m/appeal", "/m/appeal/" + appeal, "/m/targets", "/kpi"));
        pages.become("lixue");
        pages.inEnglish(List.of("/", "/reviews/" + review, "/m/todos"));
        return Map.of("review", review, "appeal", appeal);
    }

    /** A trial run that takes one row and refuses two; a KPI administrator is signed on. */
    void importWithMistakes(EnglishPages pages) {
        browser.go(home + "/admin/import");
        browser.upload(cssSelector("input[type=file]"), file());
        browser.click(xpath("//button[.='Trial run']"));
        browser.see(cssSelector(".problem-list"));
        browser.picture("import-mistakes-english");
        pages.isEnglish("/admin/import with mistakes");
    }

    private Path file() {
        try {
            return Files.writeString(folder.resolve("from-elsewhere.csv"), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
