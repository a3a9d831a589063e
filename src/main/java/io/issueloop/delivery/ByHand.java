package io.issueloop.delivery;

/**
 * What a person is to do where the system does not, in the words of the person who reads it in
 * Tasklist.
 *
 * @param title the task's name, at most 60 characters, e.g. 给张伟发待办消息
 * @param instructions what to do, one to three sentences
 * @param text what to paste, with line breaks and without markup; may be empty
 * @param reference whether the id or link of the result is to be entered
 * @param who may see and do it
 */
public record ByHand(String title, String instructions, String text, Reference reference, Who who) {

    /** Whether later effects need what WeCom would have answered. */
    public enum Reference {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** Figures are for those who keep them. */
    public enum Who {
        PROCESS_ADMINS,
        KPI_ADMINS
    }

    /** Something a process administrator does and need not report back about. */
    public static ByHand of(String title, String instructions, String text) {
        return new ByHand(title, instructions, text, Reference.NONE, Who.PROCESS_ADMINS);
    }

    public ByHand asking(Reference wanted) {
        return new ByHand(title, instructions, text, wanted, who);
    }

    public ByHand forKpiAdmins() {
        return new ByHand(title, instructions, text, reference, Who.KPI_ADMINS);
    }
}
