package io.issueloop.sandbox.approval;

import java.util.Set;

/** {@code sp_status} of steps and people in them, page 91983. */
final class Opinion {

    static final int PENDING = 1;
    static final int AGREED = 2;
    static final int REJECTED = 3;
    static final int TRANSFERRED = 4;
    static final int SENT_BACK = 11;
    static final int SIGNER_ADDED = 12;
    static final int AGREED_AND_ADDED = 13;
    static final int HANDLED = 14;
    static final int PASSED_ON = 15;

    /** Somebody else has it now. */
    static final Set<Integer> HANDED_OVER = Set.of(TRANSFERRED, PASSED_ON);

    static final Set<Integer> POSITIVE = Set.of(AGREED, AGREED_AND_ADDED, HANDLED);

    private Opinion() {}
}
