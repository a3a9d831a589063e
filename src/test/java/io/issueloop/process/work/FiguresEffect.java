package io.issueloop.process.work;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.InVain;
import java.util.Optional;

/** Something only KPI administrators may do by hand; the system never succeeds in it. */
final class FiguresEffect implements Effect {

    static final String NAME = "TEST_FIGURES";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "测试用数字";
    }

    @Override
    public Capability capability() {
        return Capability.DRIVE;
    }

    @Override
    public void perform(String businessKey, String subject) {
        throw new Refusal();
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var text = "一行很长的数字。".repeat(700);
        return Optional.of(ByHand.of("填写数字", "请填写<b>数字</b>。", text).forKpiAdmins());
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {}

    private static final class Refusal extends RuntimeException implements InVain {
        @Override
        public boolean isInVain() {
            return true;
        }
    }
}
