package io.issueloop.model;

import java.util.List;
import java.util.Map;

/** Evaluates a table that is not deployed, with values somebody typed. */
public interface DecisionTrial {

    /** The decisions of a file, as the engine reads it; the last one is the one that is asked. */
    List<Question> questions(ModelId id, String content);

    /**
     * The answer of one decision, and of those it asks.
     *
     * @param values by name; numbers and true/false as such, anything else a text
     * @throws io.issueloop.shared.Refused when the table cannot be evaluated
     */
    List<Answer> ask(ModelId id, String content, String decision, Map<String, Object> values);

    /**
     * A decision and what it wants to know.
     *
     * @param inputs names and types of the values, those of the decisions it asks included
     */
    record Question(String decision, String name, List<Input> inputs) {}

    /** A value a decision wants to know; the type is FEEL's. */
    record Input(String name, String label, String type) {}

    /**
     * What a decision said.
     *
     * @param hits ids of the rules that applied, in the order of the table
     * @param outputs one line per hit: 名称 = 值
     */
    record Answer(String decision, String name, List<String> hits, List<String> outputs) {}
}
