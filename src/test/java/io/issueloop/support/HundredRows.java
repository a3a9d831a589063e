package io.issueloop.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hundred rows of many reporters for all teams, so that nobody gets more messages in a minute
 * than WeCom lets through.
 */
public record HundredRows(WeComPeople people, List<String> ids) {

    private static final List<String> REPORTERS =
            List.of(
                    "zhangwei",
                    "liuyang",
                    "huanglei",
                    "wuhao",
                    "zhaomin",
                    "sunli",
                    "zhoujie",
                    "xujing",
                    "yangfan",
                    "zhulin",
                    "machao",
                    "chenjing",
                    "lixue",
                    "wanglei");
    private static final List<String> PROJECTS = List.of("平台研发部", "应用研发部", "质量保障部");

    /** Adds them one after the other, as fast as it goes: a callback each. */
    public static HundredRows addedTo(WeComPeople people) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < 100; number++) {
            var cells =
                    Map.<String, Object>of(
                            "问题描述",
                            "性能问题，第 " + number + " 个",
                            "关联项目",
                            PROJECTS.get(number % PROJECTS.size()));
            ids.add(people.addRow(REPORTERS.get(number % REPORTERS.size()), cells));
        }
        return new HundredRows(people, ids);
    }

    /** The issue numbers the rows show so far. */
    public List<String> numbers() {
        return people.rows().stream()
                .filter(row -> ids.contains(row.id()))
                .map(row -> row.cell("问题编号"))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** The callbacks that told of them. */
    public List<JsonNode> callbacks() {
        return people.callbacks().stream()
                .filter(callback -> callback.path("xml").asText().contains("add_record"))
                .filter(callback -> ids.stream().anyMatch(callback.path("xml").asText()::contains))
                .toList();
    }

    /** What must hold in the end, whatever happened meanwhile. */
    public void areAllThere(Oracles oracles) {
        oracles.nothingIsLost();
        oracles.eachRowIsOneIssue(ids);
        oracles.eachIsToldOnce(numbers());
        oracles.acknowledgedCallbacksAreKnown();
    }
}
