package io.issueloop.sandbox.approval;

/** {@code StatuChangeEvent} (spelled so), page 91815. A deletion is not told. */
enum Change {
    APPLY(1),
    AGREE(2),
    REJECT(3),
    TRANSFER(4),
    URGE(5),
    REVOKE(6),
    REVOKE_APPROVED(8),
    COMMENT(10),
    SEND_BACK(11),
    ADD_SIGNER(12),
    AGREE_AND_ADD_SIGNER(13),
    HANDLE(14),
    PASS_ON(15),
    DELETE(0);

    final int code;

    Change(int code) {
        this.code = code;
    }

    boolean isTold() {
        return code > 0;
    }
}
