package com.targettoclose.process.startforms;

import java.io.InputStream;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Fills in what a start form lets people choose from while it is on its way to whoever opens it: Tasklist loads variables
 * for the form of a task, and none for a start form.
 */
public final class FillStartForms extends CommandInterceptor {

    private final ObjectProvider<StartFormChoices> choices;

    /** Fills forms from these choices, found once the engine is up. */
    public FillStartForms(ObjectProvider<StartFormChoices> choices) {
        this.choices = choices;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof GetDeployedStartFormCmd && result instanceof InputStream form) {
            @SuppressWarnings("unchecked")
            T filled = (T) choices.getObject().fillIn(form);
            return filled;
        }
        return result;
    }
}
