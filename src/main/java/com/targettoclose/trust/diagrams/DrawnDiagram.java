package com.targettoclose.trust.diagrams;

import java.util.List;

/**
 * A diagram, and what the report says of its parts.
 *
 * @param roadmap the process id of the roadmap whose deals are counted
 * @param process its process id
 * @param file its name among the files of the edition
 */
record DrawnDiagram(String roadmap, String process, String title, String file, List<Overlay> parts) {}
