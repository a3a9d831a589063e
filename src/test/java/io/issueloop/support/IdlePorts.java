package io.issueloop.support;

import io.issueloop.appraisal.QuarterProcess;
import io.issueloop.appraisal.appeal.AppealProcess;
import io.issueloop.appraisal.people.LearningProcess;
import io.issueloop.appraisal.people.PeerProcess;
import io.issueloop.appraisal.targets.GradeTable;
import io.issueloop.appraisal.targets.TargetAdvice;
import io.issueloop.appraisal.targets.TargetProcess;
import io.issueloop.approval.ApprovalProcess;
import io.issueloop.audit.EngineOperations;
import io.issueloop.collaboration.review.ReviewProcess;
import io.issueloop.delivery.DeliveryDesk;
import io.issueloop.issue.AssignmentTable;
import io.issueloop.issue.FollowUpProcess;
import io.issueloop.issue.HandoverProcess;
import io.issueloop.issue.IssuePath;
import io.issueloop.issue.OpenTodos;
import io.issueloop.issue.ProposalProcess;
import io.issueloop.issue.ReopeningProcess;
import io.issueloop.issue.ServiceLevels;
import io.issueloop.issue.WaitingTasks;
import io.issueloop.issue.imports.ImportProcess;
import io.issueloop.knowledge.ArticleProcess;
import io.issueloop.model.DecisionTrial;
import io.issueloop.model.MigrationEngine;
import io.issueloop.model.ModelEngine;
import io.issueloop.model.ModelWords;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Ports to the engine where there is none: nobody is asked, and nothing waits. */
@TestConfiguration
public class IdlePorts {

    @Bean
    @Fallback
    ApprovalProcess idleApprovalProcess() {
        return idle(ApprovalProcess.class);
    }

    @Bean
    @Fallback
    ReviewProcess idleReviewProcess() {
        return idle(ReviewProcess.class);
    }

    @Bean
    @Fallback
    AssignmentTable idleAssignmentTable() {
        return idle(AssignmentTable.class);
    }

    @Bean
    @Fallback
    FollowUpProcess idleFollowUpProcess() {
        return idle(FollowUpProcess.class);
    }

    @Bean
    @Fallback
    WaitingTasks idleWaitingTasks() {
        return idle(WaitingTasks.class);
    }

    @Bean
    @Fallback
    HandoverProcess idleHandoverProcess() {
        return idle(HandoverProcess.class);
    }

    @Bean
    @Fallback
    IssuePath idleIssuePath() {
        return idle(IssuePath.class);
    }

    @Bean
    @Fallback
    ProposalProcess idleProposalProcess() {
        return idle(ProposalProcess.class);
    }

    @Bean
    @Fallback
    ReopeningProcess idleReopeningProcess() {
        return idle(ReopeningProcess.class);
    }

    @Bean
    @Fallback
    ServiceLevels idleServiceLevels() {
        return idle(ServiceLevels.class);
    }

    @Bean
    @Fallback
    ImportProcess idleImportProcess() {
        return idle(ImportProcess.class);
    }

    @Bean
    @Fallback
    ArticleProcess idleArticleProcess() {
        return idle(ArticleProcess.class);
    }

    @Bean
    @Fallback
    QuarterProcess idleQuarterProcess() {
        return idle(QuarterProcess.class);
    }

    @Bean
    @Fallback
    PeerProcess idlePeerProcess() {
        return idle(PeerProcess.class);
    }

    @Bean
    @Fallback
    TargetProcess idleTargetProcess() {
        return idle(TargetProcess.class);
    }

    @Bean
    @Fallback
    LearningProcess idleLearningProcess() {
        return idle(LearningProcess.class);
    }

    @Bean
    @Fallback
    TargetAdvice idleTargetAdvice() {
        return idle(TargetAdvice.class);
    }

    @Bean
    @Fallback
    AppealProcess idleAppealProcess() {
        return idle(AppealProcess.class);
    }

    @Bean
    @Fallback
    GradeTable idleGradeTable() {
        return idle(GradeTable.class);
    }

    @Bean
    @Fallback
    ModelEngine idleModelEngine() {
        return idle(ModelEngine.class);
    }

    @Bean
    @Fallback
    MigrationEngine idleMigrationEngine() {
        return idle(MigrationEngine.class);
    }

    @Bean
    @Fallback
    DecisionTrial idleDecisionTrial() {
        return idle(DecisionTrial.class);
    }

    @Bean
    @Fallback
    ModelWords idleModelWords() {
        return idle(ModelWords.class);
    }

    @Bean
    @Fallback
    OpenTodos idleOpenTodos() {
        return idle(OpenTodos.class);
    }

    @Bean
    @Fallback
    EngineOperations idleEngineOperations() {
        return idle(EngineOperations.class);
    }

    @Bean
    @Fallback
    DeliveryDesk idleDeliveryDesk() {
        return idle(DeliveryDesk.class);
    }

    private static <T> T idle(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> nothing(method.getReturnType())));
    }

    private static Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }
}
