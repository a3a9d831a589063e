package io.issueloop.process.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.IssuePath.Outline;
import io.issueloop.process.path.Steps.Step;
import io.issueloop.process.path.Steps.Way;
import java.io.File;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final List<Way> WAYS =
            List.of(
                    new Way("start", "Start", "Join"),
                    new Way("on", "Join", "Handle"),
                    new Way("judged", "Handle", "IsSolved"),
                    new Way("yes", "IsSolved", "Close"),
                    new Way("no", "IsSolved", "Join"));

    @Test
    @DisplayName("重开一次：回头的线走过，到过两次的步骤计两次")
    void aLoopIsWalkedAndCounted() {
        var steps =
                Steps.of(
                        List.of(
                                step("Start", 0, 1),
                                step("Join", 1, 1),
                                step("Handle", 1, 5),
                                step("IsSolved", 5, 5),
                                step("Join", 5, 5),
                                new Step("Handle", new Date(5), null)),
                        WAYS);
        assertThat(steps.taken()).containsExactlyInAnyOrder("start", "on", "judged", "no");
        assertThat(steps.times()).containsEntry("Handle", 2).containsEntry("Start", 1);
        assertThat(steps.active()).containsExactly("Handle");
    }

    @Test
    @DisplayName("没走到的线不亮")
    void whatWasNotReachedIsNotTaken() {
        var steps = Steps.of(List.of(step("Start", 0, 1), step("Join", 1, 2)), WAYS);
        assertThat(steps.taken()).containsExactly("start");
        assertThat(steps.active()).isEmpty();
    }

    @Test
    @DisplayName("图上的每个节点和每条线都读得出来")
    void everyShapeAndFlowIsRead() {
        var model = Bpmn.readModelFromFile(new File("bpmn/issue_evaluation.bpmn"));
        var diagram = DiagramReading.of(model);
        assertThat(diagram.nodes())
                .filteredOn(node -> node.id().equals("Task_EvaluateSolution"))
                .allSatisfy(
                        node -> {
                            assertThat(node.outline()).isEqualTo(Outline.TASK);
                            assertThat(node.marker()).isEqualTo("USER");
                            assertThat(node.text()).isEqualTo("评价解决效果");
                        })
                .hasSize(1);
        assertThat(diagram.nodes())
                .filteredOn(node -> node.marker().startsWith("TIMER"))
                .extracting(Diagram.Node::marker)
                .containsExactlyInAnyOrder("TIMER", "TIMER", "TIMER BESIDE", "TIMER BESIDE");
        assertThat(diagram.edges()).hasSize(15).allMatch(edge -> edge.points().size() > 1);
        assertThat(diagram.frame().width()).isBetween(500.0, 900.0);
    }

    private static Step step(String activity, long start, long end) {
        return new Step(activity, new Date(start), new Date(end));
    }
}
