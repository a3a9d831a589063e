package io.issueloop.process.editor;

import io.issueloop.model.Finding.Level;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the program relies on, as the product's own file has it: names are contracts (decision 27).
 */
@Component
class Contracts {

    private static final Map<String, String> TOLD =
            Map.of(
                    "用户任务", "程序里办理这一步的按钮和卡片将提示“这一步已经处理过”",
                    "消息", "程序会发送这条消息；没有人接收时，对应的操作会被拒绝或直接结束流程",
                    "字段", "程序会读取这个字段，没有它时可能拒绝提交");

    private final ShippedModels shipped;

    Contracts(ShippedModels shipped) {
        this.shipped = shipped;
    }

    void look(ModelId id, String content, Findings findings) {
        var file = shipped.content(id);
        if (file.isEmpty()) {
            return;
        }
        var agreed = Parts.of(id.type(), file.get());
        var now = byId(Parts.of(id.type(), content));
        for (var part : agreed) {
            if (!now.containsKey(part.id())) {
                removed(id, part, findings);
            }
        }
        if (id.type() == ModelType.BPMN) {
            startsByKey(id, agreed, now.values().stream().toList(), findings);
        }
    }

    private static void removed(ModelId id, Part part, Findings findings) {
        if (part.kind().equals("输出列")) {
            findings.add(
                    Level.ERROR, id.key(), part.name(), "删除了输出列「%s」，程序要读取它".formatted(part.name()));
        } else if (TOLD.containsKey(part.kind()) && !part.name().isEmpty()) {
            var text = "删除了%s：%s".formatted(part.title(), TOLD.get(part.kind()));
            findings.add(Level.WARNING, id.key(), part.name(), text);
        }
    }

    /** Where the product starts it by key, there must be a plain start event. */
    private static void startsByKey(
            ModelId id, List<Part> agreed, List<Part> now, Findings findings) {
        Function<List<Part>, Boolean> plain =
                parts ->
                        parts.stream()
                                .filter(part -> part.kind().equals("开始事件"))
                                .anyMatch(
                                        part ->
                                                Set.of("名称", "说明", "执行监听器")
                                                        .containsAll(part.facets().keySet()));
        if (plain.apply(agreed) && !plain.apply(now)) {
            findings.add(Level.ERROR, id.key(), "", "没有普通的开始事件，程序无法启动这个流程");
        }
    }

    private static Map<String, Part> byId(List<Part> parts) {
        return parts.stream().collect(Collectors.toMap(Part::id, part -> part, (one, same) -> one));
    }
}
