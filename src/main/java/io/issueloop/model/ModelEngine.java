package io.issueloop.model;

import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;

/** What people who change models ask of the engine. */
public interface ModelEngine {

    /** Every model the engine has, tables and forms included. */
    List<ModelState> all();

    /** Newest first; empty when there is no such model. */
    List<ModelVersion> versions(ModelId id);

    Optional<String> content(ModelId id, int version);

    /** The product's own file. */
    Optional<String> shipped(ModelId id);

    /** What has this id already, in Chinese; ids that differ in case alone are the same. */
    Optional<String> holder(ModelId id);

    /** A first content for a model that does not exist: one step, one rule or one field. */
    String template(NewModel model);

    /** Everything wrong or doubtful with a content; never throws for a bad one. */
    List<Finding> inspect(ModelId id, String content);

    /** What a person would have to be told about the difference. */
    List<Change> compare(ModelId id, String before, String after);

    /**
     * Lets an issue reported by this person run through the product with the content, and undoes
     * it.
     */
    Trial tryOut(ModelId id, String content, UserId reporter);

    /**
     * Deploys the draft as the next version; in the caller's transaction, one at a time on all
     * nodes.
     *
     * @return the new version
     * @throws io.issueloop.shared.Refused when there is a newer one than it was made from
     */
    int deploy(ModelDraft draft);
}
