package io.issueloop.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** JSON objects by key, in key order. What is returned is a copy: {@code put} to keep a change. */
public final class Table {

    private final MVMap<String, String> map;

    Table(MVMap<String, String> map) {
        this.map = map;
    }

    public Optional<ObjectNode> get(String key) {
        return Optional.ofNullable(map.get(key)).map(Json::parse);
    }

    public boolean has(String key) {
        return map.containsKey(key);
    }

    public void put(String key, ObjectNode value) {
        map.put(key, value.toString());
    }

    public void remove(String key) {
        map.remove(key);
    }

    public List<ObjectNode> all() {
        return startingWith("");
    }

    public List<ObjectNode> startingWith(String prefix) {
        var found = new ArrayList<ObjectNode>();
        var cursor = map.cursor(prefix.isEmpty() ? null : prefix);
        while (cursor.hasNext()) {
            if (!cursor.next().startsWith(prefix)) {
                break;
            }
            found.add(Json.parse(cursor.getValue()));
        }
        return found;
    }

    public int countStartingWith(String prefix) {
        int count = 0;
        var cursor = map.cursor(prefix.isEmpty() ? null : prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            count++;
        }
        return count;
    }

    public void removeStartingWith(String prefix) {
        var keys = new ArrayList<String>();
        var cursor = map.cursor(prefix);
        while (cursor.hasNext()) {
            var key = cursor.next();
            if (!key.startsWith(prefix)) {
                break;
            }
            keys.add(key);
        }
        keys.forEach(map::remove);
    }

    public boolean isEmpty() {
        return map.isEmpty();
    }
}
