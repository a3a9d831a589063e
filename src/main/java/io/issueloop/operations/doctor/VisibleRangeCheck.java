package io.issueloop.operations.doctor;

import io.issueloop.directory.DirectorySource;
import io.issueloop.directory.DirectorySource.Department;
import io.issueloop.operations.doctor.About.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The application sees the people it is for. */
@About(
        value = "可见范围",
        needs = {Need.SETTINGS, Need.DATABASE, Need.WECOM})
final class VisibleRangeCheck implements Check {

    private static final String WIDEN = "在管理后台「应用管理 → 本应用 → 可见范围」中加入他们所在的部门";

    private final DirectorySource source;

    VisibleRangeCheck(DirectorySource source) {
        this.source = source;
    }

    @Override
    public List<Finding> look() {
        var seen = source.read();
        var people =
                seen.people().stream().map(person -> person.userId()).collect(Collectors.toSet());
        if (people.isEmpty()) {
            return List.of(Finding.broken("可见范围内没有任何成员", WIDEN));
        }
        var findings = new ArrayList<Finding>();
        var counted = "%d 个部门，%d 名成员".formatted(seen.departments().size(), people.size());
        findings.add(Finding.ok(counted));
        if (seen.departments().stream().allMatch(d -> d.parent().isPresent())) {
            findings.add(Finding.warning("不含根部门：群聊与原生待办用不了，CTO 也认不出来", "把可见范围设为整个企业（根部门）"));
        }
        var unseen = unseenLeaders(seen.departments(), people);
        if (!unseen.isEmpty()) {
            findings.add(Finding.warning("部门负责人不在可见范围：" + Words.some(unseen), WIDEN));
        }
        return findings;
    }

    private static Set<String> unseenLeaders(List<Department> departments, Set<?> people) {
        var unseen = new TreeSet<String>();
        for (var department : departments) {
            department.leaders().stream()
                    .filter(leader -> !people.contains(leader))
                    .forEach(leader -> unseen.add(leader + "（" + department.name() + "）"));
        }
        return unseen;
    }
}
