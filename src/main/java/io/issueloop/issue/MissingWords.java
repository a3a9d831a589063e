package io.issueloop.issue;

import io.issueloop.issue.ClassificationReport.Missing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words the table may lack: pairs of Chinese characters that occur in at least three issues without
 * any keyword. Only a hint: which row to add is for a person to say.
 */
final class MissingWords {

    private static final int LEAST = 3;
    private static final int SHOWN = 12;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
    private static final Set<String> COMMON =
            Set.of(
                    "我们", "你们", "他们", "这个", "那个", "一个", "没有", "不能", "可以", "需要", "希望", "问题", "无法",
                    "时候", "还是", "已经", "现在", "今天", "昨天", "因为", "所以", "请问", "如何", "怎么", "不了", "的时",
                    "有时", "出现", "进行", "导致", "以及", "一直", "经常", "总是", "处理", "解决");

    /** A description, and the category a person gave it. */
    record Text(String description, String category) {}

    private final Map<String, Map<String, Integer>> categories = new HashMap<>();

    MissingWords(List<Text> texts) {
        for (var text : texts) {
            for (var pair : pairs(text.description())) {
                categories
                        .computeIfAbsent(pair, found -> new HashMap<>())
                        .merge(text.category(), 1, Integer::sum);
            }
        }
    }

    List<Missing> found() {
        return categories.entrySet().stream()
                .map(entry -> missing(entry.getKey(), entry.getValue()))
                .filter(word -> word.issues() >= LEAST)
                .sorted(
                        Comparator.comparingInt((Missing word) -> -word.issues())
                                .thenComparing(Missing::word))
                .limit(SHOWN)
                .toList();
    }

    private static Missing missing(String pair, Map<String, Integer> counts) {
        var most =
                counts.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow();
        var issues = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Missing(pair, issues, most.getKey());
    }

    private static Set<String> pairs(String description) {
        var pairs = new HashSet<String>();
        var runs = CHINESE.matcher(description);
        while (runs.find()) {
            var run = runs.group();
            for (int i = 0; i + 2 <= run.length(); i++) {
                pairs.add(run.substring(i, i + 2));
            }
        }
        pairs.removeAll(COMMON);
        return pairs;
    }
}
