package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import org.camunda.bpm.engine.ArtifactFactory;

/** A diagram cannot pick a class to be run: what it may call stands in the contract. */
final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> wanted) {
        throw new Refused(Refusal.forbidden("A diagram may not name the class " + wanted.getName()
                + ". Use a delegate of the application instead."));
    }
}
