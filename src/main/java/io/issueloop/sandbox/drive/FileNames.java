package io.issueloop.sandbox.drive;

import io.issueloop.sandbox.api.ApiError;
import java.util.List;

/** What a file may be called. */
final class FileNames {

    private static final int LONGEST = 255;

    private FileNames() {}

    /** 640009 where it is empty or longer than 255. */
    static String legal(String name) {
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new ApiError(640009, "invalid file_name");
        }
        return name;
    }

    /** {@code 方案.docx} beside another of that name becomes {@code 方案(1).docx}. */
    static String free(String name, List<String> taken) {
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var suffix = dot > 0 ? name.substring(dot) : "";
        var free = name;
        for (int i = 1; taken.contains(free); i++) {
            free = stem + "(" + i + ")" + suffix;
        }
        return free;
    }
}
