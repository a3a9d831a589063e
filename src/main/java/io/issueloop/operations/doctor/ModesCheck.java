package io.issueloop.operations.doctor;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import io.issueloop.operations.doctor.About.Need;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has switched from WeCom to people, so that nobody wonders. */
@About(value = "能力模式", needs = Need.DATABASE)
final class ModesCheck implements Check {

    private final Modes modes;

    ModesCheck(Modes modes) {
        this.modes = modes;
    }

    @Override
    public List<Finding> look() {
        var others =
                Stream.of(Capability.values())
                        .filter(capability -> !modes.isAuto(capability))
                        .map(capability -> capability.label() + "=" + modes.of(capability).label())
                        .collect(Collectors.joining("，"));
        return List.of(Finding.ok(others.isEmpty() ? "全部自动" : "不是自动的：" + others));
    }
}
