package io.issueloop.web.pages;

import io.issueloop.support.JavaTexts;
import io.issueloop.support.JavaTexts.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which Chinese texts of the sources our own pages can show: all of the features and of the web,
 * and the refusals of the process, but for what is listed here with its reason.
 */
final class ServerTexts {

    private static final Path SOURCES = Path.of("src/main/java/io/issueloop");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern FEATURES =
            Pattern.compile(
                    "(web|kpi|appraisal|issue|collaboration|knowledge|directory|calendar|approval"
                            + "|delivery|model|pilot|shared)/.*");

    /** Files none of whose texts a page of ours shows, by the reason. */
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "messages and documents in WeCom",
                    "\\w*(Letters|AppealTexts|PeerTexts|LearningTexts|QuarterTexts|TargetTexts|ReviewTexts|WeeklyTexts|ArticleTexts"
                            + "|SolutionText|KpiSummaryText|ProgressText|ValueChanges)",
                    "rows of tables and numbers in WeCom",
                    "RowText|TrackingTable|HandRow|KpiTable|WorkbenchNumbers",
                    "tasks in Tasklist, in Chinese as all of it",
                    "DecisionForm|Deliveries|Hand(Agenda|Kpi|Document)",
                    "files that are downloaded",
                    "ArchiveCover|ArchiveSheet|ArchiveLines|ArchiveValues|ImportTemplate|XlsxErrors|ErrorRows|XlsxText"
                            + "|KpiExportController|IssueSheet|AuditController",
                    "read from people, not said to them",
                    "MissingWords|CalendarFile|WorkHours|ImportTime",
                    "the log and the command line",
                    "ModeSettings|Quiet|PerhapsSent|Lease",
                    "the description of the API",
                    "OpenApiConfiguration");

    /** Calls and annotations whose texts go elsewhere. */
    private static final Set<String> OTHER_CALLS =
            Set.of(
                    "IllegalArgumentException",
                    "IllegalStateException",
                    "Notice",
                    "Text",
                    "notice",
                    "admin",
                    "own",
                    "reviewing",
                    "checking",
                    "println",
                    "ofPattern",
                    "compile",
                    "equals",
                    "attach",
                    "Agenda.Entry",
                    "error",
                    "warn",
                    "info");

    private static final Pattern CONSTRAINT = Pattern.compile("@(Size|Not\\w+|Min|Max|Pattern)");

    /** Single texts that are no words to a person. */
    private static final Set<String> NO_WORDS =
            Set.of(" 年", "订单查询接口性能太差，高峰期经常超时", "休", "放假", "假", "班", "上班", "工作", "休息", "调休上班");

    private static final Set<String> REFUSING =
            Set.of("Refused", "NotFound", "InvalidRequest", "OpenTasks.Which", "complete");
    private static final Pattern WAITING =
            Pattern.compile(
                    "process/.*(OpenTasks|Camunda(Quarter|Issue|Article)Process|SignOn|TriageHint)"
                            + "|process/gate/(XmlModel|\\w+Rules|Refusal|ModelRefused|ModelGate|BehaviourGuard)"
                            + "|process/editor/(\\w+Lint|BpmnReferences|BpmnFlows|Contracts|Inspection|IntakeTrial"
                            + "|FirstTrial|Trials|TakenIds|Comparison|Words|\\w*Parts?"
                            + "|Camunda\\w+|WaitingSteps)");
    private static final Pattern SQL = Pattern.compile("(?s).*(\\|\\| c\\.|\\b(select|from) ).*");

    private ServerTexts() {}

    static List<Text> all() throws IOException {
        return JavaTexts.in(SOURCES);
    }

    static boolean isChinese(Text text) {
        return CHINESE.matcher(text.wording()).find();
    }

    static boolean isSql(Text text) {
        return isChinese(text) && SQL.matcher(text.wording()).matches();
    }

    /** Those a page of ours may show. */
    static List<Text> shown(List<Text> all) {
        Predicate<Text> reaches = text -> refuses(text) || isLabel(text) || isShown(text);
        return all.stream()
                .filter(text -> isChinese(text) && !isSql(text))
                .filter(reaches)
                .filter(text -> !NO_WORDS.contains(text.wording()))
                .toList();
    }

    static boolean refuses(Text text) {
        return REFUSING.contains(text.within())
                && (FEATURES.matcher(text.file()).matches() || text.file().startsWith("process/"));
    }

    private static boolean isLabel(Text text) {
        return text.file().endsWith("Effect.java") && text.method().equals("label");
    }

    private static boolean isShown(Text text) {
        var file = text.file().replace(".java", "");
        if (WAITING.matcher(file).matches()) {
            return true;
        }
        var name = file.replaceFirst(".*/", "");
        boolean elsewhere =
                name.matches("\\w+Effect") || ELSEWHERE.values().stream().anyMatch(name::matches);
        boolean annotation =
                text.within().startsWith("@") && !CONSTRAINT.matcher(text.within()).matches();
        return FEATURES.matcher(file).matches()
                && !elsewhere
                && !annotation
                && !OTHER_CALLS.contains(text.within());
    }
}
