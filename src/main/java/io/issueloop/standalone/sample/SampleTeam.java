package io.issueloop.standalone.sample;

import java.util.List;

/**
 * A team of the sample organisation and its temperament.
 *
 * @param pace how much of the service level it usually needs, 1.0 being all of it
 * @param satisfied share of five-star answers
 * @param recurring share of issues that are a known problem coming back
 */
record SampleTeam(
        long id,
        String lead,
        List<String> members,
        double pace,
        double satisfied,
        double recurring) {

    static final List<SampleTeam> ALL =
            List.of(
                    new SampleTeam(
                            2,
                            "lixue",
                            List.of("zhangwei", "liuyang", "huanglei", "wuhao"),
                            0.45,
                            0.75,
                            0.03),
                    new SampleTeam(
                            3,
                            "wanglei",
                            List.of("zhaomin", "sunli", "zhoujie", "xujing"),
                            0.60,
                            0.65,
                            0.06),
                    new SampleTeam(
                            4,
                            "chenjing",
                            List.of("yangfan", "zhulin", "machao"),
                            1.05,
                            0.30,
                            0.16));
}
