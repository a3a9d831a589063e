package io.issueloop.standalone.sample;

import java.util.List;
import java.util.Random;

/** What people of a software company complain about; every text hits exactly one category. */
final class SampleTexts {

    /** A description and how the shipped rules classify it (kpi.md §8). */
    record Text(String category, String keyword, String description) {}

    private record Pattern(String category, String keyword, String text) {}

    private static final List<String> PLACES =
            List.of("登录页", "订单列表", "支付回调", "报表导出", "消息推送", "权限管理", "搜索接口", "数据同步", "移动端首页", "库存服务");

    private static final List<Pattern> PATTERNS =
            List.of(
                    new Pattern("技术", "bug", "%s出现 bug：连续点击两次后数据重复提交，刷新后仍能复现"),
                    new Pattern("技术", "错误", "%s偶发 500 错误，日志里有空指针异常，今天已有 3 位同事遇到"),
                    new Pattern("技术", "性能", "%s性能下降明显，打开要等 8 秒以上，上周还在 1 秒以内"),
                    new Pattern("技术", "优化", "%s的查询语句需要优化，数据量过百万后经常超时"),
                    new Pattern("技术", "错误", "%s金额计算错误，折扣与优惠券叠加时多算了一次"),
                    new Pattern("流程", "文档", "%s的接口文档与实际返回不一致，联调反复返工"),
                    new Pattern("流程", "沟通", "%s需求变更没有沟通到测试同事，上线前一天才发现"),
                    new Pattern("流程", "会议", "%s周会议结论没有记录，任务分工不清楚"),
                    new Pattern("流程", "评审", "%s改动较大但跳过了评审，合并后影响了另外两个模块"),
                    new Pattern("人员", "培训", "%s相关的新同事需要培训，目前只能由一位同事支持"),
                    new Pattern("人员", "技能", "%s维护缺少前端技能，希望安排结对"),
                    new Pattern("人员", "学习", "%s用到的新框架缺少学习资料，希望整理一份入门清单"),
                    new Pattern("人员", "英语", "%s的供应商资料是英语的，需要同事协助确认关键条款"),
                    new Pattern("工具", "工具", "%s的构建工具升级后无法增量编译，每次要 12 分钟"),
                    new Pattern("工具", "平台", "%s在发布平台上回滚按钮置灰，无法回退版本"),
                    new Pattern("工具", "环境", "%s测试环境又连不上数据库，阻塞回归测试"),
                    new Pattern("工具", "系统", "%s的工单在内部系统里看不到附件，只能截图转发"));

    private static final List<String> CAUSES =
            List.of("边界条件没有处理", "配置与生产不一致", "交接时遗漏", "依赖升级后行为改变", "没有负责人跟进");
    private static final List<String> MEASURES =
            List.of("修正逻辑并补充用例", "统一配置并加入巡检", "补齐说明并通知相关同事", "固定依赖版本并重新发布", "明确负责人与检查点");

    private SampleTexts() {}

    static Text any(Random random) {
        var pattern = of(PATTERNS, random);
        return new Text(
                pattern.category(),
                pattern.keyword(),
                pattern.text().formatted(of(PLACES, random)));
    }

    static String cause(Random random) {
        return of(CAUSES, random);
    }

    static String measures(Random random) {
        return of(MEASURES, random);
    }

    static <T> T of(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
