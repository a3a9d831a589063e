package io.issueloop.model;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import org.springframework.stereotype.Service;

/** Beginning a model that does not exist yet; nothing is kept until it is deployed. */
@Service
public class NewModels {

    private final ModelEngine engine;
    private final DraftRules rules;

    NewModels(ModelEngine engine, DraftRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /**
     * A first draft that could be deployed as it is.
     *
     * @throws Refused when the person may not, or the id is taken or written otherwise
     */
    public String begin(NewModel wanted, UserId by) {
        rules.demandAdmin(by);
        demandFree(wanted.id());
        return engine.template(wanted);
    }

    /**
     * @throws Refused when the id is taken, in whatever spelling, or not written as ids are
     */
    void demandFree(ModelId id) {
        NewModel.demandKey(id.key());
        engine.holder(id)
                .ifPresent(
                        holder -> {
                            throw new Refused(
                                    "编号 %s 已经用于%s，请换一个编号，或在清单里打开它修改".formatted(id.key(), holder));
                        });
    }
}
