package io.issueloop.operations.doctor;

import io.issueloop.operations.doctor.About.Need;
import io.issueloop.wecom.WeComSetup;
import java.util.List;
import java.util.stream.Stream;

/** What set-up creates in WeCom is there. */
@About(
        value = "企业微信资源",
        needs = {Need.SETTINGS, Need.DATABASE, Need.WECOM})
final class ResourcesCheck implements Check {

    private final WeComSetup setup;

    ResourcesCheck(WeComSetup setup) {
        this.setup = setup;
    }

    @Override
    public List<Finding> look() {
        var parts = setup.examine();
        var wrong = parts.stream().filter(part -> part.problem().isPresent()).toList();
        if (wrong.isEmpty()) {
            return List.of(Finding.ok("%d 项都在，读回核对无误".formatted(parts.size())));
        }
        var fine = Finding.ok("%d / %d 项都在".formatted(parts.size() - wrong.size(), parts.size()));
        return Stream.concat(Stream.of(fine), wrong.stream().map(ResourcesCheck::finding)).toList();
    }

    private static Finding finding(WeComSetup.Part part) {
        var text = part.label() + "：" + part.problem().orElse("");
        var advice = part.advice().isEmpty() ? "运行 setup" : part.advice();
        return part.essential() ? Finding.broken(text, advice) : Finding.warning(text, advice);
    }
}
