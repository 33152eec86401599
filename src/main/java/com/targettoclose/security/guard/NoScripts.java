package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** There is no script engine, for diagrams and decision tables alike: whoever asks for one is refused. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(@Nullable String language, boolean resolveFromCache) {
        throw refused(language);
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refused("any language");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // none is kept
    }

    private static Refused refused(@Nullable String language) {
        return new Refused(Refusal.forbidden("Scripts do not run here, in whatever language (" + language
                + "). Use a delegate of the application instead."));
    }
}
