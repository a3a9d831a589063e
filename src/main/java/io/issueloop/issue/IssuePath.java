package io.issueloop.issue;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way an issue took, on the diagrams of the processes it went through. */
public interface IssuePath {

    /**
     * Every process the issue went through, the oldest first; empty once the engine's history of it
     * has been cleaned up.
     */
    List<Walk> of(IssueNo issueNo);

    /**
     * One process the issue went through, on the version of the diagram it runs on.
     *
     * @param caller the walk and the shape that called this one
     */
    record Walk(
            String id,
            String name,
            Optional<Caller> caller,
            Instant startedAt,
            Optional<Instant> endedAt,
            Frame frame,
            List<Shape> shapes,
            List<Flow> flows) {}

    record Caller(String walk, String shape) {}

    /** In the diagram's own units. */
    record Frame(double x, double y, double width, double height) {}

    record Point(double x, double y) {}

    /** What a shape looks like; its marker says what kind of task or event it is. */
    enum Outline {
        TASK,
        CALL,
        PART,
        START,
        BETWEEN,
        END,
        GATEWAY
    }

    /**
     * @param marker USER, SERVICE, RULE, TIMER, MESSAGE, ERROR, EXCLUSIVE, PARALLEL … or empty
     * @param label where the text stands; inside the shape when absent
     * @param times how often it was reached
     * @param active whether something waits there now
     * @param holders who it waits for
     */
    record Shape(
            String id,
            Outline outline,
            String marker,
            Frame frame,
            String text,
            Optional<Frame> label,
            int times,
            boolean active,
            @JsonSerialize(contentUsing = ToStringSerializer.class) List<UserId> holders) {}

    /**
     * @param label where the text stands, if it has one
     * @param taken whether the issue went this way
     */
    record Flow(String id, List<Point> points, String text, Optional<Frame> label, boolean taken) {}
}
