package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.Appeal.State;
import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sees which appeal, and for whom it waits. */
@Service
@Transactional(readOnly = true)
public class AppealDesk {

    private final AppealStore store;
    private final Deciders deciders;

    AppealDesk(AppealStore store, Deciders deciders) {
        this.store = store;
        this.deciders = deciders;
    }

    /** What waits for this person: to name who decides, or to decide. */
    public List<Appeal> waitingFor(UserId person) {
        return store.open().stream()
                .filter(
                        one ->
                                one.state() == State.FILED
                                        ? deciders.mayAssign(one, person)
                                        : deciders.mayDecide(one, person))
                .toList();
    }

    /** The person, who decides, and who names the deciders; nobody else, no other lead. */
    public boolean maySee(UserId viewer, Appeal appeal) {
        return viewer.equals(appeal.person())
                || deciders.mayDecide(appeal, viewer)
                || appeal.decidedBy().equals(Optional.of(viewer))
                || deciders.mayAssign(appeal, viewer);
    }

    public boolean mayAssign(UserId viewer, Appeal appeal) {
        return appeal.state().isOpen() && deciders.mayAssign(appeal, viewer);
    }

    public boolean mayDecide(UserId viewer, Appeal appeal) {
        return appeal.state() == State.ASSIGNED && deciders.mayDecide(appeal, viewer);
    }

    /** Who could decide it. */
    public List<Member> deciders(Appeal appeal) {
        return deciders.of(appeal);
    }
}
