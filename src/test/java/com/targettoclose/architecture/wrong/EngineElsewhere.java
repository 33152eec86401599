package com.targettoclose.architecture.wrong;

import org.camunda.bpm.engine.TaskService;

/** Uses the engine outside the four packages that may. */
public record EngineElsewhere(TaskService tasks) {}
