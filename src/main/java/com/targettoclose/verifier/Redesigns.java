package com.targettoclose.verifier;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What somebody proposes beside what is deployed. */
@Service
public class Redesigns {

    private final Standing standing;

    Redesigns(Standing standing) {
        this.standing = standing;
    }

    /** The files of a request, by name; what its parts are called makes no difference. */
    public static Map<String, byte[]> files(MultipartHttpServletRequest request) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (var parts : request.getMultiFileMap().values()) {
            for (var file : parts) {
                var name = Objects.requireNonNullElse(file.getOriginalFilename(), file.getName());
                // no database keeps a zero in a text
                files.put(name.replace("\0", ""), file.getBytes());
            }
        }
        return files;
    }

    /** Files as they would be deployed. */
    public Redesign propose(Map<String, byte[]> files) {
        return new Redesign(files, standing::files);
    }
}
